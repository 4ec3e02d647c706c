import type * as z from 'zod';
import type { ordersContract, Placed } from '../contracts/orders';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { memberOf, proxyOf, type Writer } from './buyer';
import { carryOut } from './carry-out';
import { changeSeen } from './change-seen';
import { partsOfOrderId } from './order.document';
import { actOf } from './order-file';
import { noOrder, remembering } from './order.repository';

type Input = z.output<typeof ordersContract.cancel.input>;
type InputFor = z.output<typeof ordersContract.cancelFor.input>;

/** 取消, until cut-off; it may be placed again. */
export async function cancelOrder(input: Input, context: Context): Promise<Placed> {
  const writer = memberOf(context);
  // Somebody else's order is answered like none at all.
  if (partsOfOrderId(input.orderId).householdId !== writer.householdId) throw noOrder();
  return cancel(input, writer, context);
}

export const cancelOrderFor = async (input: InputFor, context: Context): Promise<Placed> => {
  const { householdId } = partsOfOrderId(input.orderId);
  return cancel(input, proxyOf({ householdId, told: input.told }), context);
};

async function cancel(
  { requestId, orderId, seen }: Input,
  writer: Writer,
  context: Context,
): Promise<Placed> {
  context.about({ householdId: writer.householdId });
  const { roundId } = partsOfOrderId(orderId);
  const changedAt = toTimestamp(context.now);
  const act = actOf(requestId, writer, context, { verb: 'cancel' });
  const fields = { status: 'cancelled' as const, ordered: 0, due: 0, changedAt };
  return carryOut(
    {
      requestId,
      orderId,
      writer,
      seen,
      // Nothing is asked for but that the round is still open.
      asked: { roundId, lines: [], taking: new Map<string, number>(), pointId: null, household: null },
      write: async () => changeSeen(context, { orderId, seen, writer }, remembering(context, fields, act)),
      placed: { orderId, status: 'cancelled', version: seen.version + 1, ordered: 0, changedAt },
    },
    context,
  );
}
