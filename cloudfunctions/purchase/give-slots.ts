import type { Context } from '../kernel/context';
import { inTransaction } from '../kernel/transaction';
import { type OrderDocument, ORDERS } from '../orders/order.document';
import { ROUND_SLOTS, type SlotDocument } from '../pickup/slot.document';
import type { Helper } from './helpers-of-care';

/**
 * Gives a slot to some orders that have no time yet, all in one transaction with the slot's counter: whatever else moves meanwhile, and however often this
 * is killed, a slot never holds more than its capacity and nobody counts twice. Who finds no room, or has a time already, is left as is.
 */
export const giveSlot = async (
  { database }: Pick<Context, 'database'>,
  slot: Pick<SlotDocument, '_id'>,
  orders: readonly Pick<OrderDocument, '_id'>[],
  helpers: ReadonlyMap<string, Helper>,
): Promise<void> =>
  inTransaction(database, async (transaction) => {
    const present = await transaction.get<SlotDocument>(ROUND_SLOTS, slot._id);
    if (!present) return;
    const { pointId, slotId, date, capacity } = present;
    let { taken } = present;
    for (const { _id } of orders) {
      const order = await transaction.get<OrderDocument>(ORDERS, _id);
      if (order?.pickup !== null || order.status !== 'placed' || taken >= capacity) continue;
      taken += 1;
      await transaction.change(ORDERS, _id, {
        pickup: database.command.set({
          way: 'pickup',
          pointId,
          slotId,
          date,
          helper: helpers.get(_id) ?? null,
        }),
        version: database.command.inc(1),
      });
    }
    if (taken > present.taken) await transaction.change(ROUND_SLOTS, present._id, { taken });
  });
