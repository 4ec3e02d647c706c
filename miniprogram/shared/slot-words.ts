/** 应报时段 in words, from its key (`2026-03-12-pm`): am is 早, pm is 晚. */

const DAY = 24 * 3_600_000;
const isMorning = (slot: string): boolean => slot.endsWith('am');
const dateOf = (slot: string): string => slot.slice(0, 10);

/** 早上 or 晚上 */
export const halfText = (slot: string): string => (isMorning(slot) ? '早上' : '晚上');

/** 早体温 or 晚体温: what is reported in it. */
export const readingText = (slot: string): string => (isMorning(slot) ? '早体温' : '晚体温');

/** 3月12日, from 2026-03-12 or anything that starts so. */
export const dayOfDate = (date: string): string =>
  `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

/** 3月12日 晚上 */
export const slotText = (slot: string): string => `${dayOfDate(slot)} ${halfText(slot)}`;

const NEAR: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天' };

/** 今天早上, 昨天晚上, 明天早上, or 3月12日 晚上. `today`: YYYY-MM-DD. */
export function slotWhen(slot: string, today: string): string {
  const near = NEAR[Math.round((Date.parse(dateOf(slot)) - Date.parse(today)) / DAY)];
  return near === undefined ? slotText(slot) : near + halfText(slot);
}
