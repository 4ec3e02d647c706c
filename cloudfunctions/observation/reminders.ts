import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type MessageUse, templateIdFor } from '../kernel/subscription-message';
import { MESSAGE_CREDITS, type MessageCreditDocument } from './observation.document';

const credits = ({ database }: Pick<Context, 'database'>) =>
  unscoped<MessageCreditDocument>(database, MESSAGE_CREDITS);
export const creditIdOf = (openid: string, templateId: string): string => `${openid}:${templateId}`;

/** The template of a use to ask the caller for, and how many they still have; null where the town has set up none. */
export async function readReminder(
  context: Context,
  use: MessageUse = 'readingDue',
): Promise<{ templateId: string; left: number } | null> {
  const templateId = templateIdFor(use);
  if (templateId === null) return null;
  const credit = await credits(context).get(creditIdOf(context.caller.openid, templateId));
  return { templateId, left: credit?.left ?? 0 };
}

/** Counts what WeChat's dialog was just allowed. Too many would do no harm: WeChat refuses, and then none are left. */
export async function keepReminders(
  { accepted }: { accepted: number },
  context: Context,
  use: MessageUse = 'readingDue',
): Promise<{ left: number }> {
  const templateId = templateIdFor(use);
  if (templateId === null) throw new AppError('CONFLICT', '镇上还没有开通消息提醒');
  const _id = creditIdOf(context.caller.openid, templateId);
  const add = () => credits(context).update({ _id }, { left: context.database.command.inc(accepted) });
  // Two dialogs at once may both find nothing; the second then adds to the first's.
  if ((await add()) === 0 && !(await credits(context).insert({ _id, left: accepted }))) await add();
  return { left: (await credits(context).get(_id))?.left ?? accepted };
}

/** Takes one; false when there is none. */
export const takeCredit = async (context: Pick<Context, 'database'>, _id: string): Promise<boolean> =>
  (await credits(context).update(
    { _id, left: context.database.command.gt(0) },
    { left: context.database.command.inc(-1) },
  )) === 1;

/** Nothing arrived, so it can be used again. */
export const returnCredit = async (context: Pick<Context, 'database'>, _id: string): Promise<unknown> =>
  credits(context).update({ _id }, { left: context.database.command.inc(1) });

/** WeChat says there is none: it knows better. */
export const dropCredits = async (context: Pick<Context, 'database'>, _id: string): Promise<unknown> =>
  credits(context).update({ _id }, { left: 0 });

/** Those of some phones that have one left. */
export const readCredits = async (
  context: Pick<Context, 'database'>,
  ids: readonly string[],
): Promise<MessageCreditDocument[]> =>
  ids.length === 0
    ? []
    : credits(context).find(
        { _id: context.database.command.in([...ids]), left: context.database.command.gt(0) },
        { limit: ids.length },
      );
