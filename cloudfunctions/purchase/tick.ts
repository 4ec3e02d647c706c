import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { findOrder } from '../orders/order.repository';
import { orderIdOf } from '../orders/order.document';
import { timerBudget } from '../kernel/time-budget';
import type { RoundDocument } from '../rounds/round.document';
import { movePickup } from './move-pickup';
import { readObservedHouseholds, readRoundsToHandOut } from './purchase.repository';

/**
 * Whoever came under observation since pickup times were given out shares no slot any more: their goods go to the door, and their place in the slot is free
 * for somebody else. One look a round and one an observed household; what is moved is not found again.
 */
export async function tick(_input: object, context: Context): Promise<{ moved: number; more: boolean }> {
  const isTimeLeft = timerBudget();
  let moved = 0;
  for (let after = ''; ;) {
    const rounds = await readRoundsToHandOut(context, after);
    for (const round of rounds) {
      if (!isTimeLeft()) return { moved, more: true };
      moved += await sendObservedHome(round, context);
      after = round._id;
    }
    if (rounds.length === 0) return { moved, more: false };
  }
}

async function sendObservedHome(round: RoundDocument, context: Context): Promise<number> {
  let moved = 0;
  for (const householdId of await readObservedHouseholds(context, round.gridIds)) {
    const order = await findOrder(context, orderIdOf(round._id, householdId));
    if (order?.status !== 'placed' || order.pickup?.way !== 'pickup' || isHandedOver(order.handOver))
      continue;
    const door = {
      way: 'door' as const,
      pointId: null,
      slotId: null,
      date: round.distribution.doorDate,
      helper: null,
    };
    const isMoved = await movePickup(context, order, door, {
      requestId: `observed-${order.version}`,
      by: context.caller.openid,
      byName: '系统',
      at: toTimestamp(context.now),
      what: '家里有人居家观察，改成送到门口',
    });
    if (isMoved) moved += 1;
  }
  return moved;
}

const isHandedOver = ({ status }: { status: string }): boolean => status === 'collected' || status === 'left';
