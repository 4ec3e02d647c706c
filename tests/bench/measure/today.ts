import { lowestGrids, putCrowd } from '../../support/observed-crowd';
import { putObservation } from '../../support/observations';
import { openTownship, type Township } from '../../support/township';
import { median, millisecondsOf, rounded } from './timing';

const ROUNDS = 100;
const WARM_UP = ROUNDS / 4;
/** Nobody may call more than 120 times a minute. */
const CALLERS = 2;
/** One person in twenty is under observation, in the township and in the city alike. */
const OBSERVED_SHARE = 20;
const PEOPLE = { township: 2_000, city: 120_000 } as const;

/** What a page of today's list costs among 120,000 people against 2,000, for a whole town and for one village; the worse of the two. */
export async function measureToday(): Promise<{ todayRatio: number; readingCalls: number }> {
  const small = await openTownship('township', { timers: false });
  const large = await openTownship('city', { timers: false });
  try {
    const [few, many] = [listsIn(small, PEOPLE.township), listsIn(large, PEOPLE.city)];
    const times = { small: [[], []] as number[][], large: [[], []] as number[][] };
    // Turn and turn about, so that whatever else the machine does meanwhile weighs on both.
    for (let round = 0; round < ROUNDS; round += 1)
      for (const kind of [0, 1]) {
        times.small[kind]!.push(await millisecondsOf(() => few(kind, round)));
        times.large[kind]!.push(await millisecondsOf(() => many(kind, round)));
      }
    const ratio = (kind: number): number =>
      median(times.large[kind]!.slice(WARM_UP)) / median(times.small[kind]!.slice(WARM_UP));
    return {
      todayRatio: rounded(Math.max(ratio(0), ratio(1))),
      readingCalls: await callsOfOneReading(small),
    };
  } finally {
    await small.stop();
    await large.stop();
  }
}

function listsIn(township: Township, people: number): (kind: number, round: number) => Promise<unknown> {
  const template = putObservation(township, township.here.householdId);
  putCrowd(township.simulator, template, people / OBSERVED_SHARE, lowestGrids(township.documents));
  const of = (role: 'townOfficer' | 'villageDoctor', path: readonly string[]) =>
    Array.from({ length: CALLERS }, (_, n) => township.as(township.holderOf(role, path, `bench-${n}`)));
  const callers = [of('townOfficer', [township.town.gridId]), of('villageDoctor', township.here.gridPath)];
  return async (kind, round) => {
    const page = await callers[kind]![round % CALLERS]!.get('observation', 'today', {});
    if (page.rows.length === 0) throw new Error('There is nobody on the list to measure');
  };
}

/** Database calls of one normal reading, identity and audit included. */
async function callsOfOneReading(township: Township): Promise<number> {
  const { simulator, here } = township;
  await simulator.clock.set('2026-03-02T07:00:00+08:00');
  const observation = putObservation(township, here.householdId);
  const own = township.as(here.resident);
  await own.get('observation', 'mine', {});
  const before = simulator.database.statistics().calls;
  await own.get('observation', 'report', {
    requestId: 'bench-one-normal-reading',
    observationId: observation._id,
    slot: '2026-03-02-am',
    temperature: 36.5,
    symptoms: [],
  });
  return simulator.database.statistics().calls - before;
}
