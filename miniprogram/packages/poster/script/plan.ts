import type { LoudspeakerRules } from '../../../../cloudfunctions/contracts/index';
import { calendarDate } from '../../../shared/dates';
import { addDays } from '../../../shared/slots';

const MINUTE = 60_000;
/** People set a loudspeaker by the clock's round numbers. */
const ROUND_MINUTES = 5;

export type Planned = {
  /** Epoch ms. */
  now: number;
  urgent: boolean;
  /** How long one broadcast takes, with its repeat. */
  minutes: number;
  /** The last day on which it holds, YYYY-MM-DD. */
  validUntil: string | null;
  /** When that begins to which it calls; epoch ms. */
  begins: number | null;
};
export type PlannedDay = { date: string; times: string[] };

const at = (date: string, time: string): number => Date.parse(`${date}T${time}:00+08:00`);
const timeOf = (moment: number): string => new Date(moment + 8 * 60 * MINUTE).toISOString().slice(11, 16);

/**
 * When a notice is read out: at the hours when people are at home; what is urgent at once and again and again on its first day. Never so that a word
 * falls outside of the hours in which the loudspeaker may be heard, nor after what it calls to has begun or it holds no more.
 */
export function broadcasts(planned: Planned, rules: LoudspeakerRules): PlannedDay[] {
  const { now, minutes, validUntil, begins } = planned;
  const length = minutes * MINUTE;
  const end = Math.min(
    begins ?? Infinity,
    validUntil === null ? Infinity : at(addDays(validUntil, 1), '00:00'),
  );
  return daysFor(planned, rules)
    .map((date) => ({
      date,
      times: [...new Set(startsOn(date, planned, rules))]
        .filter((start) => start >= now && start >= at(date, rules.from))
        .filter((start) => start + length <= Math.min(end, at(date, rules.until)))
        .sort((a, b) => a - b)
        .map(timeOf),
    }))
    .filter(({ times }) => times.length > 0);
}

/** The first days, and the eve and the day of that to which it calls. */
function daysFor({ now, begins }: Planned, { days }: LoudspeakerRules): string[] {
  const today = calendarDate(now);
  const first = Array.from({ length: days }, (_, n) => addDays(today, n));
  const day = begins === null ? null : calendarDate(begins);
  const around = day === null ? [] : [addDays(day, -1), day].filter((date) => date >= today);
  return [...new Set([...first, ...around])].sort();
}

function startsOn(date: string, { now, urgent }: Planned, rules: LoudspeakerRules): number[] {
  const usual = rules.times.map((time) => at(date, time));
  if (!urgent || date !== calendarDate(now)) return usual;
  const step = ROUND_MINUTES * MINUTE;
  const first = Math.max(Math.ceil(now / step) * step, at(date, rules.from));
  const starts: number[] = [];
  for (let start = first; start < at(date, rules.until); start += rules.urgentEvery * MINUTE)
    starts.push(start);
  return starts;
}
