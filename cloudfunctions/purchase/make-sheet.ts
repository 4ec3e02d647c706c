import { dateText } from '../../miniprogram/shared/dates';
import { yuan } from '../../miniprogram/shared/money';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { OrderDocument, OrderLine } from '../orders/order.document';
import { type Sheet, writeSheets } from '../roster/sheet';
import type { RoundDocument } from '../rounds/round.document';
import { asMachine, readAllOrders } from './purchase.repository';
import type { ReadRound } from './show-purchases';

/** Three sheets: what to buy, what goes to which place, what to pack for whom. */
export const makeSheet =
  (readRound: ReadRound) =>
  async (
    { roundId }: { roundId: string },
    context: Context,
  ): Promise<{ fileName: string; base64: string }> => {
    const round = await readRound(context, roundId);
    context.about({ gridPath: round.gridPath });
    if (round.demand === null) throw new AppError('CONFLICT', '还没有汇总，截止以后再导出');
    const orders = await readAllOrders(asMachine(context), roundId);
    const file = await writeSheets([totals(round), byPlace(round, orders), packing(round, orders)]);
    const day = dateText(toCalendarDate(context.now));
    return { fileName: `采购单 ${round.title} ${day}.xlsx`, base64: file.toString('base64') };
  };

const text = (count: number | null | undefined): string => (count == null ? '' : String(count));

function totals({ items, demand, confirmed, substitutes }: RoundDocument): Sheet {
  return {
    name: '采购单',
    headings: [
      '品名',
      '规格',
      '单位',
      '单价（元）',
      '订的数量',
      '户数',
      '到货数量',
      '缺货用什么代替',
      '金额（元）',
    ],
    widths: [20, 20, 8, 12, 12, 8, 12, 24, 14],
    rows: items.map(({ itemId, name, spec, unit, price }) => {
      const asked = demand?.byItem[itemId];
      const offer = substitutes[itemId];
      const comes = confirmed?.[itemId] ?? asked?.quantity ?? 0;
      return [
        name,
        spec,
        unit,
        yuan(price),
        text(asked?.quantity),
        text(asked?.orders),
        text(confirmed?.[itemId]),
        offer ? `${offer.name} ${offer.quantity} ${offer.unit}` : '',
        yuan(comes * price + (offer ? offer.quantity * offer.price : 0)),
      ];
    }),
  };
}

/** What is packed of a line: the item itself, and what comes instead. */
const packed = ({
  itemId,
  quantity,
  allotted,
  substitute,
}: OrderLine): [itemId: string, pieces: number][] => [
  [itemId, allotted ?? quantity],
  ...(substitute ? [[substitute.itemId, substitute.quantity] as [string, number]] : []),
];

function namesOf({ items, substitutes }: RoundDocument): Map<string, { name: string; unit: string }> {
  return new Map([
    ...Object.values(substitutes).map(({ itemId, name, unit }) => [itemId, { name, unit }] as const),
    ...items.map(({ itemId, name, unit }) => [itemId, { name, unit }] as const),
  ]);
}

const DOOR = '送上门';
const NOWHERE = '没排上时间';
const placeOf = ({ pickup }: OrderDocument): string => pickup?.pointId ?? (pickup ? DOOR : NOWHERE);

function byPlace(round: RoundDocument, orders: readonly OrderDocument[]): Sheet {
  const nowhere = orders.some(({ pickup }) => pickup === null) ? [{ pointId: NOWHERE, name: NOWHERE }] : [];
  const places = [...round.distribution.points, { pointId: DOOR, name: DOOR }, ...nowhere];
  const pieces = new Map<string, number>();
  for (const order of orders)
    for (const [itemId, count] of order.lines.flatMap(packed)) {
      const key = `${placeOf(order)} ${itemId}`;
      pieces.set(key, (pieces.get(key) ?? 0) + count);
    }
  const rows = [...namesOf(round)].map(([itemId, { name, unit }]) => {
    const counts = places.map(({ pointId }) => pieces.get(`${pointId} ${itemId}`) ?? 0);
    return [name, unit, text(counts.reduce((sum, one) => sum + one, 0)), ...counts.map(text)];
  });
  const households = places.map(({ pointId }) => orders.filter((order) => placeOf(order) === pointId).length);
  return {
    name: '分点送货',
    headings: ['品名', '单位', '合计', ...places.map(({ name }) => name)],
    widths: [20, 8, 10, ...places.map(() => 14)],
    rows: [['户数', '户', text(orders.length), ...households.map(text)], ...rows],
  };
}

/** Of a household no more than whoever packs and hands out needs: its head's name and its group. */
function packing(round: RoundDocument, orders: readonly OrderDocument[]): Sheet {
  const names = namesOf(round);
  const { points, slots } = round.distribution;
  const rows = orders.map((order) => {
    const { pickup } = order;
    const slot = slots.find(({ slotId }) => slotId === pickup?.slotId);
    const goods = order.lines
      .flatMap(packed)
      .filter(([, count]) => count > 0)
      .map(([itemId, count]) => `${names.get(itemId)?.name ?? ''} ${count} ${names.get(itemId)?.unit ?? ''}`);
    return [
      points.find(({ pointId }) => pointId === pickup?.pointId)?.name ?? placeOf(order),
      pickup?.date ?? '',
      slot ? `${slot.from}–${slot.until}` : '',
      order.pathNames.slice(1).join(' '),
      order.headName,
      goods.join('，'),
      yuan(order.due),
      '',
    ];
  });
  return {
    name: '装袋单',
    headings: ['领取点', '日期', '时段', '村组', '户主', '东西', '应收（元）', '签收'],
    widths: [16, 12, 14, 18, 12, 60, 12, 14],
    rows: rows.sort((one, other) => (one.slice(0, 5).join() < other.slice(0, 5).join() ? -1 : 1)),
  };
}
