import type { Stay } from '../contracts/health';
import { chinaTime, toCalendarDate } from '../kernel/clock';

/** Calendar days, both included. */
export type Days = { from: string; to: string };

/** Some days before (or with a negative number after) a calendar day. */
export const daysBefore = (date: string, days: number): string =>
  toCalendarDate(chinaTime(`${date}T00:00:00+08:00`).subtract(days, 'day'));

/** The days whose stays count. The day of arrival is the last of them: 14 days before 14 March begin on 1 March. */
export const lookBackWindow = (arrivalDate: string, lookBackDays: number): Days => ({
  from: daysBefore(arrivalDate, lookBackDays - 1),
  to: arrivalDate,
});

/** The days that two spans share; null where they share none. An end that is null has not been set. */
export function overlap(one: Days, other: { from: string; to: string | null }): Days | null {
  const from = one.from > other.from ? one.from : other.from;
  const to = other.to === null || one.to < other.to ? one.to : other.to;
  return from <= to ? { from, to } : null;
}

/** What of a stay lies in the window. */
export const daysInWindow = ({ from, to }: Stay, window: Days): Days | null => overlap(window, { from, to });
