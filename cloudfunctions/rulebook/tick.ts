import type { Context } from '../kernel/context';
import { timerBudget } from '../kernel/time-budget';
import { runSweep } from './run-sweep';
import { readRunning } from './sweep.repository';

const AT_ONCE = 10;

/** Goes on with sweeps that no call finished, the oldest first. */
export async function tick(_input: object, context: Context): Promise<{ looked: number; done: number }> {
  const isTimeLeft = timerBudget();
  const running = await readRunning(context, AT_ONCE);
  let looked = 0;
  for (const { _id } of running) looked += await runSweep(context, _id, isTimeLeft);
  const left = await readRunning(context, AT_ONCE);
  return { looked, done: running.length - left.length };
}
