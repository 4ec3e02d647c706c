import type { OrderLineView, OrderView } from '../../../../cloudfunctions/contracts/index';
import { momentText } from '../../../shared/dates';
import { yuan } from '../../../shared/money';
import { dayWords, hoursText, orderState } from '../../../shared/order-words';
import { pickupCodeOf } from '../../../shared/pickup-code';
import { shortPlace } from '../../../shared/places';

export type LineRow = {
  itemId: string;
  name: string;
  photo: string;
  category: string;
  /** 2 份，50 元 */
  amount: string;
  /** What it gets when that is less, and why. */
  short: string;
  instead: string;
  patient: string;
};

type Where = { title: string; time: string; note: string };

export type OrderPage = {
  orderId: string;
  roundId: string;
  version: number;
  title: string;
  who: string;
  state: ReturnType<typeof orderState>;
  /** Where and when; null before that is known. */
  where: Where | null;
  /** Said while it isn't. */
  waiting: string;
  /** What the code on the screen says; empty when there is nothing to fetch. */
  code: string;
  lines: LineRow[];
  sums: { label: string; value: string }[];
  need: { text: string; answer: string } | null;
  note: string;
  changes: { key: string; text: string; when: string }[];
  isCancelled: boolean;
  canChange: boolean;
  canMove: boolean;
  hasPhoto: boolean;
};

const MOVABLE: readonly OrderView['roundStatus'][] = ['closed', 'purchasing', 'arrived', 'distributing'];

/** An order as its household reads it. `now`: epoch ms. */
export function orderPage(order: OrderView, now: number): OrderPage {
  const { orderId, roundId, version, roundTitle, headName, place, status, roundStatus, handOver } = order;
  const isCancelled = status === 'cancelled';
  const isOver = handOver === 'collected' || handOver === 'left' || roundStatus === 'settled';
  const comes = !isCancelled && !isOver && roundStatus !== 'cancelled';
  return {
    orderId,
    roundId,
    version,
    title: roundTitle,
    who: `${headName}家，${shortPlace(place)}`,
    state: orderState(order),
    where: comes ? whereOf(order, now) : null,
    waiting: comes && order.pickup === null ? waitingText(order) : '',
    code: comes && order.pickup?.way === 'pickup' ? pickupCodeOf(orderId) : '',
    lines: order.lines.map(lineRow),
    sums: sumsOf(order),
    need: order.need && {
      text: order.need.text,
      answer: order.need.done
        ? `${order.need.done.byName} ${momentText(order.need.done.at, now)}：${order.need.done.answer}`
        : '网格员看到会来办',
    },
    note: order.note,
    changes: order.changes
      .map(({ at, byName, what }, position) => ({
        key: String(position),
        text: `${byName}${what}`,
        when: momentText(at, now),
      }))
      .reverse(),
    isCancelled,
    canChange: roundStatus === 'open',
    canMove: comes && order.pickup?.way === 'pickup' && MOVABLE.includes(roundStatus),
    hasPhoto: handOver === 'left',
  };
}

function whereOf({ pickup }: OrderView, now: number): Where | null {
  if (pickup === null) return null;
  const { way, pointName, date, from, until, helper } = pickup;
  const day = dayWords(date, now);
  const note = helper === null ? '' : `${helper}帮您拿`;
  if (way === 'door') return { title: '送到家门口', time: `${day}送`, note };
  const hours = from === null || until === null ? '' : ` ${hoursText(from, until)}`;
  return { title: pointName ?? '领取点', time: `${day}${hours}`, note };
}

const waitingText = ({ roundStatus, wish }: OrderView): string =>
  roundStatus === 'open'
    ? wish.way === 'door'
      ? '送到家门口。截止以后备货，到了告诉您'
      : '截止以后排好几点去领，会告诉您'
    : '正在排领取时间，排好就会显示在这里';

function lineRow({
  itemId,
  name,
  unit,
  category,
  photo,
  price,
  ordered,
  allotted,
  substitute,
  patientName,
  why,
}: OrderLineView): LineRow {
  const isShort = allotted !== null && allotted < ordered;
  return {
    itemId,
    name,
    photo: photo ?? '',
    category,
    amount: `${ordered} ${unit}，${yuan(price * ordered)} 元`,
    short: why ?? (isShort ? `分到 ${allotted} ${unit}` : ''),
    instead: substitute
      ? `${substitute.name} ${substitute.quantity} ${substitute.unit}，每${substitute.unit} ${yuan(substitute.price)} 元`
      : '',
    patient: patientName === null ? '' : `给${patientName}用`,
  };
}

/** Ordered, and what of it is different later: what it comes to, what came, what was paid. */
function sumsOf({ ordered, due, delivered, paid, lines }: OrderView): OrderPage['sums'] {
  const isShared = lines.some(({ allotted }) => allotted !== null);
  const sums = [{ label: '订了', value: `${yuan(ordered)} 元` }];
  if (isShared && due !== ordered) sums.push({ label: '实际要付', value: `${yuan(due)} 元` });
  if (delivered > 0) sums.push({ label: '领到', value: `${yuan(delivered)} 元` });
  sums.push({ label: '付了', value: paid === 0 ? '还没付，领货时当面付' : `${yuan(paid)} 元` });
  return sums;
}
