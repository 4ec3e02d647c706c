import type * as z from 'zod';
import type { purchaseContract, SlotChoice } from '../contracts/purchase';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { OrderDocument } from '../orders/order.document';
import { movePickup } from './move-pickup';
import { helpersFor } from './helpers-of-care';
import { readGridMembers } from './purchase.repository';
import { type Fetched, isOver, readFetched, slotChoice, whyFixed } from './slot-choice';

type Input = z.output<typeof purchaseContract.moveSlot.input>;

export const showFreeSlots = async (
  { orderId }: { orderId: string },
  context: Context,
): Promise<SlotChoice> => slotChoice(await readFetched(context, orderId), context);

/** 换时间, by the household itself. To the door is for whoever carries it there to say. */
export const moveSlot = async (input: Input, context: Context): Promise<SlotChoice> => {
  if (input.slotId === null) throw new AppError('CONFLICT', '要改成送上门，请给网格员打电话，由网格员来改');
  return move(input, context);
};

/** 换时间, by whoever works in the household's grid. */
export const moveSlotFor = async (input: Input, context: Context): Promise<SlotChoice> =>
  move(input, context);

async function move(input: Input, context: Context): Promise<SlotChoice> {
  const fetched = await readFetched(context, input.orderId);
  const { order } = fetched;
  if (isRepeated(order, input, context)) return slotChoice(fetched, context);
  if (order.version !== input.version) throw changed();
  const pickup = await pickupAt(input, fetched, context);
  const { caller, now } = context;
  const isMoved = await movePickup(context, order, pickup, {
    requestId: input.requestId,
    by: caller.openid,
    byName: caller.name ?? '',
    at: toTimestamp(now),
    what: inWords(pickup, fetched),
  });
  const present = await readFetched(context, input.orderId);
  // A double tap: the other one did it.
  if (!isMoved && !isRepeated(present.order, input, context)) throw changed();
  return slotChoice(present, context);
}

type Pickup = NonNullable<OrderDocument['pickup']>;

async function pickupAt(input: Input, fetched: Fetched, context: Context): Promise<Pickup> {
  const { order, round, slots } = fetched;
  const fixed = whyFixed(fetched);
  if (fixed !== null) throw new AppError('CONFLICT', fixed);
  if (input.slotId === null)
    return { way: 'door', pointId: null, slotId: null, date: round.distribution.doorDate, helper: null };
  const slot = slots.find(({ slotId }) => slotId === input.slotId);
  if (slot === undefined) throw new AppError('NOT_FOUND', '没有这个时段，请刷新再看');
  if (isOver(slot, context.now)) throw new AppError('CONFLICT', '这个时段已经过了，请选后面的时段');
  const helper =
    order.pickup?.helper ??
    helpersFor([order], order.care.length === 0 ? [] : await readGridMembers(context, order.gridPath)).get(
      order._id,
    ) ??
    null;
  return { way: 'pickup', pointId: slot.pointId, slotId: slot.slotId, date: slot.date, helper };
}

const isRepeated = (
  { changes }: OrderDocument,
  { requestId }: Pick<Input, 'requestId'>,
  { caller }: Pick<Context, 'caller'>,
): boolean => changes.some((change) => change.requestId === requestId && change.by === caller.openid);

const changed = (): AppError => new AppError('CONFLICT', '别人刚刚改过这份订单，请刷新再看');

function inWords(pickup: Pickup, { round, slots }: Fetched): string {
  const slot = slots.find(({ slotId }) => slotId === pickup.slotId);
  const point = round.distribution.points.find(({ pointId }) => pointId === pickup.pointId);
  return slot === undefined
    ? '改成送上门'
    : `换了领取时间：${point?.name ?? ''} ${slot.date} ${slot.from}–${slot.until}`;
}
