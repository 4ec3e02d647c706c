import type { Context } from '../kernel/context';
import type { OrderDocument } from '../orders/order.document';
import { writeOrder } from '../orders/order.repository';
import type { SlotDocument } from '../pickup/slot.document';
import type { RoundDocument } from '../rounds/round.document';
import { writeJob } from '../rounds/round.repository';
import { giveSlot } from './give-slots';
import { helpersFor } from './helpers-of-care';
import { openSlots, readAllOrders, readGridMembers, readObservedHouseholds } from './purchase.repository';
import { planSlots } from './slot-plan';

/** Orders that one transaction gives a slot to. */
const BATCH = 20;

/**
 * 排领取时间: a slot or the door for every order, after the demand was summed, and again when slots were added. Needs no cursor: who has a time keeps it, and
 * the others are planned into the room that is left. True when the round's job is done, false when time is up or somebody else is at it.
 */
export async function assignSlots(
  context: Context,
  round: RoundDocument,
  isTimeLeft: () => boolean,
): Promise<boolean> {
  while (isTimeLeft()) {
    const orders = await readAllOrders(context, round._id);
    const waiting = orders.filter(({ pickup }) => pickup === null);
    const observed = await readObservedHouseholds(context, round.gridIds);
    const slots = await openSlots(context, round);
    const atTheDoor = waiting.filter(
      ({ wish, householdId }) => slots.length === 0 || wish.way === 'door' || observed.has(householdId),
    );
    const fetching = waiting.filter((order) => !atTheDoor.includes(order));
    const plan = planSlots(slots.map(spaceOf), fetching.map(fetchingOf));
    if (plan.slotOf.size === 0 && atTheDoor.length === 0)
      return (await writeJob(context, round, null, { slotting: slottingOf(orders) })) !== null;
    await sendToDoors(context, round, atTheDoor);
    await giveOut(context, { slots, fetching, slotOf: plan.slotOf }, isTimeLeft);
  }
  return false;
}

const spaceOf = ({ slotId, pointId, date, from, capacity, taken }: SlotDocument) => ({
  slotId,
  pointId,
  date,
  from,
  free: capacity - taken,
});

const fetchingOf = ({ _id, gridId, care, wish, placedAt }: OrderDocument) => ({
  id: _id,
  team: gridId,
  care: care.length > 0,
  pointId: wish.pointId,
  at: placedAt,
});

const slottingOf = (orders: readonly OrderDocument[]): NonNullable<RoundDocument['slotting']> => ({
  pickup: orders.filter(({ pickup }) => pickup?.way === 'pickup').length,
  door: orders.filter(({ pickup }) => pickup?.way === 'door').length,
  unplaced: orders.filter(({ pickup }) => pickup === null).length,
});

async function sendToDoors(
  context: Context,
  { distribution }: RoundDocument,
  orders: readonly OrderDocument[],
): Promise<void> {
  const pickup: OrderDocument['pickup'] = {
    way: 'door',
    pointId: null,
    slotId: null,
    date: distribution.doorDate,
    helper: null,
  };
  for (let from = 0; from < orders.length; from += BATCH)
    await Promise.all(
      orders.slice(from, from + BATCH).map((order) => writeOrder(context, order, { ...order, pickup })),
    );
}

type Given = {
  slots: readonly SlotDocument[];
  fetching: readonly OrderDocument[];
  slotOf: ReadonlyMap<string, string>;
};

async function giveOut(
  context: Context,
  { slots, fetching, slotOf }: Given,
  isTimeLeft: () => boolean,
): Promise<void> {
  const inCare = fetching.filter(({ care }) => care.length > 0);
  const nearby = [...new Set(inCare.flatMap(({ gridPath }) => gridPath))];
  const helpers = helpersFor(inCare, await readGridMembers(context, nearby));
  for (const slot of slots) {
    const here = fetching.filter(({ _id }) => slotOf.get(_id) === slot.slotId);
    for (let from = 0; from < here.length && isTimeLeft(); from += BATCH)
      await giveSlot(context, slot, here.slice(from, from + BATCH), helpers);
  }
}
