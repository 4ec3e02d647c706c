import type { Placed } from '../contracts/orders';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { readFile } from '../registration/registration.repository';
import { noRound, readRoundsById } from '../rounds/round.repository';
import { ADULTS_ONLY, CARE_ONLY, isAdult, type Writer } from './buyer';
import type { OrderDocument } from './order.document';
import { isAsSeen, isRepeated, placedOf, type Seen } from './order-file';
import { findOrder, noOrder } from './order.repository';
import { refusalByStock } from './refusal-by-stock';
import { type Asked, readStock } from './reserve';

/** An act that did not come to pass. `refusal`: why the household may not order at all. */
export type Refused = {
  requestId: string;
  orderId: string;
  writer: Writer;
  seen: Seen | null;
  asked: Asked;
  refusal?: string | null;
};

/**
 * Why an act wasn't done, which is looked up only now: answers what stands where the same request did it before (its answer got lost), and throws
 * what to tell the user otherwise.
 */
export async function explainRefusal(act: Refused, context: Context): Promise<Placed> {
  const { requestId, orderId, seen, asked, writer, refusal = null } = act;
  const order = await findOrder(context, orderId);
  if (order && isRepeated(order, requestId, context)) {
    context.about({ gridPath: order.gridPath });
    return placedOf(order);
  }
  if (refusal !== null) throw new AppError('FORBIDDEN', refusal);
  await refuseByOrder(order, seen, writer, context);
  const [[round], stock] = await Promise.all([
    readRoundsById(context, [asked.roundId]),
    readStock(context, asked.roundId),
  ]);
  if (!round || round.status === 'draft') throw noRound();
  throw refusalByStock(asked, round, stock, toTimestamp(context.now));
}

async function refuseByOrder(
  order: OrderDocument | null,
  seen: Seen | null,
  writer: Writer,
  context: Context,
): Promise<void> {
  if (seen === null) {
    if (order === null) return;
    throw new AppError(
      'CONFLICT',
      order.status === 'placed'
        ? `${order.placedBy.name}已经给这一家订好了。要改，请在那份订单上改`
        : '这一家订过又取消了，请重新打开这一页再订',
    );
  }
  if (order === null) throw noOrder();
  if (!isAsSeen(order, seen)) throw new AppError('CONFLICT', '这份订单刚被改过，请看过最新的再改');
  if (writer.how === 'proxy') {
    if (order.care.length === 0) throw new AppError('FORBIDDEN', CARE_ONLY);
  } else if (!isAdult(await readFile(context, order.householdId), context))
    throw new AppError('FORBIDDEN', ADULTS_ONLY);
}
