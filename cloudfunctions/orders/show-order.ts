import type { OrderView } from '../contracts/supplies';
import type { Context } from '../kernel/context';
import { noRound, readRoundsById } from '../rounds/round.repository';
import { memberOf } from './buyer';
import type { OrderDocument } from './order.document';
import { orderView } from './order-view';
import { readOrder, readOrdersOfHousehold } from './order.repository';

const ORDERS_A_PAGE = 20;

/** One order, of my household or of one in my grids. */
export async function showOrder({ orderId }: { orderId: string }, context: Context): Promise<OrderView> {
  const order = await readOrder(context, orderId);
  context.about({ householdId: order.householdId, gridPath: order.gridPath });
  const [view] = await viewsOf([order], context);
  if (!view) throw noRound();
  return view;
}

/** My household's orders, newest first. */
export async function listMine(
  { after }: { after?: string | undefined },
  context: Context,
): Promise<{ orders: OrderView[]; next: string | null }> {
  const { householdId } = memberOf(context);
  const orders = await readOrdersOfHousehold(context, householdId, {
    ...(after !== undefined && { before: after }),
    limit: ORDERS_A_PAGE,
  });
  const next = orders.length === ORDERS_A_PAGE ? (orders.at(-1)?.placedAt ?? null) : null;
  return { orders: await viewsOf(orders, context), next };
}

async function viewsOf(orders: readonly OrderDocument[], context: Context): Promise<OrderView[]> {
  const rounds = await readRoundsById(
    context,
    orders.map(({ roundId }) => roundId),
  );
  const byId = new Map(rounds.map((round) => [round._id, round]));
  return orders.flatMap((order) => {
    const round = byId.get(order.roundId);
    return round ? [orderView(order, round, context)] : [];
  });
}
