import type { OrderView, ShopView } from '../../../../cloudfunctions/contracts/index';
import { momentText } from '../../../shared/dates';
import { yuan } from '../../../shared/money';
import { dayWords } from '../../../shared/order-words';
import { type Cart, fitted, totalsOf } from './cart';

export type Again = { kinds: number; sum: string; missing: string };

/** What 照着订 would order; null where there is nothing to go by. */
export function againOf(view: ShopView): Again | null {
  if (view.last === null || view.order?.status === 'placed') return null;
  const { quantities, missing } = fitted(lastQuantities(view), view);
  const { kinds, sum } = totalsOf(quantities, view.items);
  return kinds === 0 ? null : { kinds, sum: yuan(sum), missing: missing.join('、') };
}

export const lastQuantities = ({ last }: ShopView): Record<string, number> =>
  Object.fromEntries((last?.lines ?? []).map(({ itemId, quantity }) => [itemId, quantity]));

/** What the page shows of a round besides its items. */
export const headOf = (
  { round, headName, distribution, doorOnly, refusal, order }: ShopView,
  now: number,
) => ({
  supplier: `${round.supplierName}供货，第 ${round.number} 批`,
  closesAt: round.closesAt,
  headName,
  points: distribution.points,
  doorDay: dayWords(distribution.doorDate, now),
  doorOnly,
  refusal: refusal ?? '',
  isPlaced: order?.status === 'placed',
});

/** 文化广场领，时间截止后排 */
export function placeText(
  { way, pointId }: Pick<Cart, 'way' | 'pointId'>,
  { distribution }: ShopView,
  now: number,
): string {
  if (way === 'door') return `${dayWords(distribution.doorDate, now)}送到家门口`;
  const point = distribution.points.find((one) => one.pointId === pointId);
  return point ? `${point.name}领，时间截止后排好` : '还没选到哪里领';
}

/** Who of the household changed it last, when it wasn't me. */
export function changedByText(order: OrderView | null, now: number): string {
  if (order === null || order.placedBy.isMe) return '';
  const last = order.changes[order.changes.length - 1];
  if (last === undefined) return '';
  return `${order.placedBy.name} ${momentText(last.at, now)} ${last.what}`;
}

export const totalWords = (cart: Cart, { items }: ShopView): { sum: string; pieces: number; fen: number } => {
  const { sum, pieces } = totalsOf(cart.quantities, items);
  return { sum: yuan(sum), pieces, fen: sum };
};
