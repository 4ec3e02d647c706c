import type { Context } from '../kernel/context';
import type { OrderDocument } from '../orders/order.document';
import { readOrdersOfRound } from '../orders/order.repository';

/** As many as one query gives. */
const A_PAGE = 1000;

/** All placed orders of a round within a scope: a round is at most what one supplier brings in one day. */
export async function eachOrderOf(
  reader: Pick<Context, 'database' | 'scope'>,
  roundId: string,
): Promise<OrderDocument[]> {
  const orders: OrderDocument[] = [];
  for (;;) {
    const after = orders.at(-1)?._id;
    const page = await readOrdersOfRound(reader, roundId, {
      ...(after !== undefined && { after }),
      limit: A_PAGE,
    });
    orders.push(...page);
    if (page.length < A_PAGE) return orders;
  }
}
