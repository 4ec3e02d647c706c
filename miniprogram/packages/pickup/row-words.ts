import type { PickupRow } from '../../../cloudfunctions/contracts/pickup';
import type { HandingList } from '../../services/pickup';
import { calendarDate, momentText } from '../../shared/dates';
import { HAND_OVERS } from '../../shared/labels';
import { yuan } from '../../shared/money';
import { dayOfDate } from '../../shared/slot-words';

export type Tag = { text: string; tone: 'green' | 'amber' | 'red' | 'grey' | 'brand' };
type Where = Pick<HandingList, 'points'> | undefined;

/** 9:00, from 09:00 */
export const hour = (time: string): string => time.replace(/^0/, '');

/** 文化广场 9:00–9:30; without a point, 送上门 */
export function whereText({ way, pointId, from, until }: PickupRow, list: Where): string {
  if (way === 'door') return '送上门';
  const point = list?.points.find((one) => one.pointId === pointId)?.name ?? '';
  const slot = from === null || until === null ? '' : `${hour(from)}–${hour(until)}`;
  return [point, slot].filter((part) => part !== '').join(' ');
}

/** 3月12日 文化广场 9:00–9:30; the day only where it is another one than today. */
export const whenText = (row: PickupRow, list: Where, now: number): string =>
  [row.date === null || row.date === calendarDate(now) ? '' : dayOfDate(row.date), whereText(row, list)]
    .filter((part) => part !== '')
    .join(' ');

/** 柳溪村三组, from 柳溪村 三组 */
export const placeText = ({ place }: Pick<PickupRow, 'place'>): string => place.split(' ').join('');

/** Has it everything that it was to get? */
export const hasAll = ({ lines }: PickupRow): boolean =>
  lines.every(
    ({ due, delivered, substitute }) =>
      delivered >= due && (substitute === null || substitute.delivered >= substitute.due),
  );

/** Fen that the household owes for what it has; below zero it is to get money back. */
export const owedBy = ({ delivered, paid }: Pick<PickupRow, 'delivered' | 'paid'>): number =>
  delivered - paid;

/** How an order stands, most important first, in words. */
export function tagsOf(row: PickupRow, isUnsent: boolean): Tag[] {
  const { status } = row.handOver;
  const owed = owedBy(row);
  const tags: Tag[] = [];
  if (isUnsent) tags.push({ text: '存在手机里，等网', tone: 'amber' });
  if (status === 'noShow') tags.push({ text: HAND_OVERS.noShow, tone: 'amber' });
  else if (status !== 'waiting')
    tags.push(hasAll(row) ? { text: HAND_OVERS[status], tone: 'green' } : { text: '领了一部分', tone: 'amber' }); // prettier-ignore
  if (owed > 0) tags.push({ text: `还欠 ${yuan(owed)} 元`, tone: 'red' });
  if (owed < 0) tags.push({ text: `多收 ${yuan(-owed)} 元`, tone: 'red' });
  return tags;
}

/** 张丽 今天 9:12 交的 */
export function handedText({ handOver: { status, at, byName } }: PickupRow, now: number): string {
  if (at === null || status === 'waiting') return '';
  const did = { collected: '交的', left: '放在门口', noShow: '记的没来' }[status];
  return `${byName ?? '我'} ${momentText(at, now)} ${did}`;
}
