import type { FoundRow } from '../../../../cloudfunctions/contracts/index';
import { STATUSES } from '../../../shared/labels';
import { shortPlace } from '../../../shared/places';

/** A found household as its card shows it. */
export type FoundCard = {
  householdId: string;
  title: string;
  place: string;
  /** 3 口人 · 有周小宇 */
  note: string;
  tags: { text: string; tone: 'brand' | 'amber' }[];
};

export const foundCard = (row: FoundRow): FoundCard => {
  const others = row.found.filter((name) => name !== row.headName);
  return {
    householdId: row.householdId,
    title: `${row.headName}家`,
    place: `${shortPlace(row.place)} ${row.address}`,
    note: [`${row.peopleCount} 口人`, ...(others.length > 0 ? [`有${others.join('、')}`] : [])].join(' · '),
    tags: [
      ...(row.status === 'verified' ? [] : [{ text: STATUSES[row.status], tone: 'amber' as const }]),
      ...(row.careCount > 0 ? [{ text: `${row.careCount} 人要照顾`, tone: 'brand' as const }] : []),
    ],
  };
};
