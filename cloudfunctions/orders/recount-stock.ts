import { chinaTime, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import {
  ROUND_STOCK,
  type RoundDocument,
  type RoundStockDocument,
  SECONDS_TO_SETTLE,
} from '../rounds/round.document';
import { readOrdersOfRound } from './order.repository';
import { readStock } from './reserve';

const ORDERS_AT_ONCE = 500;

/**
 * Counts what is left of an open round's stock again from its orders: a process that was killed between taking and writing leaves something taken that
 * nobody holds. Waits until nobody can be on the way any more, and lets go when somebody takes something meanwhile; every lull is counted
 * once. True when the figures were written.
 */
export async function recountStock(
  context: Pick<Context, 'database' | 'scope' | 'now'>,
  round: Pick<RoundDocument, '_id' | 'items'>,
): Promise<boolean> {
  const stock = await readStock(context, round._id);
  if (!stock || !isToBeCounted(stock, context)) return false;
  const held = await heldInAll(context, round._id);
  const left = round.items.flatMap(({ itemId, stock: inAll }) =>
    inAll === null ? [] : [[`remaining.${itemId}`, inAll - (held.get(itemId) ?? 0)] as const],
  );
  const { takenAt, acts } = stock;
  const written = await unscoped<RoundStockDocument>(context.database, ROUND_STOCK).update(
    { _id: round._id, open: true, takenAt, ...(acts !== undefined && { acts }) },
    { ...Object.fromEntries<unknown>(left), countedAt: takenAt },
  );
  return written === 1;
}

function isToBeCounted(
  { open, takenAt, countedAt }: RoundStockDocument,
  { now }: Pick<Context, 'now'>,
): boolean {
  if (!open || takenAt === countedAt) return false;
  return takenAt < toTimestamp(chinaTime(now.valueOf()).subtract(SECONDS_TO_SETTLE, 'second'));
}

/** How many of each item all placed orders hold together. */
async function heldInAll(
  context: Pick<Context, 'database' | 'scope'>,
  roundId: string,
): Promise<Map<string, number>> {
  const held = new Map<string, number>();
  for (let after = ''; ;) {
    const orders = await readOrdersOfRound(context, roundId, { after, limit: ORDERS_AT_ONCE });
    for (const { itemId, quantity } of orders.flatMap(({ lines }) => lines))
      held.set(itemId, (held.get(itemId) ?? 0) + quantity);
    after = orders.at(-1)?._id ?? '';
    if (orders.length < ORDERS_AT_ONCE) return held;
  }
}
