import type { Audience, NoticeRow, WrittenNotice } from '../../../cloudfunctions/contracts/index';
import { dateText, momentText, type Moment } from '../../shared/dates';
import { AUDIENCE_TAGS, NOTICE_STATUSES, ROLES } from '../../shared/labels';
import { shortPlace } from '../../shared/places';

export type Tone = '' | 'green' | 'amber' | 'grey';
const TONES: Readonly<Record<NoticeRow['status'], Tone>> = {
  waiting: 'amber',
  returned: 'amber',
  scheduled: '',
  published: 'green',
  withdrawn: 'grey',
  corrected: 'grey',
};

export const statusTag = (status: NoticeRow['status']): { text: string; tone: Tone } => ({
  text: NOTICE_STATUSES[status],
  tone: TONES[status],
});

/** 139 户、412 人 */
export const countedText = ({ households, people }: { households: number; people: number }): string =>
  `${households} 户、${people} 人`;

type Timed = Pick<NoticeRow, 'status' | 'publishAt'>;

/** What stands between a notice and its readers, in one line. `at`: when it came to its state. */
export function stateText(
  { status, publishAt, isMine, at, counted }: Timed & Pick<NoticeRow, 'isMine' | 'at' | 'counted'>,
  now: Moment,
): string {
  const when = momentText(at, now);
  switch (status) {
    case 'waiting':
      return isMine ? '等另一个人看过、同意了才发' : `${when} 交的，等您同意`;
    case 'returned':
      return `${when} 退回的，等改好再发`;
    case 'scheduled':
      return `${momentText(publishAt ?? at, now)} 自动发`;
    case 'published':
      return counted === null ? `${when} 发的` : `${when} 发的，给 ${countedText(counted)}`;
    case 'withdrawn':
      return counted === null ? '还没发就撤回了' : `${when} 发的，后来撤回了`;
    case 'corrected':
      return `${when} 发的，后来更正了`;
  }
}

/** Whom it is for: 都发, or 只发给有独居老人、血透的户, and 网格员 besides. */
export function whomText({ households, tags, roles }: Omit<Audience, 'gridIds'>): string {
  const homes = !households
    ? []
    : [tags.length === 0 ? '每一户' : `只给有${tags.map((tag) => AUDIENCE_TAGS[tag]).join('、')}的户`];
  return [...homes, ...roles.map((role) => ROLES[role])].join('，还有');
}

export const wantedText = (wanted: WrittenNotice['wanted']): string =>
  wanted === 'confirm' ? '要按“我看懂了”' : '看到就行';

/** 青石镇 柳溪村 */
const above = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf(' ')));

/** 柳溪村三组、二组，清水村一组: what the neighbour before has said already is not said again. */
export const gridsText = (names: readonly string[]): string =>
  names
    .map((name, n) => {
      const before = names[n - 1];
      if (before === undefined) return shortPlace(name);
      const isBeside = above(name).includes(' ') && above(before) === above(name);
      return isBeside ? `、${name.slice(above(name).length + 1)}` : `，${shortPlace(name)}`;
    })
    .join('');

export const untilText = (validUntil: string | null): string =>
  validUntil === null ? '一直有效' : dateText(validUntil);
