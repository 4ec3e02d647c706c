import type * as z from 'zod';
import type { ordersContract, Placed, SeenOrder } from '../contracts/orders';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { HouseholdDocument } from '../registration/household.document';
import { adultsOf, careOf, type Writer } from './buyer';
import { type OrderChange, type OrderDocument, orderIdOf, type OrderLine } from './order.document';
import type { Drugs } from './order-medicine';
import { quantitiesOf } from './reserve';

export type Cart = z.output<typeof ordersContract.order.input>;
export type Seen = z.output<typeof SeenOrder>;

/** The cart's part of an order, new or changed. */
export function contentsOf(
  cart: Cart,
  writer: Writer,
  context: Pick<Context, 'caller' | 'now'>,
  drugs: Drugs,
) {
  const lines = cart.lines.map(({ itemId, quantity, price }): OrderLine => {
    const patient = drugs.get(itemId)?.patient;
    return {
      itemId,
      quantity,
      price,
      patientId: patient?.personId ?? null,
      ...(patient && { patientName: patient.name }),
      allotted: null,
      substitute: null,
      delivered: 0,
      substituteDelivered: 0,
    };
  });
  const ordered = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  const { caller, now } = context;
  return {
    status: 'placed' as const,
    lines,
    ordered,
    // Until a shortage is known it gets what it ordered.
    due: ordered,
    substitutes: cart.substitutes,
    note: cart.note,
    wish: { way: cart.wish.way, pointId: cart.wish.way === 'door' ? null : cart.wish.pointId },
    placedBy: { openid: caller.openid, name: caller.name ?? '', how: writer.how, told: writer.told },
    changedAt: toTimestamp(now),
  };
}

/** What is said of a need: nothing where the cart says nothing, and then what stands stays. */
export function needOf(
  { need, roundId }: Pick<Cart, 'need' | 'roundId'>,
  { householdId }: Writer,
  { now }: Pick<Context, 'now'>,
): Pick<OrderDocument, 'need' | 'needKey'> | undefined {
  if (need === undefined) return undefined;
  if (need === '') return { need: null, needKey: null };
  const at = toTimestamp(now);
  return {
    need: { text: need, at, done: null },
    needKey: `open ${at} ${orderIdOf(roundId, householdId)}`,
  };
}

/** A household's first order of a round. */
export function newOrder(
  cart: Cart,
  file: HouseholdDocument,
  writer: Writer,
  context: Pick<Context, 'caller' | 'now'>,
  drugs: Drugs,
): OrderDocument {
  const at = toTimestamp(context.now);
  return {
    _id: orderIdOf(cart.roundId, file._id),
    roundId: cart.roundId,
    householdId: file._id,
    gridId: file.gridId,
    gridPath: file.gridPath,
    pathNames: file.pathNames,
    headName: file.headName,
    care: careOf(file),
    adults: adultsOf(file, context),
    ...contentsOf(cart, writer, context, drugs),
    delivered: 0,
    paid: 0,
    need: null,
    needKey: null,
    ...needOf(cart, writer, context),
    pickup: null,
    handOver: { status: 'waiting', at: null, byName: null, photo: null },
    placedAt: at,
    version: 1,
    changes: [actOf(cart.requestId, writer, context, { verb: 'order', lines: cart.lines })],
  };
}

type Verb = 'order' | 'edit' | 'again' | 'cancel';
const MEMBERS_WORDS: Readonly<Record<Verb, string>> = {
  order: '下单',
  edit: '改单',
  again: '重新下单',
  cancel: '取消',
};
const TOLD_WORDS = { phone: '电话里说的', door: '上门说的' } as const;

/** An act as the order remembers it. */
export const actOf = (
  requestId: string,
  writer: Writer,
  { caller, now }: Pick<Context, 'caller' | 'now'>,
  { verb, lines }: { verb: Verb; lines?: readonly { itemId: string; quantity: number }[] },
): OrderChange => ({
  requestId,
  by: caller.openid,
  byName: caller.name ?? '',
  at: toTimestamp(now),
  what:
    writer.how === 'member'
      ? MEMBERS_WORDS[verb]
      : `代办${MEMBERS_WORDS[verb]}（${TOLD_WORDS[writer.told]}）`,
  ...(lines && { quantities: Object.fromEntries(quantitiesOf(lines)) }),
});

/** True for the same request by the same caller: tapped twice, or sent again because its answer got lost. */
export const isRepeated = (
  { changes }: Pick<OrderDocument, 'changes'>,
  requestId: string,
  { caller }: Pick<Context, 'caller'>,
): boolean => changes.some((change) => change.requestId === requestId && change.by === caller.openid);

/** Whether an order still is as the phone showed it. */
export const isAsSeen = (order: OrderDocument, seen: Seen): boolean =>
  order.version === seen.version &&
  order.status === seen.status &&
  (seen.status === 'cancelled' ||
    (order.lines.length === seen.lines.length &&
      seen.lines.every(({ itemId, quantity }) =>
        order.lines.some((line) => line.itemId === itemId && line.quantity === quantity),
      )));

export const placedOf = ({
  _id,
  status,
  version,
  ordered,
  changedAt,
}: Pick<OrderDocument, '_id' | 'status' | 'version' | 'ordered' | 'changedAt'>): Placed => ({
  orderId: _id,
  status,
  version,
  ordered,
  changedAt,
});
