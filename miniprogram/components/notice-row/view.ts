import type { InboxRow, SavedRow } from '../../../cloudfunctions/contracts/index';
import type { Moment } from '../../shared/dates';
import { fromText, kindTag, noticeUrl } from '../../shared/notice-words';

/** A notice in a list. */
export type NoticeCard = {
  url: string;
  tag: ReturnType<typeof kindTag>;
  title: string;
  from: string;
  unread: boolean;
  pinned: boolean;
  /** It went to my role, not to my household. */
  duty: boolean;
  /** How it stands, in words: 还没读, 撤回了; empty where there is nothing to say. */
  state: { text: string; tone: 'grey' | 'green' | 'amber' };
};

const NOTHING = { text: '', tone: 'grey' } as const;

/** That it no longer holds. */
const overText = (status: InboxRow['status']): string =>
  status === 'withdrawn' ? '撤回了' : status === 'corrected' ? '更正过了' : '';

function stateOf({ status, unread, again, done, wanted }: InboxRow): NoticeCard['state'] {
  const over = overText(status);
  if (over !== '') return { text: over, tone: 'grey' };
  if (done) return { text: wanted === 'confirm' ? '看懂了' : '读过了', tone: 'green' };
  if (again) return { text: '更正，请重看', tone: 'amber' };
  if (unread) return { text: '还没读', tone: 'amber' };
  return wanted === 'confirm' ? { text: '还没确认', tone: 'amber' } : { text: '读过了', tone: 'green' };
}

/** A notice of a list of mine. `now`: epoch ms. */
export const inboxCard = (row: InboxRow, duty: boolean, now: Moment): NoticeCard => ({
  url: `${noticeUrl(row)}${row.done ? '&done=1' : ''}`,
  tag: kindTag(row.kind),
  title: row.title,
  from: fromText(row.organisation, row.publishedAt, now),
  unread: row.unread,
  pinned: row.pinned && !row.unread,
  duty,
  state: stateOf(row),
});

/** One that I saved, or that this phone kept. */
export const savedCard = (row: Omit<SavedRow, 'place'>, now: Moment): NoticeCard => {
  const over = overText(row.status);
  return {
    url: noticeUrl({ noticeId: row.noticeId }),
    tag: kindTag(row.kind),
    title: row.title,
    from: fromText(row.organisation, row.publishedAt, now),
    unread: false,
    pinned: false,
    duty: false,
    state: over === '' ? NOTHING : { text: over, tone: 'grey' },
  };
};
