import type * as z from 'zod';
import type { pickupContract } from '../contracts/pickup';
import type { Context } from '../kernel/context';
import type { OrderDocument } from '../orders/order.document';
import { roundCard } from '../rounds/round-card';
import type { RoundDocument } from '../rounds/round.document';
import { eachOrderOf } from './each-order';
import { reachToHandOut } from './reach';

type Input = z.output<typeof pickupContract.leftovers.input>;
type Output = z.input<typeof pickupContract.leftovers.output>;

/** 剩货: of the whole round, because goods lie at the points and not in grids. */
export async function showLeftovers({ roundId }: Input, context: Context): Promise<Output> {
  const { round } = await reachToHandOut(context, roundId);
  const whole = { database: context.database, scope: { kind: 'system' } } as const;
  const orders = await eachOrderOf(whole, roundId);
  const items = Object.entries(arrivedOf(round)).map(([itemId, { name, unit, came }]) => {
    const delivered = deliveredOf(itemId, orders);
    return { itemId, name, unit, came, delivered, left: came - delivered };
  });
  return { round: roundCard(round), progress: progressOf(orders), items };
}

type Arrived = Record<string, { name: string; unit: string; came: number }>;

/** What the supplier said would come, of each item and of what comes instead of another; as ordered where they said nothing. */
function arrivedOf({ items, confirmed, demand, substitutes }: RoundDocument): Arrived {
  const arrived: Arrived = {};
  const add = (itemId: string, name: string, unit: string, pieces: number): void => {
    const came = (arrived[itemId]?.came ?? 0) + pieces;
    if (came > 0) arrived[itemId] = { name, unit, came };
  };
  for (const { itemId, name, unit } of items)
    add(itemId, name, unit, confirmed?.[itemId] ?? demand?.byItem[itemId]?.quantity ?? 0);
  for (const { itemId, name, unit, quantity } of Object.values(substitutes))
    add(itemId, name, unit, quantity);
  return arrived;
}

const deliveredOf = (itemId: string, orders: readonly OrderDocument[]): number =>
  orders
    .flatMap(({ lines }) => lines)
    .reduce(
      (sum, line) =>
        sum +
        (line.itemId === itemId ? line.delivered : 0) +
        (line.substitute?.itemId === itemId ? line.substituteDelivered : 0),
      0,
    );

function progressOf(orders: readonly OrderDocument[]): Output['progress'] {
  const count = (...statuses: OrderDocument['handOver']['status'][]) =>
    orders.filter(({ handOver }) => statuses.includes(handOver.status)).length;
  return {
    orders: orders.length,
    waiting: count('waiting'),
    handedOver: count('collected', 'left'),
    noShow: count('noShow'),
  };
}
