import type { VisitRow } from '../../../../cloudfunctions/contracts/index';
import { dateText } from '../../../shared/dates';
import { shortPlace } from '../../../shared/places';

/** An agreed visit as its card shows it. */
export type VisitCard = {
  householdId: string;
  date: string;
  title: string;
  place: string;
  note: string;
  /** 今天, 过了日子, or 11月28日 */
  when: string;
  due: boolean;
};

/** `today`: YYYY-MM-DD. */
export const visitCard = (row: VisitRow, today: string): VisitCard => ({
  householdId: row.householdId,
  date: row.date,
  title: `${row.headName}家`,
  place: `${shortPlace(row.place)} ${row.address}`,
  note: row.purpose,
  when:
    row.date === today ? '今天' : row.date < today ? `${dateText(row.date)}，过了日子` : dateText(row.date),
  due: row.date <= today,
});
