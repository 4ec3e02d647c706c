import { MessageUse } from '../contracts/messages';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { templateIdFor } from '../kernel/subscription-message';
import { MESSAGE_CREDITS, type MessageCreditDocument } from './credit.document';

type Reader = Pick<Context, 'database'>;

const credits = ({ database }: Reader) => unscoped<MessageCreditDocument>(database, MESSAGE_CREDITS);
export const creditIdOf = (openid: string, templateId: string): string => `${openid}:${templateId}`;

/** Whatever a phone may have in store. */
export const creditIdsOf = (openid: string): string[] =>
  MessageUse.options.flatMap((use) => {
    const templateId = templateIdFor(use);
    return templateId === null ? [] : [creditIdOf(openid, templateId)];
  });

/** How many messages of a use a phone has in store; null where the town has set up no template for it. */
export async function readStore(
  context: Reader,
  openid: string,
  use: MessageUse,
): Promise<{ templateId: string; left: number } | null> {
  const templateId = templateIdFor(use);
  if (templateId === null) return null;
  const credit = await credits(context).get(creditIdOf(openid, templateId));
  return { templateId, left: credit?.left ?? 0 };
}

export async function addCredit(context: Reader, _id: string): Promise<void> {
  const add = () => credits(context).update({ _id }, { left: context.database.command.inc(1) });
  // Two dialogs at once may both find nothing; the second then adds to the first's.
  if ((await add()) === 0 && !(await credits(context).insert({ _id, left: 1 }))) await add();
}

/** Takes one; false when there are no more than are to be kept. */
export const takeCredit = async (context: Reader, _id: string, keep: number): Promise<boolean> =>
  (await credits(context).update(
    { _id, left: context.database.command.gt(keep) },
    { left: context.database.command.inc(-1) },
  )) === 1;

/** Nothing arrived, so it can be used again. */
export const returnCredit = async (context: Reader, _id: string): Promise<unknown> =>
  credits(context).update({ _id }, { left: context.database.command.inc(1) });

/** WeChat says there is none: it knows better. */
export const dropCredits = async (context: Reader, _id: string): Promise<unknown> =>
  credits(context).update({ _id }, { left: 0 });

/** Those of some phones that have more than `keep` left. */
export const readCredits = async (
  context: Reader,
  ids: readonly string[],
  keep: number,
): Promise<MessageCreditDocument[]> =>
  ids.length === 0
    ? []
    : credits(context).find(
        { _id: context.database.command.in([...ids]), left: context.database.command.gt(keep) },
        { limit: ids.length },
      );
