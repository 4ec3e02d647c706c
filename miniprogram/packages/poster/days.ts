import { calendarDate, dayText } from '../../shared/dates';
import { addDays } from '../../shared/slots';

/** Days that mean another day tomorrow, by how many days they are off the day on which they were written. */
const RELATIVE: Readonly<Record<string, number>> = { 大后天: 3, 后天: 2, 明天: 1, 今天: 0, 昨天: -1 };
const PARTS: Readonly<Record<string, readonly [days: number, part: string]>> = {
  明早: [1, '早上'],
  明晚: [1, '晚上'],
  今早: [0, '早上'],
  今晚: [0, '晚上'],
};
const RELATIVE_DAY = /大后天|后天|明天|今天|昨天/gu;
const RELATIVE_PART = /明早|明晚|今早|今晚/gu;

/** 明天 as the day it is, for what hangs or is heard on more days than one. `written`: YYYY-MM-DD. */
export const withDays = (text: string, written: string): string =>
  text
    .replace(RELATIVE_DAY, (day) => dayText(addDays(written, RELATIVE[day] ?? 0)))
    .replace(RELATIVE_PART, (words) => {
      const [days, part] = PARTS[words] ?? [0, ''];
      return dayText(addDays(written, days)) + part;
    });

const DAY = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]/u;
const TIME = /(上午|下午|晚上|中午|傍晚)?\s*(\d{1,2})\s*(?:[:：]\s*(\d{2})|[点时](半)?)/u;
const HALF_A_YEAR_DAYS = 183;

/**
 * When that begins of which a fact says 明天 7:00–11:00 or 3月12日下午 2 点: after it nobody needs to be called. Null where no day or no time is named.
 * `written`: YYYY-MM-DD.
 */
export function beginning(text: string, written: string): number | null {
  const absolute = withDays(text, written);
  const day = DAY.exec(absolute);
  const time = TIME.exec(absolute);
  if (!day || !time) return null;
  const [, year, month = '', date = ''] = day;
  const [, part, hour = '', minute, half] = time;
  const isLate = part !== undefined && part !== '上午' && Number(hour) < 12;
  const two = (value: string | number): string => String(value).padStart(2, '0');
  const clock = `${two(Number(hour) + (isLate && Number(hour) !== 12 ? 12 : 0))}:${minute ?? (half ? '30' : '00')}`;
  const at = (ofYear: string): number => Date.parse(`${ofYear}-${two(month)}-${two(date)}T${clock}:00+08:00`);
  const own = at(year ?? written.slice(0, 4));
  if (Number.isNaN(own)) return null;
  // 1月5日, written in December, is next year's.
  const isPast = own < Date.parse(`${addDays(written, -HALF_A_YEAR_DAYS)}T00:00:00+08:00`);
  return year === undefined && isPast ? at(String(Number(written.slice(0, 4)) + 1)) : own;
}

/** The day on which a notice was, or is being, written. */
export const writtenOn = (publishedAt: string | null, now: number): string =>
  calendarDate(publishedAt ?? now);
