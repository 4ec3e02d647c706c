import { momentText, type Moment } from './dates';
import { NOTICE_KINDS, type NoticeKindName } from './labels';

/** Where a notice is read. With the grid on whose list the household stands, opening it saves looking for that. */
export const noticeUrl = ({ noticeId, gridId }: { noticeId: string; gridId?: string | null }): string =>
  `/packages/notices/notice/index?noticeId=${encodeURIComponent(noticeId)}` +
  (gridId ? `&gridId=${encodeURIComponent(gridId)}` : '');

/** How a kind looks: urgent ones alone are red. */
export const kindTag = (kind: NoticeKindName): { text: string; tone: 'urgent' | 'brand' | 'green' } => ({
  text: NOTICE_KINDS[kind],
  tone: kind === 'urgent' ? 'urgent' : kind === 'knowledge' ? 'green' : 'brand',
});

/** 青石镇防控办，昨天 17:08 */
export const fromText = (organisation: string, publishedAt: Moment, now: Moment): string =>
  `${organisation}，${momentText(publishedAt, now)}`;
