import type * as z from 'zod';
import type { alertsContract } from '../contracts/alerts';
import type { Context } from '../kernel/context';
import { timerBudget } from '../kernel/time-budget';
import { climbLevels } from './climb-levels';
import { tellWhoMustAnswer } from './tell-who-must-answer';

/** Every minute: duties climb first, so that a message goes to whoever has it now. */
export async function tick(
  _input: object,
  context: Context,
): Promise<z.input<typeof alertsContract.tick.output>> {
  const isTimeLeft = timerBudget();
  const climbed = await climbLevels(context, isTimeLeft);
  return { climbed, messages: await tellWhoMustAnswer(context, isTimeLeft) };
}
