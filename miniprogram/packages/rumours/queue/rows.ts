import type { RumourRow } from '../../../../cloudfunctions/contracts/index';
import { daysBetween, momentText } from '../../../shared/dates';
import { shortPlace } from '../../../shared/places';
import { answerCard, heardText, toldText } from '../rumour-words';

/** A rumour as its card in the office's list shows it. */
export type RumourCard = {
  rumourId: string;
  text: string;
  note: string;
  tags: { text: string; tone: 'brand' | 'amber' | 'green' | 'grey' }[];
  /** The answer in a line; empty while there is none. */
  answer: string;
};

const LATE_AFTER_DAYS = 1;
const ON_ITS_WAY: Partial<Record<NonNullable<RumourRow['onItsWay']>, string>> = {
  waiting: '辟谣写好了，等人同意',
  scheduled: '辟谣写好了，到点发',
  returned: '辟谣被退回，要再改',
};

export function rumourCard(row: RumourRow, now: number): RumourCard {
  const waited = row.status === 'open' ? daysBetween(row.reportedAt, now) : 0;
  const answer = answerCard(row.answer, now);
  const onItsWay = row.onItsWay && ON_ITS_WAY[row.onItsWay];
  return {
    rumourId: row.rumourId,
    text: toldText(row),
    note: [shortPlace(row.place), `${momentText(row.reportedAt, now)} 报的`, heardText(row)]
      .filter((part) => part !== '')
      .join('，'),
    tags: [
      ...(row.reports > 1 ? [{ text: `${row.reports} 人报了`, tone: 'brand' as const }] : []),
      ...(row.hasPicture ? [{ text: '有截图', tone: 'grey' as const }] : []),
      ...(onItsWay ? [{ text: onItsWay, tone: 'green' as const }] : []),
      ...(waited >= LATE_AFTER_DAYS && !onItsWay
        ? [{ text: `等了 ${waited} 天`, tone: 'amber' as const }]
        : []),
      ...(answer ? [{ text: answer.tag, tone: answer.tone }] : []),
    ],
    answer: answer?.words ?? '',
  };
}
