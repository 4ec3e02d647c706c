import type { Simulator } from '../../simulator/simulator';
import { CloudBaseError } from '../../simulator/cloud/errors';

/** What becomes of the call at which a function dies: it never arrives, or it is carried out and nobody hears of it. */
export type Cut = 'before' | 'after';

/**
 * Runs `act` as a process that is killed at its database call number `at` (from 0): nothing that comes later arrives any more. Answers how many calls
 * were made.
 */
export async function cutAt(
  { database }: Pick<Simulator, 'database'>,
  at: number,
  cut: Cut,
  act: () => Promise<unknown>,
): Promise<number> {
  const whole = database.handle.bind(database);
  let calls = 0;
  database.handle = async (action, parameters) => {
    const position = calls;
    calls += 1;
    const answer =
      position < at || (position === at && cut === 'after') ? await whole(action, parameters) : null;
    if (position < at && answer !== null) return answer;
    throw new CloudBaseError('SYS_ERR', 'The line was cut');
  };
  try {
    await act();
  } finally {
    database.handle = whole;
  }
  return calls;
}
