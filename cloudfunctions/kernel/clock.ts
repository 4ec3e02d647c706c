import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** China keeps one time all year; functions run in UTC. */
const CHINA_OFFSET_MINUTES = 8 * 60;

/** The time on the wall of the village. Only `serve` reads the clock; use cases get `context.now`. */
export const chinaNow = (): Dayjs => chinaTime(Date.now());

/** A stored or received moment, in UTC+8. (dayjs shifts a moment that has an offset twice, so ours is only ever set here.) */
export const chinaTime = (moment: string | number | Date): Dayjs =>
  dayjs(moment).utcOffset(CHINA_OFFSET_MINUTES);

/** How moments travel and are stored: `2026-11-21T20:05:00+08:00`. Such texts sort like the moments they name. */
export const toTimestamp = (moment: Dayjs): string => chinaTime(moment.valueOf()).format();

/** `2026-11-21`: the calendar day in the village. */
export const toCalendarDate = (moment: Dayjs): string => chinaTime(moment.valueOf()).format('YYYY-MM-DD');

/** Whole years on the day of `now`; `birthDate` is YYYY-MM-DD. */
export const ageOn = (birthDate: string, now: Dayjs): number => {
  const [today, birthday] = [toCalendarDate(now), birthDate];
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4));
  return today.slice(5) < birthday.slice(5) ? years - 1 : years;
};
