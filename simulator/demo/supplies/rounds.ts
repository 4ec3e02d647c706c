import { specWithContents } from '../../../cloudfunctions/rounds/round-plan';
import type { Dayjs } from 'dayjs';
import type { Distribution, RoundItem } from '../../../cloudfunctions/contracts/supplies';
import { toCalendarDate, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import type { OrderDocument } from '../../../cloudfunctions/orders/order.document';
import { newRound, settledRound } from '../../../cloudfunctions/rounds/round-file';
import type { RoundDocument } from '../../../cloudfunctions/rounds/round.document';
import type { GridDocument } from '../../../cloudfunctions/township/grid.document';
import { OFFERED, type Ware } from './shelf';
import { itemIdOf, SUPERMARKET } from './suppliers';

const POINTS = [
  { pointId: 'square', name: '文化广场', address: '戏台旁边' },
  { pointId: 'office', name: '村委会', address: '大门口' },
];
const HALF_HOURS = [
  ['09:00', '09:30'],
  ['09:30', '10:00'],
  ['10:00', '10:30'],
] as const;
const HOUSEHOLDS_PER_SLOT = 20;
const HOURS_LEFT_AT_LEAST = 2;

/** The next 18:00 that leaves time to try the shop. */
export function nextCutOff(now: Dayjs): Dayjs {
  const today = now.hour(18).minute(0).second(0).millisecond(0);
  return today.diff(now, 'hour', true) >= HOURS_LEFT_AT_LEAST ? today : today.add(1, 'day');
}

/** A round of 惠民超市 for the whole village, open until `closesAt`; goods come on the day after. */
export function openRound(
  village: GridDocument,
  {
    number,
    opensAt,
    closesAt,
    openedBy,
  }: { number: number; opensAt: Dayjs; closesAt: Dayjs; openedBy: RoundDocument['openedBy'] },
): RoundDocument {
  const opened = toTimestamp(opensAt);
  const draft = newRound({
    _id: `demo-round-${number}`,
    grid: village,
    grids: [village],
    supplier: { _id: SUPERMARKET, name: '惠民超市' },
    form: {
      title: '蔬菜肉蛋团购',
      audience: 'everyone',
      opensAt: null,
      closesAt: toTimestamp(closesAt),
      distribution: distributionOn(toCalendarDate(closesAt.add(1, 'day'))),
    },
    items: OFFERED.map(offered),
    scheduleId: null,
    by: openedBy,
    requestId: `demo-draft-${number}`,
    at: opened,
  });
  const open = { requestId: `demo-open-${number}`, by: openedBy.openid, byName: openedBy.name, at: opened, what: '开团' }; // prettier-ignore
  return settledRound({
    ...draft,
    number,
    status: 'open',
    version: 2,
    changes: [...draft.changes, open],
  });
}

const offered = ({ id, name, spec, unit, category, drugClass, price, limit, contains }: Ware): RoundItem => ({
  itemId: itemIdOf(SUPERMARKET, id),
  name,
  spec: specWithContents({ spec, contains }),
  unit,
  category,
  drugClass,
  photo: null,
  price,
  limit,
  stock: null,
});

const distributionOn = (day: string): Distribution => ({
  points: POINTS,
  slots: POINTS.flatMap(({ pointId }) =>
    HALF_HOURS.map(([from, until], position) => ({
      slotId: `${pointId}-${position + 1}`,
      pointId,
      date: day,
      from,
      until,
      capacity: HOUSEHOLDS_PER_SLOT,
    })),
  ),
  doorDate: day,
});

/** Pieces and orders of each item. */
export function demandOf(orders: readonly OrderDocument[]): NonNullable<RoundDocument['demand']> {
  const byItem: NonNullable<RoundDocument['demand']>['byItem'] = {};
  for (const { itemId, quantity } of orders.flatMap(({ lines }) => lines)) {
    const sum = (byItem[itemId] ??= { quantity: 0, orders: 0 });
    sum.quantity += quantity;
    sum.orders += 1;
  }
  return {
    orders: orders.length,
    amount: orders.reduce((sum, { ordered }) => sum + ordered, 0),
    byItem,
  };
}
