import type * as z from 'zod';
import type { NeedRow, ordersContract } from '../contracts/orders';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { placeOf } from '../registration/household-view';
import { readRoundsById } from '../rounds/round.repository';
import type { OrderDocument } from './order.document';
import { isRepeated } from './order-file';
import { answerNeedOf, readNeeds, readOrder } from './order.repository';

const ROWS_A_PAGE = 20;

type ListInput = z.output<typeof ordersContract.needs.input>;
type AnswerInput = z.output<typeof ordersContract.answerNeed.input>;

/** What households of my grids need that was not on the list. */
export async function listNeeds(
  { status, after }: ListInput,
  context: Context,
): Promise<{ rows: NeedRow[]; next: string | null }> {
  const orders = await readNeeds(context, {
    status,
    ...(after !== undefined && { after }),
    limit: ROWS_A_PAGE,
  });
  const next = orders.length === ROWS_A_PAGE ? (orders.at(-1)?.needKey ?? null) : null;
  return { rows: await rowsOf(orders, context), next };
}

/** Says what was done about a need; its household reads it in its order. */
export async function answerNeed(
  { requestId, orderId, at, answer }: AnswerInput,
  context: Context,
): Promise<NeedRow> {
  const { caller, now } = context;
  const order = await readOrder(context, orderId);
  context.about({ householdId: order.householdId, gridPath: order.gridPath });
  if (!isRepeated(order, requestId, context)) {
    if (order.need?.at !== at) throw new AppError('CONFLICT', '这家改过要的东西，请看过最新的再处理');
    const byName = caller.name ?? '';
    const done = { at: toTimestamp(now), by: caller.openid, byName, answer };
    const act = { requestId, by: caller.openid, byName, at: done.at, what: `回复了需要：${answer}` };
    if (!(await answerNeedOf(context, order, { ...order.need, done }, act))) {
      const latest = await readOrder(context, orderId);
      // The other of two taps wrote it.
      if (!isRepeated(latest, requestId, context))
        throw new AppError('CONFLICT', '这件事别人刚处理过，请刷新看看');
    }
  }
  const [row] = await rowsOf([await readOrder(context, orderId)], context);
  if (!row) throw new AppError('CONFLICT', '这家刚把这个需要撤回了');
  return row;
}

async function rowsOf(orders: readonly OrderDocument[], context: Context): Promise<NeedRow[]> {
  const rounds = await readRoundsById(
    context,
    orders.map(({ roundId }) => roundId),
  );
  const titleOf = new Map(rounds.map(({ _id, title }) => [_id, title]));
  return orders.flatMap((order): NeedRow[] => {
    if (order.need === null) return [];
    const { text, at, done } = order.need;
    return [
      {
        orderId: order._id,
        householdId: order.householdId,
        headName: order.headName,
        place: placeOf(order.pathNames),
        roundTitle: titleOf.get(order.roundId) ?? '',
        text,
        at,
        done: done && { at: done.at, byName: done.byName, answer: done.answer },
        version: order.version,
      },
    ];
  });
}
