import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { fieldOf, timeFieldOf } from '../messages/field';
import { readPhones } from '../messages/phones';
import { sendWithCredit } from '../messages/send-with-credit';
import { orderIdOf } from '../orders/order.document';
import { readOrdersOfRound } from '../orders/order.repository';
import type { RoundDocument } from './round.document';
import { writeJob } from './round.repository';

const BATCH = 50;

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
  for (const [householdId, phones] of await readPhones(context, 'roundCancelled', householdIds)) {
    const phone = phones.at(-1);
    if (phone) await tellPhone(context, round, orderIdOf(round._id, householdId), phone.openid);
  }
}

const tellPhone = (
  context: Context,
  { title, cancelled }: RoundDocument,
  orderId: string,
  openid: string,
): Promise<boolean> =>
  sendWithCredit(context, {
    openid,
    use: 'roundCancelled',
    page: `packages/shop/order/index?orderId=${encodeURIComponent(orderId)}`,
    values: {
      团购名称: fieldOf(title),
      取消原因: fieldOf(cancelled?.reason ?? ''),
      取消时间: timeFieldOf(cancelled?.at ?? toTimestamp(context.now)),
      温馨提示: '您家的订单不用付钱，也不用来领',
    },
  });
