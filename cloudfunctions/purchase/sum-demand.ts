import type { Context } from '../kernel/context';
import type { OrderDocument } from '../orders/order.document';
import { readOrdersOfRound } from '../orders/order.repository';
import type { RoundDocument } from '../rounds/round.document';
import { writeJob } from '../rounds/round.repository';

type Demand = NonNullable<RoundDocument['demand']>;

/** Orders that one write of the cursor stands for. */
const BATCH = 200;

/**
 * 汇总需求: what everybody ordered, per item, once after cut-off. The sum travels with the cursor, so a killed call counts nobody twice. Writes its
 * result and the round's next job itself; true when that is done, false when time is up or somebody else is at it: the next call goes on.
 */
export async function sumDemand(
  context: Context,
  round: RoundDocument,
  isTimeLeft: () => boolean,
): Promise<boolean> {
  let present: RoundDocument | null = round;
  while (isTimeLeft() && present?.job?.step === 'sum') {
    const { cursor, tally } = present.job;
    const orders: OrderDocument[] = await readOrdersOfRound(context, round._id, {
      after: cursor,
      limit: BATCH,
    });
    const demand = withOrders(tally ?? nothing(present), orders);
    const isLast = orders.length < BATCH;
    present = isLast
      ? await writeJob(context, present, { step: 'slots', cursor: '' }, { demand })
      : await writeJob(context, present, {
          step: 'sum',
          cursor: orders.at(-1)?._id ?? '',
          tally: demand,
        });
    if (isLast) return present !== null;
  }
  return false;
}

/** Every item of the round stands in the list, also one that nobody ordered. */
const nothing = ({ items }: RoundDocument): Demand => ({
  orders: 0,
  amount: 0,
  byItem: Object.fromEntries(items.map(({ itemId }) => [itemId, { quantity: 0, orders: 0 }])),
});

function withOrders(demand: Demand, orders: readonly OrderDocument[]): Demand {
  const byItem = { ...demand.byItem };
  for (const { itemId, quantity } of orders.flatMap(({ lines }) => lines)) {
    const before = byItem[itemId] ?? { quantity: 0, orders: 0 };
    byItem[itemId] = { quantity: before.quantity + quantity, orders: before.orders + 1 };
  }
  return {
    orders: demand.orders + orders.length,
    amount: orders.reduce((sum, { ordered }) => sum + ordered, demand.amount),
    byItem,
  };
}
