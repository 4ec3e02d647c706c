import type { OrderDocument } from '../../cloudfunctions/orders/order.document';
import type { RoundDocument } from '../../cloudfunctions/rounds/round.document';
import type { Quantities, Told } from './burst-buyer';
import { quantitiesIn } from './carts';
import { ordersNow } from './placed-orders';
import { stockNow } from './rounds';
import type { Township } from './township';

export type Outcome = {
  /** Pieces ordered beyond what there was, or beyond what one household may have. */
  oversold: number;
  /** Orders that were answered as placed and do not stand as they were answered. */
  lost: number;
  /** Orders that nobody was told of, and pieces taken for no order. */
  duplicated: number;
};

/** What became of a rush, held against what every household was told. */
export function outcomeOf(
  township: Pick<Township, 'documents'>,
  round: RoundDocument,
  told: ReadonlyMap<string, Told>,
): Outcome {
  const orders = ordersNow(township, round._id);
  const { remaining } = stockNow(township, round._id);
  const byHousehold = new Map(orders.map((order) => [order.householdId, order]));
  let [oversold, duplicated] = [0, 0];
  for (const { itemId, stock, limit } of round.items) {
    const held = orders.map((order) => quantitiesIn(order)[itemId] ?? 0);
    const sum = held.reduce((all, one) => all + one, 0);
    oversold += Math.max(0, sum - stock!) + held.reduce((all, one) => all + Math.max(0, one - limit), 0);
    duplicated += Math.abs(stock! - remaining[itemId]! - sum);
  }
  for (const { householdId } of orders) if (told.get(householdId)?.placed == null) duplicated += 1;
  duplicated += orders.length - byHousehold.size;
  const lost = [...told].filter(
    ([id, one]) => one.placed !== null && !standsAs(byHousehold.get(id), one),
  ).length;
  return { oversold, lost, duplicated };
}

const standsAs = (order: OrderDocument | undefined, { placed, holds }: Told): boolean =>
  order?.status === 'placed' &&
  order.version === placed?.version &&
  JSON.stringify(sorted(quantitiesIn(order))) === JSON.stringify(sorted(holds));

const sorted = (quantities: Quantities) => Object.entries(quantities).sort(([a], [b]) => (a < b ? -1 : 1));
