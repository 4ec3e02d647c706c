import type { Context } from '../kernel/context';
import { type SubscriptionMessage, templateIdFor } from '../kernel/subscription-message';
import { creditIdOf, dropCredits, returnCredit, takeCredit } from './credits.repository';

/**
 * Sends a message to a phone that allowed one, and takes it off its store; `keep` so many stay for what is more urgent. True when it left. A call killed
 * in the middle has spent one: nothing is sent twice.
 */
export async function sendWithCredit(
  context: Pick<Context, 'database' | 'sendMessage'>,
  message: SubscriptionMessage,
  keep = 0,
): Promise<boolean> {
  const templateId = templateIdFor(message.use);
  if (templateId === null) return false;
  const creditId = creditIdOf(message.openid, templateId);
  if (!(await takeCredit(context, creditId, keep))) return false;
  const sent = await context.sendMessage(message);
  if (sent === 'refused') await dropCredits(context, creditId);
  if (sent === 'failed') await returnCredit(context, creditId);
  return sent === 'sent';
}
