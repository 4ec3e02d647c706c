import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { Transaction } from '../kernel/transaction';
import { type OrderDocument, type OrderLine, ORDERS } from '../orders/order.document';
import { type EntryDocument, entryIdOf, SUPPLY_ENTRIES } from './entry.document';
import { requireMovable } from './frozen';

/** What moves at an order, by the line it belongs to. */
export type Movement = Pick<
  EntryDocument,
  'kind' | 'delivered' | 'substituted' | 'money' | 'method' | 'reason'
> & {
  /** When it happened; now unless told. */
  at?: string;
  /** What the order's history says of it. */
  what: string;
  /** How the order stands afterwards, where that changes. */
  handOver?: OrderDocument['handOver'];
};

const KEPT_CHANGES = 20;

/**
 * Moves goods and money at an order, the only way in which its `delivered` and `paid` ever change: one entry, and the order with it, in the
 * caller's transaction, which read `order`. The same request again changes nothing and answers the same order, before `movementOf` is asked.
 * Never hands out more than a household gets nor gives back more than it has or paid; of a settled round only corrections move (CONFLICT).
 */
export async function bookEntry(
  transaction: Transaction,
  context: Pick<Context, 'caller' | 'now'>,
  order: OrderDocument,
  requestId: string,
  movementOf: () => Movement,
): Promise<OrderDocument> {
  const { caller, now } = context;
  const _id = entryIdOf(order._id, requestId);
  if (await transaction.get<EntryDocument>(SUPPLY_ENTRIES, _id)) return order;

  // Refused for what it asks before it is refused for when it comes: whoever may not, learns the reason that stays.
  const movement = movementOf();
  await requireMovable(transaction, now, order, movement.kind);
  const bookedAt = toTimestamp(now);
  const { what, handOver = order.handOver, at = bookedAt, ...moved } = movement;
  const lines = order.lines.map((line) => movedLine(line, moved));
  const goods = worthOf(lines) - worthOf(order.lines);
  const paid = order.paid + moved.money;
  if (paid < 0) throw new AppError('CONFLICT', '退的钱比收的还多。请看看这一户付过多少，再填退了多少');

  const { roundId, householdId, gridPath } = order;
  const by = { by: caller.openid, byName: caller.name ?? '', at };
  const entry: EntryDocument = {
    _id,
    orderId: order._id,
    roundId,
    householdId,
    gridPath,
    ...moved,
    goods,
    ...by,
    bookedAt,
  };
  const booked: OrderDocument = {
    ...order,
    lines,
    handOver,
    delivered: order.delivered + goods,
    paid,
    changedAt: bookedAt,
    version: order.version + 1,
    changes: [...order.changes.slice(1 - KEPT_CHANGES), { requestId, ...by, what }],
  };
  await transaction.put(SUPPLY_ENTRIES, entry);
  await transaction.put(ORDERS, booked);
  return booked;
}

/** What a household gets of a line: its share after a shortage, or as ordered where nothing is short. */
export const shareOf = ({ allotted, quantity }: Pick<OrderLine, 'allotted' | 'quantity'>): number =>
  allotted ?? quantity;

/** Fen of what was handed over. */
const worthOf = (lines: readonly OrderLine[]): number =>
  lines.reduce(
    (sum, { delivered, price, substituteDelivered, substitute }) =>
      sum + delivered * price + substituteDelivered * (substitute?.price ?? 0),
    0,
  );

function movedLine(
  line: OrderLine,
  { delivered, substituted }: Pick<Movement, 'delivered' | 'substituted'>,
): OrderLine {
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
