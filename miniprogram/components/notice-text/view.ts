import type { NoticeView } from '../../../cloudfunctions/contracts/index';
import { dateText, dayText, timeText } from '../../shared/dates';
import { NOTICE_FACTS, type NoticeFactName } from '../../shared/labels';
import { kindTag } from '../../shared/notice-words';

/** What is shown of a notice, or of one that is still being written: the same in the editor's preview and in a villager's hand. */
export type NoticeText = Pick<
  NoticeView,
  | 'kind'
  | 'title'
  | 'facts'
  | 'body'
  | 'attachments'
  | 'source'
  | 'validUntil'
  | 'status'
  | 'publishedAt'
  | 'withdrawn'
  | 'replaces'
  | 'replacedBy'
>;

const FACT_ICONS: Readonly<Record<NoticeFactName, string>> = {
  when: 'clock',
  where: 'location',
  who: 'crowd',
  bring: 'bring',
};

/** Two runs or cells may say the same: their place tells them apart. */
type Keyed<T> = T & { key: number };
type Cell = Keyed<{ text: string }>;
const cells = (texts: readonly string[]): Cell[] => texts.map((text, key) => ({ key, text }));

/** A block as the template draws it: one shape, with only what its type has filled in. */
type ShownBlock = {
  key: string;
  type: string;
  text: string;
  runs: Keyed<{ text: string; bold: boolean }>[];
  items: Keyed<{ mark: string; text: string }>[];
  header: Cell[];
  rows: Keyed<{ cells: Cell[] }>[];
  fileId: string;
};

const EMPTY: Omit<ShownBlock, 'key' | 'type'> = {
  text: '',
  runs: [],
  items: [],
  header: [],
  rows: [],
  fileId: '',
};

function shownBlock(block: NoticeText['body'][number], index: number): ShownBlock {
  const shown = { ...EMPTY, key: `b${index}`, type: block.type };
  switch (block.type) {
    case 'heading':
      return { ...shown, text: block.text };
    case 'paragraph':
      return { ...shown, runs: block.runs.map((run, key) => ({ ...run, key })) };
    case 'list':
      return {
        ...shown,
        items: block.items.map((text, key) => ({
          key,
          mark: block.numbered ? `${key + 1}.` : '•',
          text,
        })),
      };
    case 'table':
      return {
        ...shown,
        header: cells(block.header),
        rows: block.rows.map((row, key) => ({ key, cells: cells(row) })),
      };
    case 'picture':
      return { ...shown, fileId: block.fileId, text: block.caption };
  }
}

/** What is said above everything else, because the text below holds no more. */
type Banner = { tone: 'red' | 'amber'; text: string; link: string; noticeId: string };

function bannerOf(
  { status, withdrawn, replaces, replacedBy, validUntil }: NoticeText,
  today: string,
): Banner | null {
  if (status === 'corrected')
    return {
      tone: 'red',
      text: '这条通知更正过了，下面的不算了。',
      link: replacedBy === null ? '' : '看更正后的',
      noticeId: replacedBy ?? '',
    };
  if (withdrawn !== null)
    return {
      tone: 'red',
      text: `这条通知撤回了，下面的不算了。原因：${withdrawn.reason}（${withdrawn.name}，${atText(withdrawn.at)}）`,
      link: '',
      noticeId: '',
    };
  if (validUntil !== null && validUntil < today)
    return {
      tone: 'amber',
      text: `这条通知只到 ${dateText(validUntil)}，已经过期了。`,
      link: '',
      noticeId: '',
    };
  if (replaces !== null)
    return {
      tone: 'amber',
      text: '更正：前面那条写得不对，以这条为准。',
      link: '看原来的',
      noticeId: replaces,
    };
  return null;
}

/** 3月12日 16:00 */
const atText = (moment: string): string => `${dayText(moment)} ${timeText(moment)}`;

/** 218 KB, 1.4 MB */
const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** A notice as the component's template draws it. `today`: YYYY-MM-DD. */
export function shownNotice(notice: NoticeText, today: string) {
  const { kind, title, facts, body, attachments, source, publishedAt, validUntil } = notice;
  const published = publishedAt === null ? '' : atText(publishedAt);
  const documentDay = source.date === '' ? '' : `${dateText(source.date)}发文`;
  return {
    tag: kindTag(kind),
    title,
    banner: bannerOf(notice, today),
    organisation: source.organisation,
    documentNumber: source.documentNumber,
    // The day of the document is said where it isn't the day of publishing.
    dates: [published, published.startsWith(dayOf(source.date)) ? '' : documentDay].filter(
      (text) => text !== '',
    ),
    scan: source.scan ?? '',
    facts: facts.map(({ label, text }) => ({
      label: NOTICE_FACTS[label],
      icon: FACT_ICONS[label],
      text,
    })),
    blocks: body.map(shownBlock),
    attachments: attachments.map(({ name, fileId, bytes }) => ({ name, fileId, size: sizeText(bytes) })),
    until: validUntil === null ? '' : `有效到 ${dateText(validUntil)}`,
  };
}
export type ShownNotice = ReturnType<typeof shownNotice>;

/** 3月12日, from 2026-03-12. */
const dayOf = (date: string): string => (date === '' ? '-' : dateText(date).replace(/^\d+年/, ''));
