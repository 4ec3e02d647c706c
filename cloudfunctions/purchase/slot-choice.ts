import type { SlotChoice } from '../contracts/purchase';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { OrderDocument } from '../orders/order.document';
import { pickupView } from '../orders/order-view';
import type { SlotDocument } from '../pickup/slot.document';
import type { RoundDocument } from '../rounds/round.document';
import { readRoundsById } from '../rounds/round.repository';
import { noOrder, readOrder } from '../orders/order.repository';
import { isObserved, readSlots } from './purchase.repository';

/** An order with all that decides when it may be fetched. */
export type Fetched = {
  order: OrderDocument;
  round: RoundDocument;
  slots: SlotDocument[];
  observed: boolean;
};

export async function readFetched(context: Context, orderId: string): Promise<Fetched> {
  const order = await readOrder(context, orderId);
  context.about({ householdId: order.householdId, gridPath: order.gridPath });
  const [[round], slots, observed] = await Promise.all([
    readRoundsById(context, [order.roundId]),
    readSlots(context, order.roundId),
    isObserved(context, order.householdId),
  ]);
  if (!round) throw noOrder();
  return { order, round, slots, observed };
}

/** Where it may still be fetched: slots with room that are not over, and its own. */
export function slotChoice(fetched: Fetched, { now }: Pick<Context, 'now'>): SlotChoice {
  const { order, round, slots } = fetched;
  const names = new Map(round.distribution.points.map(({ pointId, name }) => [pointId, name]));
  const mine = order.pickup?.slotId ?? null;
  const fixed = whyFixed(fetched);
  return {
    orderId: order._id,
    pickup: pickupView(order, round),
    slots: slots
      .filter((slot) => slot.slotId === mine || (slot.taken < slot.capacity && !isOver(slot, now)))
      .map(({ slotId, pointId, date, from, until, capacity, taken }) => ({
        slotId,
        pointId,
        date,
        from,
        until,
        capacity,
        pointName: names.get(pointId) ?? '',
        free: Math.max(0, capacity - taken),
        isMine: slotId === mine,
      })),
    fixed,
    version: order.version,
  };
}

export const isOver = ({ date, until }: Pick<SlotDocument, 'date' | 'until'>, now: Context['now']): boolean =>
  `${date} ${until}` <= `${toCalendarDate(now)} ${now.format('HH:mm')}`;

/** Why nobody can move it now; null when somebody can. */
export function whyFixed({ order, round, slots, observed }: Fetched): string | null {
  if (order.status === 'cancelled') return '这份订单已经取消了';
  if (round.status === 'cancelled') return '这一批已经取消了';
  if (round.status === 'settled') return '这一批已经结清了，不能再换时间';
  if (order.handOver.status === 'collected' || order.handOver.status === 'left')
    return '东西已经交到手里了，不用再换时间';
  if (round.status === 'open' || round.status === 'draft') return '截止以后才排领取时间，请到时再看';
  if (round.job !== null && round.job.step !== 'allot') return '正在排领取时间，请过几分钟再看';
  if (slots.length === 0) return '这一批都送上门，不用去领';
  if (observed) return '家里有人在居家观察，东西会送到门口，不用出门领';
  return null;
}
