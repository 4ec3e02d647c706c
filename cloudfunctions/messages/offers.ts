import type { MessageOffer, MessageUse } from '../contracts/messages';
import type { Context } from '../kernel/context';
import { templateIdFor } from '../kernel/subscription-message';
import { addCredit, creditIdOf, readStore } from './credits.repository';

/** What the caller's phone may be asked for; uses that the town has not set up are left out. */
export async function showOffers(
  { uses }: { uses: MessageUse[] },
  context: Context,
): Promise<{ offers: MessageOffer[] }> {
  const stores = await Promise.all(
    [...new Set(uses)].map(async (use) => {
      const store = await readStore(context, context.caller.openid, use);
      return store === null ? [] : [{ use, ...store }];
    }),
  );
  return { offers: stores.flat() };
}

/** Counts what WeChat's dialog was just allowed. Too many would do no harm: WeChat refuses, and then none are left. */
export async function keepMessages(
  { accepted }: { accepted: MessageUse[] },
  context: Context,
): Promise<{ offers: MessageOffer[] }> {
  for (const use of accepted) {
    const templateId = templateIdFor(use);
    if (templateId !== null) await addCredit(context, creditIdOf(context.caller.openid, templateId));
  }
  return showOffers({ uses: accepted }, context);
}
