import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { luckOf } from '../../support/burst-buyer';
import { familyBeside } from '../../support/families';
import { lowestGrids } from '../../support/observed-crowd';
import type { Reader } from '../../support/reader';
import type { Township } from '../../support/township';

const AT_A_TIME = 1000;
/** Nobody may call more than 120 times a minute. */
const TELLERS = 8;

/**
 * Fills the first town up to so many households that a notice to it reaches, the new ones spread over its teams, and answers some of them with two phones
 * each, spread over as many teams.
 */
export function fillTown(township: Township, households: number, readers: number): Reader[] {
  const grids = lowestGrids(township.documents).filter(({ gridPath }) =>
    gridPath.includes(township.town.gridId),
  );
  const there = township
    .documents<HouseholdDocument>('households')
    .filter(({ gridPath }) => gridPath.includes(township.town.gridId));
  const missing = households - there.length;
  const neighbour = there.find(({ status }) => status === 'verified')!;
  const tellers = Array.from({ length: TELLERS }, (_, n) =>
    township.as(township.holderOf('townOfficer', [township.town.gridId], `teller-${n}`)),
  );
  const { database } = township.simulator;
  const found: Reader[] = [];
  let files: HouseholdDocument[] = [];
  const accounts: Account[] = [];
  for (let n = 0; n < missing; n += 1) {
    const { gridId, gridPath, pathNames } = grids[n % grids.length]!;
    const { file, account } = familyBeside(neighbour, { changes: { gridId, gridPath, pathNames } });
    files.push(file);
    if (found.length < readers) {
      const second = { ...account, _id: `${account._id}-2`, personId: `${file._id}-p1` };
      accounts.push(account, second);
      found.push({
        householdId: file._id,
        gridId,
        phones: [township.as(account._id), township.as(second._id)],
        teller: tellers[n % TELLERS]!,
        luck: luckOf(n),
      });
    }
    if (files.length === AT_A_TIME || n === missing - 1) {
      database.insertMany('households', files);
      files = [];
    }
  }
  database.insertMany('accounts', accounts);
  return found;
}
