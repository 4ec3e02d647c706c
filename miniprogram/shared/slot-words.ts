import { dayText, daysBetween } from './dates';
import { dateOfSlot, halfOfSlot } from './slots';

/** 应报时段 in words: am is 早, pm is 晚. */

const midday = (slot: string): string => `${dateOfSlot(slot)}T12:00:00+08:00`;

/** 早上 or 晚上 */
export const halfText = (slot: string): string => (halfOfSlot(slot) === 'am' ? '早上' : '晚上');

/** 早体温 or 晚体温: what is reported in it. */
export const readingText = (slot: string): string => (halfOfSlot(slot) === 'am' ? '早体温' : '晚体温');

/** 3月12日 晚上 */
export const slotText = (slot: string): string => `${dayText(midday(slot))} ${halfText(slot)}`;

const NEAR: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天' };

/** 今天早上, 昨天晚上, 明天早上, or 3月12日 晚上. */
export function slotWhen(slot: string, now: number): string {
  const near = NEAR[daysBetween(now, midday(slot))];
  return near === undefined ? slotText(slot) : near + halfText(slot);
}
