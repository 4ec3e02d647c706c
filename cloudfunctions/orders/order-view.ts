import type { Context } from '../kernel/context';
import type { OrderLineView, OrderView, PickupView, RoundItem } from '../contracts/supplies';
import { shareReason } from '../purchase/share-reason';
import type { RoundDocument } from '../rounds/round.document';
import type { OrderChange, OrderDocument, OrderLine } from './order.document';

/** What a view needs of the order's round. */
export type RoundOfOrder = Pick<
  RoundDocument,
  '_id' | 'title' | 'status' | 'items' | 'demand' | 'confirmed' | 'substitutes' | 'distribution'
>;

/** An order as its household, its grid member and whoever hands out the goods see it: names come from the round. */
export function orderView(
  order: OrderDocument,
  round: RoundOfOrder,
  { caller }: Pick<Context, 'caller'>,
): OrderView {
  const items = new Map(round.items.map((item) => [item.itemId, item]));
  const { name, how, openid } = order.placedBy;
  return {
    orderId: order._id,
    roundId: order.roundId,
    roundTitle: round.title,
    roundStatus: round.status,
    householdId: order.householdId,
    headName: order.headName,
    place: order.pathNames.join(' '),
    status: order.status,
    lines: order.lines.map((line) => ({
      ...lineView(line, items.get(line.itemId), order, round),
      why: shareReason(line, order, round, caller.householdId === order.householdId ? '您家' : '这家'),
    })),
    ordered: order.ordered,
    due: order.due,
    delivered: order.delivered,
    paid: order.paid,
    substitutes: order.substitutes,
    note: order.note,
    need: needView(order),
    wish: order.wish,
    pickup: pickupView(order, round),
    handOver: order.handOver.status,
    placedBy: { name, how, isMe: openid === caller.openid },
    placedAt: order.placedAt,
    changedAt: order.changedAt,
    changes: order.changes.map(({ at, byName, what }, position) => ({
      at,
      byName,
      what: what + differenceBetween(order.changes, position, items),
    })),
    version: order.version,
  };
}

function needView({ need }: OrderDocument): OrderView['need'] {
  if (need === null) return null;
  const { text, at, done } = need;
  return { text, at, done: done && { at: done.at, byName: done.byName, answer: done.answer } };
}

function lineView(
  line: OrderLine,
  item: RoundItem | undefined,
  { handOver }: OrderDocument,
  round: RoundOfOrder,
): OrderLineView {
  const { itemId, price, quantity, allotted, substitute, delivered } = line;
  const instead = substitute && round.substitutes[itemId];
  return {
    itemId,
    name: item?.name ?? '',
    spec: item?.spec ?? '',
    unit: item?.unit ?? '',
    category: item?.category ?? 'daily',
    photo: item?.photo ?? null,
    price,
    ordered: quantity,
    allotted,
    delivered: handOver.status === 'waiting' ? null : delivered,
    substitute: substitute && {
      itemId: substitute.itemId,
      name: instead?.name ?? '',
      unit: instead?.unit ?? '',
      quantity: substitute.quantity,
      price: substitute.price,
    },
    patientName: line.patientName ?? null,
  };
}

/** Where and when; null before pickup times are given out. */
export function pickupView(
  { pickup }: Pick<OrderDocument, 'pickup'>,
  { distribution }: Pick<RoundOfOrder, 'distribution'>,
): PickupView | null {
  if (pickup === null) return null;
  const slot = distribution.slots.find(({ slotId }) => slotId === pickup.slotId);
  const point = distribution.points.find(({ pointId }) => pointId === pickup.pointId);
  return {
    way: pickup.way,
    pointId: pickup.pointId,
    pointName: point?.name ?? null,
    slotId: pickup.slotId,
    date: pickup.date,
    from: slot?.from ?? null,
    until: slot?.until ?? null,
    helper: pickup.helper?.name ?? null,
  };
}

/** 「：蔬菜包 1→2 份，鸡蛋不要了」, against the act before that changed what is ordered. */
function differenceBetween(
  changes: readonly OrderChange[],
  position: number,
  items: ReadonlyMap<string, RoundItem>,
): string {
  const after = changes[position]?.quantities;
  const before = changes
    .slice(0, position)
    .map(({ quantities }) => quantities)
    .filter((quantities) => quantities !== undefined)
    .at(-1);
  if (!after || !before) return '';
  const told = [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((itemId) => {
    const [was = 0, is = 0] = [before[itemId], after[itemId]];
    if (was === is) return [];
    const { name, unit } = items.get(itemId) ?? { name: '', unit: '' };
    return is === 0 ? [`${name}不要了`] : [`${name} ${was}→${is} ${unit}`];
  });
  return told.length === 0 ? '' : `：${told.join('，')}`;
}
