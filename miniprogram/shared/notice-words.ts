import { calendarDate, momentText, type Moment } from './dates';
import { NOTICE_KINDS, type NoticeKindName } from './labels';

type Listed = { noticeId: string; gridId?: string | null; unread?: boolean };

/** Where a notice is read. With what the list knows (on which grid's list the household stands, and whether it opened it) the cloud looks up less. */
export const noticeUrl = ({ noticeId, gridId, unread }: Listed): string =>
  `/packages/notices/notice/index?noticeId=${encodeURIComponent(noticeId)}` +
  (gridId ? `&gridId=${encodeURIComponent(gridId)}` : '') +
  (unread === false ? '&seen=1' : '');

/** It holds no more; `validUntil`: its last day. */
export const isOver = ({ validUntil }: { validUntil: string | null }, now: Moment): boolean =>
  validUntil !== null && validUntil < calendarDate(now);

/** How a kind looks: urgent ones alone are red. */
export const kindTag = (kind: NoticeKindName): { text: string; tone: 'urgent' | 'brand' | 'green' } => ({
  text: NOTICE_KINDS[kind],
  tone: kind === 'urgent' ? 'urgent' : kind === 'knowledge' ? 'green' : 'brand',
});

/** 青石镇防控办，昨天 17:08 */
export const fromText = (organisation: string, publishedAt: Moment, now: Moment): string =>
  `${organisation}，${momentText(publishedAt, now)}`;
