import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { Transaction } from '../kernel/transaction';
import { type OrderDocument, ORDERS } from '../orders/order.document';
import { type EntryDocument, entryIdOf, SUPPLY_ENTRIES } from './entry.document';

/** What moves at an order, by the line it belongs to. */
export type Movement = Pick<
  EntryDocument,
  'kind' | 'delivered' | 'substituted' | 'money' | 'method' | 'reason'
> & {
  requestId: string;
  /** When it happened; now unless told. */
  at?: string;
  /** What the order's history says of it. */
  what: string;
};

const KEPT_CHANGES = 20;

/**
 * Moves goods and money at an order, the only way in which its `delivered` and `paid` ever change: one entry, and the order with it, in the
 * caller's transaction. The same act again changes nothing and answers the order as it stands. `order` is what this transaction read; `next` is
 * what else the act changes in it. Never hands out more than a household gets, nor gives back more than it has or paid (CONFLICT).
 */
export async function bookEntry(
  transaction: Transaction,
  { caller, now }: Pick<Context, 'caller' | 'now'>,
  order: OrderDocument,
  movement: Movement,
  next: Pick<Partial<OrderDocument>, 'handOver'> = {},
): Promise<OrderDocument> {
  const { requestId, what, at = toTimestamp(now), ...moved } = movement;
  const _id = entryIdOf(order._id, requestId);
  if (await transaction.get<EntryDocument>(SUPPLY_ENTRIES, _id)) return order;

  const lines = order.lines.map((line) => movedLine(line, moved));
  const goods = order.lines.reduce(
    (sum, { itemId, price, substitute }) =>
      sum +
      (moved.delivered[itemId] ?? 0) * price +
      (moved.substituted[itemId] ?? 0) * (substitute?.price ?? 0),
    0,
  );
  const paid = order.paid + moved.money;
  if (paid < 0) throw new AppError('CONFLICT', '退的钱比收的还多。请看看这一户付过多少，再填退了多少');

  const bookedAt = toTimestamp(now);
  const byName = caller.name ?? '';
  const entry: EntryDocument = {
    _id,
    orderId: order._id,
    roundId: order.roundId,
    householdId: order.householdId,
    gridPath: order.gridPath,
    ...moved,
    goods,
    by: caller.openid,
    byName,
    at,
    bookedAt,
  };
  await transaction.put(SUPPLY_ENTRIES, entry);
  const booked: OrderDocument = {
    ...order,
    ...next,
    lines,
    delivered: order.delivered + goods,
    paid,
    changedAt: bookedAt,
    version: order.version + 1,
    changes: [...order.changes.slice(1 - KEPT_CHANGES), { requestId, by: caller.openid, byName, at, what }],
  };
  await transaction.put(ORDERS, booked);
  return booked;
}

type Line = OrderDocument['lines'][number];

/** What a household gets of a line: its share after a shortage, or as ordered. */
export const shareOf = ({ allotted, quantity }: Pick<Line, 'allotted' | 'quantity'>): number =>
  allotted ?? quantity;

function movedLine(
  line: Line,
  { delivered, substituted }: Pick<Movement, 'delivered' | 'substituted'>,
): Line {
  const next = {
    ...line,
    delivered: line.delivered + (delivered[line.itemId] ?? 0),
    substituteDelivered: line.substituteDelivered + (substituted[line.itemId] ?? 0),
  };
  if (next.delivered < 0 || next.substituteDelivered < 0)
    throw new AppError('CONFLICT', '退回来的比交出去的还多。请看看这一户领过什么，再填退了几件');
  if (next.delivered > shareOf(line) || next.substituteDelivered > (line.substitute?.quantity ?? 0))
    throw new AppError('CONFLICT', '交的比这一户该得的还多。请按单子上剩下的数量交');
  return next;
}
