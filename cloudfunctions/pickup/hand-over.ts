import type * as z from 'zod';
import { yuan } from '../../miniprogram/shared/money';
import type { pickupContract, PickupRow } from '../contracts/pickup';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import type { OrderDocument } from '../orders/order.document';
import type { RoundDocument } from '../rounds/round.document';
import type { Movement } from '../settlement/book-entry';
import { moveAtOrder } from '../settlement/move-at-order';
import { begunHandingOut } from './begin-handing-out';
import { happenedAt } from './happened-at';
import { isNothing, piecesOf, requireLeft, wordsOf } from './moved-lines';
import { pickupRow } from './pickup-row';
import { reachToHandOut, roundIdOf } from './reach';

type HandOverInput = z.output<typeof pickupContract.handOver.input>;
type PaymentInput = z.output<typeof pickupContract.takePayment.input>;

/** 交货: goods and what was paid with them, as one entry. */
export async function handOver(input: HandOverInput, context: Context): Promise<PickupRow> {
  if (input.how === 'left' && input.photo === null)
    throw invalidFields({ photo: '放在门口的，请拍一张照片再交' });
  const found = await reachToHandOut(context, roundIdOf(input.orderId));
  const reach = await begunHandingOut(context, found, input.requestId);
  const booked = await moveAtOrder(context, reach, input, (order) =>
    handedOver(order, input, reach.round, context),
  );
  return pickupRow(booked, reach);
}

function handedOver(
  order: OrderDocument,
  input: HandOverInput,
  round: RoundDocument,
  context: Context,
): Movement {
  requireHere(round);
  const pieces = piecesOf(input.lines, order);
  if (isNothing(pieces)) throw invalidFields({ lines: '请勾选交了什么' });
  requireLeft(order, pieces, round);
  requireNotTooMuch(order, input.money);
  const at = happenedAt(input.at, round, context);
  const paid = input.money === 0 ? '没收钱' : `收了 ${yuan(input.money)} 元`;
  return {
    kind: 'handOver',
    ...pieces,
    money: input.money,
    method: input.method,
    reason: '',
    at,
    what: `${input.how === 'left' ? '放在门口' : '领走'}${wordsOf(pieces, round)}，${paid}`,
    handOver: standing(order.handOver, input, at, context),
  };
}

/** How the order stands: as by the latest hand-over that happened, in whichever order they arrive. A photo stays. */
function standing(
  before: OrderDocument['handOver'],
  { how, photo }: HandOverInput,
  at: string,
  { caller }: Context,
): OrderDocument['handOver'] {
  const isHandedOver = before.status === 'collected' || before.status === 'left';
  if (isHandedOver && before.at !== null && before.at > at)
    return { ...before, photo: before.photo ?? photo };
  return { status: how, at, byName: caller.name ?? '', photo: photo ?? before.photo };
}

/** 收款: what was owed. */
export async function takePayment(input: PaymentInput, context: Context): Promise<PickupRow> {
  const reach = await reachToHandOut(context, roundIdOf(input.orderId));
  const booked = await moveAtOrder(context, reach, input, (order) => {
    requireHere(reach.round);
    requireNotTooMuch(order, input.money);
    return {
      kind: 'payment',
      delivered: {},
      substituted: {},
      money: input.money,
      method: input.method,
      reason: '',
      at: happenedAt(input.at, reach.round, context),
      what: `收了 ${yuan(input.money)} 元`,
    };
  });
  return pickupRow(booked, reach);
}

/** Goods that have not come can't be handed over. What a settled round says to it is `bookEntry`'s. */
export function requireHere({ status, job }: Pick<RoundDocument, 'status' | 'job'>): void {
  if (status === 'cancelled') throw new AppError('CONFLICT', '这一批已经取消了，没有货也不收钱');
  if (!['arrived', 'distributing', 'settled'].includes(status))
    throw new AppError('CONFLICT', '这一批还没登记到货。请供货方先点“货到了”，再交货');
  if (job?.step === 'allot') throw new AppError('TOO_MANY_REQUESTS', '还在算每家分多少，请过一分钟再交货');
}

/** Paid at once for all that is due, or less and the rest later; what is over goes back at the counter. */
function requireNotTooMuch({ due, paid }: OrderDocument, money: number): void {
  const open = Math.max(0, due - paid);
  if (money <= open) return;
  const already = paid > 0 ? `，已经收了 ${yuan(paid)} 元` : '';
  throw new AppError(
    'CONFLICT',
    `这一单该付 ${yuan(due)} 元${already}。这次多收了 ${yuan(money - open)} 元，没有记上。请退给住户，再按实收填写`,
  );
}
