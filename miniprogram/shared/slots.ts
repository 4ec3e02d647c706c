/**
 * 应报时段: when readings are due, reckoned on the village's clock. A slot's key is its date and half (`2026-11-22-am`), and keys sort as the
 * slots follow each other. Moments are epoch milliseconds; China keeps UTC+8 all year.
 */
export type SlotTimes = { half: 'am' | 'pm'; opens: string; due: string; closes: string };

/** ahead 还没到 → open 可以报 → overdue 过了时间，还能补报 → closed 已截止 */
export type SlotPhase = 'ahead' | 'open' | 'overdue' | 'closed';

const DAY = 24 * 3_600_000;
const EIGHT_HOURS = 8 * 3_600_000;

/** `24:00` is the midnight that ends the day. */
function momentOf(date: string, time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Date.parse(`${date}T00:00:00+08:00`) + (Number(hours) * 60 + Number(minutes)) * 60_000;
}

const dateAt = (now: number): string => new Date(now + EIGHT_HOURS).toISOString().slice(0, 10);

export const slotKey = (date: string, half: SlotTimes['half']): string => `${date}-${half}`;
export const dateOfSlot = (key: string): string => key.slice(0, 10);
export const halfOfSlot = (key: string): SlotTimes['half'] => (key.endsWith('am') ? 'am' : 'pm');

/** So many days later; YYYY-MM-DD. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Which day of a measure a date is; its first date is day 1, and the day before that is 0. */
export const dayNumber = (firstDate: string, date: string): number =>
  Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${firstDate}T00:00:00Z`)) / DAY) + 1;

/** When a slot opens, is due and closes; null for a half that the plan does not ask for. */
export function momentsOf(
  times: readonly SlotTimes[],
  key: string,
): { opens: number; due: number; closes: number } | null {
  const date = dateOfSlot(key);
  const found = times.find(({ half }) => half === halfOfSlot(key));
  return found
    ? {
        opens: momentOf(date, found.opens),
        due: momentOf(date, found.due),
        closes: momentOf(date, found.closes),
      }
    : null;
}

/** How far a slot has come. At the minute at which it closes it is closed. */
export function phaseOf(times: readonly SlotTimes[], key: string, now: number): SlotPhase {
  const moments = momentsOf(times, key);
  if (!moments || now >= moments.closes) return 'closed';
  if (now < moments.opens) return 'ahead';
  return now < moments.due ? 'open' : 'overdue';
}

const keysOfDay = (times: readonly SlotTimes[], date: string): string[] =>
  times.map(({ half }) => slotKey(date, half)).sort();

/** Every slot from one on to the end of a day, in order. */
export function slotsBetween(times: readonly SlotTimes[], first: string, lastDate: string): string[] {
  const keys: string[] = [];
  for (let date = dateOfSlot(first); date <= lastDate; date = addDays(date, 1))
    keys.push(...keysOfDay(times, date).filter((key) => key >= first));
  return keys;
}

/** The first slot on or after a day that has not closed: whoever arrives in the afternoon is not asked for the morning. */
export function firstSlotFrom(times: readonly SlotTimes[], firstDate: string, now: number): string {
  const today = dateAt(now);
  for (let date = firstDate > today ? firstDate : today; ; date = addDays(date, 1)) {
    const key = keysOfDay(times, date).find((one) => phaseOf(times, one, now) !== 'closed');
    if (key !== undefined) return key;
  }
}

/** The slot in which one can report now; null between the morning's close and the evening's opening. */
export function slotNow(times: readonly SlotTimes[], now: number): string | null {
  const keys = keysOfDay(times, dateAt(now));
  return keys.find((key) => ['open', 'overdue'].includes(phaseOf(times, key, now))) ?? null;
}
