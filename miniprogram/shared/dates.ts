/**
 * Dates as people here say them. China keeps one time, UTC+8, all year: whatever the phone's own zone is, the village's
 * clock counts. Times are epoch milliseconds or ISO strings with an offset; calendar dates are YYYY-MM-DD.
 */
const EIGHT_HOURS = 8 * 3_600_000;
const DAY = 24 * 3_600_000;
const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const;

export type Moment = number | string;

const epoch = (moment: Moment): number => (typeof moment === 'number' ? moment : Date.parse(moment));
/** A Date whose UTC fields read as the village's clock. */
const local = (moment: Moment): Date => new Date(epoch(moment) + EIGHT_HOURS);
const dayNumber = (moment: Moment): number => Math.floor((epoch(moment) + EIGHT_HOURS) / DAY);
const two = (value: number): string => String(value).padStart(2, '0');

/** 3月12日 */
export const dayText = (moment: Moment): string => {
  const date = local(moment);
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
};

/** 星期六 */
export const weekdayText = (moment: Moment): string => WEEKDAYS[local(moment).getUTCDay()] ?? '';

/** 17:08 */
export const timeText = (moment: Moment): string => {
  const date = local(moment);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
};

/** By how many days ago it was. */
const NEAR_DAYS: Readonly<Record<number, string>> = { [-1]: '明天', 0: '今天', 1: '昨天' };

/** 今天 17:08, 昨天 17:08, 明天 17:08 or 3月12日 17:08 */
export function momentText(moment: Moment, now: Moment): string {
  const ago = daysBetween(moment, now);
  const day = NEAR_DAYS[ago] ?? dayText(moment);
  return `${day} ${timeText(moment)}`;
}

/** Whole calendar days from one moment to another: yesterday 23:59 to today 0:01 is 1. */
export const daysBetween = (from: Moment, to: Moment): number => dayNumber(to) - dayNumber(from);

/** Today as YYYY-MM-DD. */
export const calendarDate = (moment: Moment): string => local(moment).toISOString().slice(0, 10);

/** 早上好 until 9:00, 上午好, 中午好 from 11:00, 下午好 from 13:00, 晚上好 from 18:00; before 5:00 still 晚上好. */
export function greeting(moment: Moment): string {
  const hour = local(moment).getUTCHours();
  if (hour < 5 || hour >= 18) return '晚上好';
  if (hour < 9) return '早上好';
  if (hour < 11) return '上午好';
  return hour < 13 ? '中午好' : '下午好';
}

/** 1955年3月8日, from 1955-03-08. */
export function dateText(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** Completed years on a day: the birthday itself counts; somebody born on 29 February turns on 1 March of a common year. */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
