import type { PickupRow } from '../../../../cloudfunctions/contracts/pickup';
import type { HandingList } from '../../../services/pickup';
import { yuan } from '../../../shared/money';
import { hour, placeText, type Tag, tagsOf, whenText } from '../row-words';

/** A household on the list of the day. */
export type DayCard = {
  orderId: string;
  name: string;
  place: string;
  when: string;
  /** 3 样，88 元 */
  goods: string;
  note: string;
  tags: Tag[];
};

export function dayCard(
  row: PickupRow,
  list: HandingList,
  { isUnsent, now }: { isUnsent: boolean; now: number },
): DayCard {
  const kinds = row.lines.filter(({ due, substitute }) => due + (substitute?.due ?? 0) > 0).length;
  return {
    orderId: row.orderId,
    name: row.headName,
    place: placeText(row),
    when: whenText(row, list, now),
    goods: kinds === 0 ? '货不够，这次没有' : `${kinds} 样，${yuan(row.due)} 元`,
    note: row.note,
    tags: tagsOf(row, isUnsent),
  };
}

/** Where goods are handed out, to choose from: everywhere, a point, or one slot of it. */
export type Place = { value: string; text: string };

export function placesOf({ points, slots }: Pick<HandingList, 'points' | 'slots'>): Place[] {
  const inOrder = [...slots].sort((a, b) => `${a.date}${a.from}`.localeCompare(`${b.date}${b.from}`));
  return [
    { value: '', text: '所有领取点' },
    ...points.flatMap(({ pointId, name }) => [
      { value: pointId, text: name },
      ...inOrder
        .filter((slot) => slot.pointId === pointId)
        .map(({ slotId, from, until }) => ({
          value: `${pointId}/${slotId}`,
          text: `${name} ${hour(from)}–${hour(until)}`,
        })),
    ]),
  ];
}

export const EMPTY = {
  waiting: { title: '这里都领完了', text: '还没领的会出现在这里。' },
  done: { title: '还没有人领', text: '领了的会出现在这里。' },
  owing: { title: '钱都对得上', text: '拿了东西没付清的，会出现在这里。' },
} as const;
export const NOBODY = { title: '没有找到', text: '换个字试试，或写拼音，比如“zgl”找张桂兰。' } as const;
