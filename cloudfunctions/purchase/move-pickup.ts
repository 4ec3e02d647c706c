import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { inTransaction } from '../kernel/transaction';
import { type OrderChange, type OrderDocument, ORDERS } from '../orders/order.document';
import { ROUND_SLOTS, type SlotDocument, slotKeyOf } from '../pickup/slot.document';

/** The latest acts on an order that are kept: retries come within minutes. */
const REMEMBERED = 20;

/**
 * Moves an order to another slot or to the door. Both slots' counters and the order are written together, so nothing leaks and nothing overflows; a slot that
 * filled up meanwhile is a CONFLICT. False when somebody changed the order since it was read.
 */
export const movePickup = async (
  { database }: Pick<Context, 'database'>,
  { _id, version, roundId }: Pick<OrderDocument, '_id' | 'version' | 'roundId'>,
  pickup: NonNullable<OrderDocument['pickup']>,
  act: OrderChange,
): Promise<boolean> =>
  inTransaction(database, async (transaction) => {
    const order = await transaction.get<OrderDocument>(ORDERS, _id);
    if (order?.version !== version) return false;
    const from = order.pickup?.slotId ?? null;
    const isElsewhere = from !== pickup.slotId;
    if (isElsewhere && pickup.slotId !== null) {
      const slot = await transaction.get<SlotDocument>(ROUND_SLOTS, slotKeyOf(roundId, pickup.slotId));
      if (!slot || slot.taken >= slot.capacity)
        throw new AppError('CONFLICT', '这个时段刚刚满了，请选别的时段');
      await transaction.change(ROUND_SLOTS, slot._id, { taken: slot.taken + 1 });
    }
    if (isElsewhere && from !== null) {
      const slot = await transaction.get<SlotDocument>(ROUND_SLOTS, slotKeyOf(roundId, from));
      if (slot) await transaction.change(ROUND_SLOTS, slot._id, { taken: Math.max(0, slot.taken - 1) });
    }
    return transaction.change(ORDERS, _id, {
      pickup: database.command.set(pickup),
      version: database.command.inc(1),
      changes: [...order.changes.slice(1 - REMEMBERED), act],
    });
  });
