import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { inTransaction } from '../kernel/transaction';
import { registerSale } from '../medicines/register-sale';
import { type OrderDocument, ORDERS } from '../orders/order.document';
import { type Reach, requireWithin } from '../pickup/reach';
import { bookEntry, type Movement } from './book-entry';

type Asked = { orderId: string; requestId: string };

/**
 * Books one movement at an order within reach, all or nothing, with what the register of medicines says of it. `movementOf` decides by the
 * order as it is inside the transaction, and runs again where somebody else wrote first.
 */
export async function moveAtOrder(
  context: Context,
  reach: Reach,
  { orderId, requestId }: Asked,
  movementOf: (order: OrderDocument) => Movement,
): Promise<OrderDocument> {
  return inTransaction(context.database, async (transaction) => {
    const order = requireWithin(await transaction.get<OrderDocument>(ORDERS, orderId), reach);
    context.about({ householdId: order.householdId, gridPath: order.gridPath });
    if (order.status === 'cancelled') throw new AppError('CONFLICT', '这一单住户已经取消了，没有货也不收钱');
    const booked = await bookEntry(transaction, context, order, requestId, () => movementOf(order));
    if (booked !== order) {
      const { supplierId, supplierName } = reach.round;
      const drugs = movedDrugs(order, booked, reach);
      await registerSale(transaction, context, order, { supplierId, supplierName }, drugs);
    }
    return booked;
  });
}

function movedDrugs(before: OrderDocument, after: OrderDocument, { round }: Reach) {
  const items = new Map(round.items.map((item) => [item.itemId, item]));
  return after.lines.flatMap(({ itemId, patientId, delivered }, position) => {
    const item = items.get(itemId);
    return item && before.lines[position]?.delivered !== delivered ? [{ item, patientId, delivered }] : [];
  });
}
