import { check, apply, rosterOf, spreadsheet } from '../../support/rosters';
import { openTownship } from '../../support/township';
import { millisecondsOf, rounded } from './timing';

const HOUSEHOLDS = 1667;
const PEOPLE_A_HOUSEHOLD = 3;

/**
 * A village's roster from the upload to the last row on file, and how long the longest single call took: a function may live a minute,
 * and a phone waits twenty seconds.
 */
export async function measureImport(): Promise<{ importRowsPerSecond: number; importLongestCallMs: number }> {
  const township = await openTownship();
  try {
    const leader = township.as(township.holderOf('gridLeader', township.here.gridPath));
    const lines = rosterOf(township.here, HOUSEHOLDS, PEOPLE_A_HOUSEHOLD);
    const content = await spreadsheet(lines);
    let longest = 0;
    const timed = {
      ...leader,
      get: async (...call: Parameters<typeof leader.get>) => {
        let answer: unknown;
        const took = await millisecondsOf(async () => {
          answer = await leader.get(...call);
        });
        longest = Math.max(longest, took);
        return answer;
      },
    } as typeof leader;
    const took = await millisecondsOf(async () => {
      const job = await apply(timed, await check(township, timed, content));
      if (job.counts.new !== lines.length) throw new Error(`Only ${job.counts.new} rows were imported`);
    });
    return {
      importRowsPerSecond: rounded(lines.length / (took / 1000), 0),
      importLongestCallMs: rounded(longest, 0),
    };
  } finally {
    await township.stop();
  }
}
