import type { RoundCard } from '../../../cloudfunctions/contracts/supplies';
import { cutOff } from '../../shared/cut-off';
import { momentText, type Moment } from '../../shared/dates';
import { ROUND_STATUSES } from '../../shared/labels';
import { shortPlace } from '../../shared/places';

export type Tone = '' | 'green' | 'amber' | 'red' | 'grey';
const TONES: Readonly<Record<RoundCard['status'], Tone>> = {
  draft: 'grey',
  open: '',
  closed: 'amber',
  purchasing: 'amber',
  arrived: '',
  distributing: '',
  settled: 'green',
  cancelled: 'grey',
};

export const statusTag = (status: RoundCard['status']): { text: string; tone: Tone } => ({
  text: status === 'draft' ? '草稿' : ROUND_STATUSES[status],
  tone: TONES[status],
});

/** 惠民超市供货，第 8 批 */
export const fromWhom = ({ supplierName, number }: Pick<RoundCard, 'supplierName' | 'number'>): string =>
  number === 0 ? `${supplierName}供货` : `${supplierName}供货，第 ${number} 批`;

/** 今天 18:00 截止，还剩 50 分钟 */
export function closingText(
  { closesAt, status }: Pick<RoundCard, 'closesAt' | 'status'>,
  now: Moment,
): string {
  const { when, left, isOver } = cutOff(closesAt, now);
  if (status === 'draft') return `${when} 截止`;
  if (isOver || status !== 'open') return `${momentText(closesAt, now)} 截止的`;
  return left === '' ? `${when} 截止` : `${when} 截止，还剩 ${left}`;
}

export type RoundRow = {
  roundId: string;
  title: string;
  place: string;
  from: string;
  when: string;
  tag: { text: string; tone: Tone };
};

export const roundRow = (card: RoundCard, now: Moment): RoundRow => ({
  roundId: card.roundId,
  title: card.title,
  place: shortPlace(card.place),
  from: fromWhom(card),
  when: closingText(card, now),
  tag: statusTag(card.status),
});
