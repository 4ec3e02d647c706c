import { chinaTime, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { readPhonesOfHouseholds } from '../observation/chase.repository';
import { creditIdOf, dropCredits, readCredits, returnCredit, takeCredit } from '../observation/reminders';
import { templateIdFor } from '../kernel/subscription-message';
import { orderIdOf } from '../orders/order.document';
import { readOrdersOfRound } from '../orders/order.repository';
import type { RoundDocument } from './round.document';
import { writeJob } from './round.repository';

const BATCH = 50;
/** What WeChat takes in one field. */
const MOST_IN_A_FIELD = 20;
const fieldOf = (text: string): string => Array.from(text).slice(0, MOST_IN_A_FIELD).join('');

/**
 * 取消通知: to one phone of each household that ordered, where one allowed a message; in the app it stands anyway. The cursor is written before a
 * batch leaves: a killed call leaves a few untold by message, and nobody is told twice.
 */
export async function tellCancelled(
  context: Context,
  stored: RoundDocument,
  isTimeLeft: () => boolean,
): Promise<boolean> {
  let round = stored;
  while (isTimeLeft() && round.job?.step === 'tell') {
    const orders = await readOrdersOfRound(context, round._id, { after: round.job.cursor, limit: BATCH });
    const last = orders.at(-1);
    const next = last && orders.length === BATCH ? { step: 'tell' as const, cursor: last._id } : null;
    const claimed: RoundDocument | null = await writeJob(context, round, next);
    if (claimed === null) return false;
    await tell(
      context,
      claimed,
      orders.map(({ householdId }) => householdId),
    );
    if (next === null) return true;
    round = claimed;
  }
  return false;
}

async function tell(context: Context, round: RoundDocument, householdIds: readonly string[]): Promise<void> {
  const templateId = templateIdFor('roundCancelled');
  if (templateId === null || householdIds.length === 0) return;
  const accounts = await readPhonesOfHouseholds(context, householdIds);
  const credits = await readCredits(
    context,
    accounts.map(({ _id }) => creditIdOf(_id, templateId)),
  );
  const allowed = new Set(credits.map(({ _id }) => _id));
  const phoneOf = new Map<string, string>();
  for (const { _id, householdId } of accounts)
    if (householdId !== null && allowed.has(creditIdOf(_id, templateId))) phoneOf.set(householdId, _id);
  for (const [householdId, openid] of phoneOf)
    await tellPhone(context, round, orderIdOf(round._id, householdId), { openid, templateId });
}

async function tellPhone(
  context: Context,
  { title, cancelled }: RoundDocument,
  orderId: string,
  { openid, templateId }: { openid: string; templateId: string },
): Promise<void> {
  const creditId = creditIdOf(openid, templateId);
  if (!(await takeCredit(context, creditId))) return;
  const sent = await context.sendMessage({
    openid,
    use: 'roundCancelled',
    page: `packages/shop/order/index?orderId=${encodeURIComponent(orderId)}`,
    values: {
      团购名称: fieldOf(title),
      取消原因: fieldOf(cancelled?.reason ?? ''),
      取消时间: chinaTime(cancelled?.at ?? toTimestamp(context.now)).format('YYYY年MM月DD日 HH:mm'),
      温馨提示: '您家的订单不用付钱，也不用来领',
    },
  });
  if (sent === 'refused') await dropCredits(context, creditId);
  if (sent === 'failed') await returnCredit(context, creditId);
}
