import type * as z from 'zod';
import type { pickupContract, PickupRow } from '../contracts/pickup';
import { chinaTime, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { inTransaction } from '../kernel/transaction';
import { type OrderDocument, ORDERS } from '../orders/order.document';
import { requireMovable } from '../settlement/frozen';
import { requireHere } from './hand-over';
import { happenedAt } from './happened-at';
import { pickupRow } from './pickup-row';
import { reachToHandOut, requireWithin, roundIdOf } from './reach';

type Input = z.output<typeof pickupContract.noShow.input>;

const KEPT_CHANGES = 20;

/** 没来领: moves nothing, and they may still come. Refused where they came meanwhile. */
export async function noShow(input: Input, context: Context): Promise<PickupRow> {
  const { caller, now } = context;
  const reach = await reachToHandOut(context, roundIdOf(input.orderId));
  const marked = await inTransaction(context.database, async (transaction) => {
    const order = requireWithin(await transaction.get<OrderDocument>(ORDERS, input.orderId), reach);
    context.about({ householdId: order.householdId, gridPath: order.gridPath });
    if (isRepeated(order, input, context)) return order;
    requireWaiting(order);
    requireHere(reach.round);
    await requireMovable(transaction, now, order, 'noShow');
    const at = happenedAt(input.at, reach.round, context);
    const byName = caller.name ?? '';
    const next: OrderDocument = {
      ...order,
      handOver: { status: 'noShow', at, byName, photo: null },
      changedAt: toTimestamp(now),
      version: order.version + 1,
      changes: [
        ...order.changes.slice(1 - KEPT_CHANGES),
        { requestId: input.requestId, by: caller.openid, byName, at, what: '没来领' },
      ],
    };
    await transaction.put(ORDERS, next);
    return next;
  });
  return pickupRow(marked, reach);
}

const isRepeated = (
  { changes }: OrderDocument,
  { requestId }: Input,
  { caller }: Pick<Context, 'caller'>,
): boolean => changes.some((change) => change.requestId === requestId && change.by === caller.openid);

function requireWaiting({ status, handOver }: OrderDocument): void {
  if (status === 'cancelled') throw new AppError('CONFLICT', '这一单住户已经取消了，不用记');
  if (handOver.status !== 'collected' && handOver.status !== 'left') return;
  const when = handOver.at === null ? '' : ` ${chinaTime(handOver.at).format('M月D日 HH:mm')}`;
  throw new AppError('CONFLICT', `这一户${when} 已经由${handOver.byName ?? ''}交过货，不用记没来领`);
}
