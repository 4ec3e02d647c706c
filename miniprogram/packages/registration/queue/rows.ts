import type { QueueRow } from '../../../../cloudfunctions/contracts/index';
import { daysBetween, momentText } from '../../../shared/dates';
import { shortPlace } from '../../../shared/places';

/** A household in the queue as its card shows it. */
export type QueueCard = {
  householdId: string;
  title: string;
  place: string;
  /** 3 口人 · 昨天 17:08 交的 */
  note: string;
  tags: { text: string; tone: 'brand' | 'amber' }[];
};

const LATE_AFTER_DAYS = 2;

export function queueCard(row: QueueRow, now: number): QueueCard {
  const waited = row.status === 'submitted' ? daysBetween(row.submittedAt, now) : 0;
  return {
    householdId: row.householdId,
    title: `${row.headName}家`,
    place: `${shortPlace(row.place)} ${row.address}`,
    note: `${row.peopleCount} 口人 · ${momentText(row.submittedAt, now)} 交的`,
    tags: [
      ...(waited >= LATE_AFTER_DAYS ? [{ text: `等了 ${waited} 天`, tone: 'amber' as const }] : []),
      ...(row.hasDuplicate ? [{ text: '证件号有重复', tone: 'amber' as const }] : []),
      ...(row.careCount > 0 ? [{ text: `${row.careCount} 人要照顾`, tone: 'brand' as const }] : []),
    ],
  };
}
