import { type NoticeCard, inboxCard, savedCard } from '../../components/notice-row/view';
import { CloudError } from '../../services/cloud';
import { keptNotices } from '../../services/kept-notices';
import { listDutyNotices, listNotices } from '../../services/notices';
import { keptRow } from '../../services/saved-notices';
import { keepUnread } from '../../services/unread-notices';
import type { NoticeKindName } from '../../shared/labels';

/** What is asked of the list: one kind or all, and words of the title; both empty for everything. */
export type Asked = { kind: NoticeKindName | ''; words: string };
export type NoticePage = { cards: NoticeCard[]; next: string | null };

const NOBODY: NoticePage & { unread: number } = { cards: [], next: null, unread: 0 };
const isEverything = ({ kind, words }: Asked): boolean => kind === '' && words === '';

/** My household's notices; null when I have none. */
async function householdPage(
  { kind, words }: Asked,
  after: string | undefined,
  now: number,
): Promise<typeof NOBODY | null> {
  try {
    const { rows, unread, next } = await listNotices({
      ...(kind !== '' && { kind }),
      ...(words !== '' && { words }),
      ...(after !== undefined && { after }),
    });
    return { cards: rows.map((row) => inboxCard(row, false, now)), next, unread };
  } catch (error) {
    if (error instanceof CloudError && error.code === 'UNREGISTERED') return null;
    throw error;
  }
}

/** What went to my role, where I have one: few, so their first page stands above the others. */
async function dutyPage(): Promise<{ cards: NoticeCard[]; unread: number }> {
  const { rows, unread } = await listDutyNotices();
  return { cards: rows.map((row) => inboxCard(row, true, Date.now())), unread };
}

/** One page of what was said to me; the first one of everything also tells how much of it is unread. `hasHousehold` false: to my role only. */
export async function readNotices(
  asked: Asked,
  onDuty: boolean,
  after: string | undefined,
): Promise<NoticePage & { hasHousehold: boolean }> {
  const isFirst = isEverything(asked) && after === undefined;
  const [own, duty] = await Promise.all([
    householdPage(asked, after, Date.now()),
    isFirst && onDuty ? dutyPage() : NOBODY,
  ]);
  const { cards, next, unread } = own ?? NOBODY;
  if (isFirst) keepUnread(unread + duty.unread);
  const unreadFirst = [...duty.cards, ...cards].sort((a, b) => Number(b.unread) - Number(a.unread));
  return { cards: isFirst ? unreadFirst : cards, next, hasHousehold: own !== null };
}

/** What was opened on this phone, for when there is no network. */
export const readKept = ({ kind, words }: Asked): NoticeCard[] =>
  keptNotices()
    .filter(({ notice }) => (kind === '' || notice.kind === kind) && notice.title.includes(words))
    .map((kept) => savedCard(keptRow(kept), Date.now()));
