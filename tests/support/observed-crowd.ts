import type { Account } from '../../cloudfunctions/kernel/identity';
import type { ObservationDocument } from '../../cloudfunctions/observation/observation.document';
import { settled } from '../../cloudfunctions/observation/slot-record';
import type { Simulator } from '../../simulator/simulator';

/** One of a crowd under observation, and the phone of their household. */
export type Sitter = { observationId: string; openid: string; gridPath: readonly string[] };

const PER_HOUSEHOLD = 3;
const AT_A_TIME = 1000;
let crowds = 0;

/**
 * So many people under observation, three to a household with one phone, spread over `grids`: copies of one observation that the product's
 * own builder made, with ids of their own, straight in the database.
 */
export function putCrowd(
  { database }: Pick<Simulator, 'database'>,
  template: ObservationDocument,
  people: number,
  grids: readonly { gridId: string; gridPath: string[]; pathNames: string[] }[],
): Sitter[] {
  crowds += 1;
  const crowd = `crowd-${crowds}`;
  const sitters: Sitter[] = [];
  const observations: ObservationDocument[] = [];
  const accounts: Account[] = [];
  for (let n = 0; n < people; n += 1) {
    const household = Math.floor(n / PER_HOUSEHOLD);
    const grid = grids[household % grids.length]!;
    const openid = `o-${crowd}-${household}`;
    const _id = `d-${crowd}-${n}:1`;
    observations.push(
      settled({
        ...template,
        ...grid,
        _id,
        declarationId: `d-${crowd}-${n}`,
        personKey: `${crowd}-${n}`,
        personId: `p-${crowd}-${n}`,
        householdId: `h-${crowd}-${household}`,
        name: `观察${n}`,
      }),
    );
    if (n % PER_HOUSEHOLD === 0)
      accounts.push({
        _id: openid,
        name: `观察${n}`,
        phone: null,
        phoneIndex: null,
        householdId: `h-${crowd}-${household}`,
        personId: `p-${crowd}-${n}`,
        posts: [],
        version: 1,
      });
    sitters.push({ observationId: _id, openid, gridPath: grid.gridPath });
  }
  for (let from = 0; from < people; from += AT_A_TIME)
    database.insertMany('observations', observations.slice(from, from + AT_A_TIME));
  for (let from = 0; from < accounts.length; from += AT_A_TIME)
    database.insertMany('accounts', accounts.slice(from, from + AT_A_TIME));
  return sitters;
}

/** The lowest grids of the first town, or so many of them. */
export function lowestGrids(
  documents: <T extends object>(collection: string) => T[],
  most = Infinity,
): { gridId: string; gridPath: string[]; pathNames: string[] }[] {
  type Grid = { _id: string; path: string[]; pathNames: string[]; childCount: number };
  return documents<Grid>('grids')
    .filter(({ childCount }) => childCount === 0)
    .slice(0, most)
    .map(({ _id, path, pathNames }) => ({ gridId: _id, gridPath: path, pathNames }));
}
