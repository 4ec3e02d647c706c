import type { OfferedRow, OrderView } from '../../../cloudfunctions/contracts/index';
import type { KeptOrder } from '../../services/unsent-orders';
import { cutOff } from '../../shared/cut-off';
import { momentText } from '../../shared/dates';
import { yuan } from '../../shared/money';
import { linesText, orderState, pickupText, type Tone } from '../../shared/order-words';

export type RoundRow = {
  roundId: string;
  title: string;
  supplier: string;
  /** 今天 18:00 截止，还剩 50 分钟 */
  when: string;
  isShort: boolean;
  /** What my household did: 订好了，86.5 元 */
  mine: string;
  refusal: string;
  action: string;
  url: string;
};

export type OrderRow = {
  orderId: string;
  title: string;
  where: string;
  lines: string;
  state: { text: string; tone: Tone };
};

/** A round that can be ordered in, as its card. `now`: epoch ms. */
export function roundRow({ round, order, refusal }: OfferedRow, now: number): RoundRow {
  const { when, left } = cutOff(round.closesAt, now);
  const isPlaced = order?.status === 'placed';
  return {
    roundId: round.roundId,
    title: round.title,
    supplier: `${round.supplierName}供货，${round.itemCount} 样，第 ${round.number} 批`,
    when: `${when} 截止${left === '' ? '' : `，还剩 ${left}`}`,
    isShort: left !== '',
    mine: isPlaced ? `订好了，${yuan(order.ordered)} 元` : order ? '取消了，还能再订' : '还没订',
    refusal: refusal ?? '',
    action: refusal !== null ? '' : isPlaced ? '看订单' : '去订',
    url: isPlaced
      ? `/packages/shop/order/index?orderId=${encodeURIComponent(order.orderId)}`
      : `/packages/shop/shop/index?roundId=${round.roundId}`,
  };
}

/** Orders that are under way: after cut-off, and not fetched yet. */
export const underWay = (orders: readonly OrderView[], now: number): OrderRow[] =>
  orders
    .filter(
      ({ status, roundStatus, handOver }) =>
        status === 'placed' &&
        !['open', 'settled', 'cancelled'].includes(roundStatus) &&
        (handOver === 'waiting' || handOver === 'noShow'),
    )
    .map((order) => ({
      orderId: order.orderId,
      title: order.roundTitle,
      where: order.pickup === null ? '领取时间正在排' : pickupText(order.pickup, now),
      lines: linesText(order.lines),
      state: orderState(order),
    }));

/** An order that waits on this phone, or that the cloud would not take, as a row. */
export const keptRows = (kept: readonly KeptOrder[], now: number) =>
  kept.map((order) => ({
    requestId: order.form.requestId,
    title: `${order.action === 'orderFor' ? `给${order.name}家订的` : ''}${order.title}，${yuan(order.sum)} 元`,
    note: `${momentText(order.keptAt, now)} 下的单，${momentText(order.closesAt, now)} 截止`,
    problem: order.problem,
  }));
