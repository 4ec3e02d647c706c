import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';

export const MESSAGE_DAYS = 'message_days';

/** How many messages a household, or somebody on duty, got on the last day with any. */
export type MessageDayDocument = {
  /** The household, or the openid. */
  _id: string;
  /** YYYY-MM-DD */
  day: string;
  sent: number;
};

/** Counts one more message today; false when there were as many as a day holds, whoever sent them. */
export async function takeTurn(
  { database }: Pick<Context, 'database'>,
  addressee: string,
  { day, most }: { day: string; most: number },
): Promise<boolean> {
  const { command } = database;
  const days = unscoped<MessageDayDocument>(database, MESSAGE_DAYS);
  return (
    (await days.update({ _id: addressee, day: command.neq(day) }, { day, sent: 1 })) === 1 ||
    (await days.update({ _id: addressee, day, sent: command.lt(most) }, { sent: command.inc(1) })) === 1 ||
    (most > 0 && (await days.insert({ _id: addressee, day, sent: 1 })))
  );
}
