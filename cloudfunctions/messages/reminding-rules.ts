import type { Dayjs } from 'dayjs';
import type { ReminderSettings } from '../contracts/messages';
import { chinaTime, toTimestamp } from '../kernel/clock';
import type { NoticeDocument } from '../publishing/notice.document';

/** Nobody's phone rings before or after, however urgent it is: at night somebody goes there. */
const FIRST_HOUR = 7;
const LAST_HOUR = 21;

type Sent = Pick<NoticeDocument, 'kind' | 'status' | 'audience' | 'validUntil'>;

/** This moment, or the morning after it. */
export function byDay(moment: Dayjs): string {
  const at = chinaTime(moment.valueOf());
  if (at.hour() < FIRST_HOUR) return toTimestamp(at.startOf('day').hour(FIRST_HOUR));
  if (at.hour() >= LAST_HOUR) return toTimestamp(at.startOf('day').add(1, 'day').hour(FIRST_HOUR));
  return toTimestamp(at);
}

/** Whether somebody is still to be told of it on a day (YYYY-MM-DD). */
export const isToBeTold = ({ status, audience, validUntil }: Sent, today: string): boolean =>
  status === 'published' &&
  (audience.households || audience.roles.length > 0) &&
  (validUntil === null || validUntil >= today);

/**
 * When those who don't know yet are next reminded, after `now`; null when they were reminded often enough, or the notice holds no longer. Urgent ones every so
 * many minutes by day, others at the town's hours.
 */
export function nextReminder(
  notice: Sent,
  reminded: number,
  settings: Pick<ReminderSettings, 'hours' | 'times' | 'urgentEveryMinutes'>,
  now: Dayjs,
): string | null {
  if (reminded >= settings.times) return null;
  const at =
    notice.kind === 'urgent'
      ? byDay(now.add(settings.urgentEveryMinutes, 'minute'))
      : atNextHour(settings.hours, now);
  return at !== null && isToBeTold(notice, at.slice(0, 'YYYY-MM-DD'.length)) ? at : null;
}

function atNextHour(hours: readonly string[], now: Dayjs): string | null {
  const today = chinaTime(now.valueOf()).format('YYYY-MM-DD');
  const tomorrow = chinaTime(now.valueOf()).add(1, 'day').format('YYYY-MM-DD');
  const moments = [today, tomorrow].flatMap((day) =>
    [...hours].sort().map((hour) => `${day}T${hour}:00+08:00`),
  );
  return moments.find((moment) => moment > toTimestamp(now)) ?? null;
}
