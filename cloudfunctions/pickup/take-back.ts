import type * as z from 'zod';
import { yuan } from '../../miniprogram/shared/money';
import type { pickupContract, PickupRow } from '../contracts/pickup';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import type { OrderDocument } from '../orders/order.document';
import { moveAtOrder } from '../settlement/move-at-order';
import { happenedAt } from './happened-at';
import { isNothing, piecesOf, wordsOf } from './moved-lines';
import { pickupRow } from './pickup-row';
import { reachToHandOut, roundIdOf } from './reach';

type Input = z.output<typeof pickupContract.refund.input>;
type Pieces = ReturnType<typeof piecesOf>;

/** 退货退款: a broken carton, a thing that was ticked by mistake. What came back may be handed over again. */
export async function refund(input: Input, context: Context): Promise<PickupRow> {
  context.about({ reason: input.reason });
  const reach = await reachToHandOut(context, roundIdOf(input.orderId));
  const booked = await moveAtOrder(context, reach, input, (order) => {
    const pieces = piecesOf(input.lines, order, -1);
    if (isNothing(pieces) && input.money === 0)
      throw invalidFields({ lines: '请填退了什么，或者退了多少钱' });
    requireHanded(order, pieces, input.money);
    const goods = isNothing(pieces) ? '' : `退了${wordsOf(pieces, reach.round)}，`;
    return {
      kind: 'refund',
      ...pieces,
      // Minus nothing would be a zero of its own.
      money: input.money === 0 ? 0 : -input.money,
      method: input.method,
      reason: input.reason,
      at: happenedAt(input.at, reach.round, context),
      what: `${goods}退款 ${yuan(input.money)} 元：${input.reason}`,
      ...(isAllBack(order, pieces) && { handOver: NOT_HANDED_OVER }),
    };
  });
  return pickupRow(booked, reach);
}

const NOT_HANDED_OVER = { status: 'waiting', at: null, byName: null, photo: null } as const;

/** Throws when it gives back what nobody got: then the hand-over is still on a phone without a network. */
function requireHanded(order: OrderDocument, { delivered, substituted }: Pieces, money: number): void {
  const isMore = order.lines.some(
    (line) =>
      line.delivered + (delivered[line.itemId] ?? 0) < 0 ||
      line.substituteDelivered + (substituted[line.itemId] ?? 0) < 0,
  );
  if (isMore)
    throw new AppError(
      'CONFLICT',
      '退的比交的还多。如果交货的手机当时没有网，请等它传上来再退；要不就看看这一户领过什么，改成实际退的数量',
    );
  if (money > order.paid)
    throw new AppError(
      'CONFLICT',
      `这一单只收过 ${yuan(order.paid)} 元，退不了 ${yuan(money)} 元。如果收款的手机当时没有网，请等它传上来再退；要不就改成实际退的钱`,
    );
}

const isAllBack = ({ lines }: OrderDocument, pieces: Pieces): boolean =>
  !isNothing(pieces) &&
  lines.every(
    (line) =>
      line.delivered + (pieces.delivered[line.itemId] ?? 0) === 0 &&
      line.substituteDelivered + (pieces.substituted[line.itemId] ?? 0) === 0,
  );
