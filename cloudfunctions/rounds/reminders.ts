import type * as z from 'zod';
import type { roundsContract } from '../contracts/rounds';
import type { Context } from '../kernel/context';
import { keepReminders, readReminder } from '../observation/reminders';

/** Whether to ask a household's phone for a message in case a round is cancelled. */
export async function showReminder(
  _input: object,
  context: Context,
): Promise<z.input<typeof roundsContract.reminder.output>> {
  return (await readReminder(context, 'roundCancelled')) ?? { templateId: null, left: 0 };
}

export const keepRoundReminders = async (
  input: { accepted: number },
  context: Context,
): Promise<{ left: number }> => keepReminders(input, context, 'roundCancelled');
