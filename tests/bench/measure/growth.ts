import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { openTownship, type Phone, type Township } from '../../support/township';
import { median, millisecondsOf, rounded } from './timing';

const ROUNDS = 120;
/** Nobody may call more than 120 times a minute, so a few people share the calls. */
const CALLERS = 10;
const WARM_UP = ROUNDS / 4;

type Kind = 'list' | 'lookup' | 'search';
type Growth = { listRatio: number; lookupRatio: number; searchRatio: number; coverageReads: number };

/**
 * What a list, an ID look-up and a search cost among 120,000 people against 2,000, as whole calls over the genuine SDK; and how
 * many documents the coverage of one town of the city reads for each of its teams.
 */
export async function measureGrowth(): Promise<Growth> {
  const small = await openTownship('township');
  const large = await openTownship('city');
  try {
    const times = {
      small: { list: [] as number[], lookup: [] as number[], search: [] as number[] },
      large: { list: [] as number[], lookup: [] as number[], search: [] as number[] },
    };
    const [few, many] = [actsIn(small), actsIn(large)];
    // Turn and turn about, so that whatever else the machine does meanwhile weighs on both.
    for (let round = 0; round < ROUNDS; round += 1)
      for (const kind of ['list', 'lookup', 'search'] as const) {
        times.small[kind].push(await millisecondsOf(() => few(kind, round)));
        times.large[kind].push(await millisecondsOf(() => many(kind, round)));
      }
    const ratio = (kind: Kind): number =>
      rounded(median(times.large[kind].slice(WARM_UP)) / median(times.small[kind].slice(WARM_UP)));
    return {
      listRatio: ratio('list'),
      lookupRatio: ratio('lookup'),
      searchRatio: ratio('search'),
      coverageReads: await coverageReads(large),
    };
  } finally {
    await small.stop();
    await large.stop();
  }
}

/**
 * A page of twenty in the whole town's list, so that both hold as many rows; a grid member's look-up of who else holds the papers of a
 * file, and search for a name.
 */
function actsIn(township: Township): (kind: Kind, round: number) => Promise<unknown> {
  const { team } = township.here;
  const phones = Array.from({ length: CALLERS }, (_, n) =>
    township.as(township.holderOf('gridMember', team.gridPath, `bench-${n}`)),
  );
  const officers = Array.from({ length: CALLERS }, (_, n) =>
    township.as(township.holderOf('townOfficer', [township.town.gridId], `bench-${n}`)),
  );
  const files = township
    .documents<HouseholdDocument>('households')
    .filter(({ gridPath }) => gridPath.includes(team.gridId));
  return async (kind, round) => {
    const phone: Phone = phones[round % CALLERS]!;
    const file = files[round % files.length]!;
    switch (kind) {
      case 'list':
        return officers[round % CALLERS]!.get('registration', 'queue', { status: 'verified' });
      case 'lookup':
        return phone.get('registration', 'household', { householdId: file._id });
      case 'search':
        return phone.get('gridwork', 'search', { words: file.headName });
    }
  };
}

/** Documents read for the coverage of a town, for each of its teams. Who asks and which grid are two reads of their own. */
async function coverageReads(township: Township): Promise<number> {
  const { database } = township.simulator;
  const officer = township.as(township.holderOf('townOfficer', [township.town.gridId], 'bench'));
  const teams = township
    .documents<{ gridPath: string[] }>('coverage')
    .filter(({ gridPath }) => gridPath.includes(township.town.gridId)).length;
  const before = database.statistics().documentsRead;
  await officer.get('gridwork', 'coverage', {});
  return rounded((database.statistics().documentsRead - before - 2) / teams);
}
