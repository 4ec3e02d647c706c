import type { InboxRow } from '../../../cloudfunctions/contracts/index';
import type { Moment } from '../../shared/dates';
import { fromText, kindTag, noticeUrl } from '../../shared/notice-words';

export type NoticeCard = {
  noticeId: string;
  url: string;
  tag: ReturnType<typeof kindTag>;
  title: string;
  from: string;
  unread: boolean;
  pinned: boolean;
  /** What stands beside it in words: 撤回了, 读过了, 还没确认 */
  state: { text: string; tone: 'grey' | 'green' | 'amber' };
};

function stateOf({ status, unread, done, wanted }: InboxRow): NoticeCard['state'] {
  if (status === 'withdrawn') return { text: '撤回了', tone: 'grey' };
  if (status === 'corrected') return { text: '更正过了', tone: 'grey' };
  if (done) return { text: wanted === 'confirm' ? '看懂了' : '读过了', tone: 'green' };
  if (unread) return { text: '还没读', tone: 'amber' };
  return wanted === 'confirm' ? { text: '还没确认', tone: 'amber' } : { text: '读过了', tone: 'green' };
}

/** A notice of my household as its card in the list. */
export const noticeCard = (row: InboxRow, now: Moment): NoticeCard => ({
  noticeId: row.noticeId,
  url: noticeUrl(row),
  tag: kindTag(row.kind),
  title: row.title,
  from: fromText(row.organisation, row.publishedAt, now),
  unread: row.unread,
  pinned: row.pinned && !row.unread,
  state: stateOf(row),
});
