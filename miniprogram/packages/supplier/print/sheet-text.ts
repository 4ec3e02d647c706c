import type { PurchaseList } from '../../../services/purchase';
import { calendarDate, dateText, timeText } from '../../../shared/dates';
import { yuan } from '../../../shared/money';
import { shortPlace } from '../../../shared/places';

/** The words of the sheet, in the order in which they stand on it. */
export type SheetText = {
  title: string;
  about: string[];
  headings: string[];
  rows: string[][];
  total: string;
  foot: string;
};

export function sheetText(list: PurchaseList, now: number): SheetText {
  const { title, place, number, supplierName, neededOn, points, slotting, demand } = list;
  const wanted = list.items.filter(({ demanded }) => demanded > 0);
  return {
    title: `${title} 采购单`,
    about: [
      `${shortPlace(place)}第 ${number} 批，${supplierName}供货，${dateText(neededOn)}开始发`,
      points.length > 0
        ? `送到：${points.map(({ name, address }) => (address ? `${name}（${address}）` : name)).join('、')}`
        : '都送上门',
      ...(slotting ? [`${slotting.pickup} 户自己领，${slotting.door} 户送到门口`] : []),
    ],
    headings: ['品名', '规格', '订', '到', '备注'],
    rows: wanted.map(({ name, spec, unit, demanded, confirmed, substitute }) => [
      name,
      spec,
      `${demanded} ${unit}`,
      confirmed === null ? '' : `${confirmed} ${unit}`,
      substitute ? `换${substitute.name} ${substitute.quantity} ${substitute.unit}` : '',
    ]),
    total: demand ? `${demand.orders} 户，一共 ${demand.pieces} 份，订的钱 ${yuan(demand.amount)} 元` : '',
    foot: `${dateText(calendarDate(now))} ${timeText(now)} 打印`,
  };
}

/** All of it as one text, for who can't see the picture. */
export const spokenText = ({ title, about, rows, total }: SheetText): string =>
  [title, ...about, ...rows.map(([name = '', , asked = '']) => `${name} ${asked}`), total].join('。');
