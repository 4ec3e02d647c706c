import { measureChase } from './measure/chase';
import { simulateDays } from './measure/observation-days';
import { measureSweep } from './measure/sweep';
import { measureToday } from './measure/today';

const PEOPLE = 3_000;
const DAYS = 14;
const CHASED = 5_000;

/** The figures of returns, from one run. `observation` and `chase` say what stands behind them. */
export async function measure(say: (line: string) => void): Promise<Record<string, unknown>> {
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    say(`${what}…`);
    return work();
  };
  const { people, slotsExpected, slotsAccounted, alertsRaised, alertsLost, ...observation } = await step(
    `${PEOPLE} people under observation for ${DAYS} days`,
    () => simulateDays({ people: PEOPLE, days: DAYS }, say),
  );
  const { todayRatio, readingCalls } = await step(
    "today's list among 120,000 people against 2,000",
    measureToday,
  );
  const { resumed, ...chase } = await step(`the chase of ${CHASED} people, killed on the way`, () =>
    measureChase(CHASED),
  );
  const { sweepRatio } = await step('the sweep of a new risk area over 100,000 stays', measureSweep);
  return {
    people,
    slotsExpected,
    slotsAccounted,
    alertsRaised,
    alertsLost,
    readingCalls,
    todayRatio,
    chaseResumed: resumed,
    sweepRatio,
    observation,
    chase,
  };
}
