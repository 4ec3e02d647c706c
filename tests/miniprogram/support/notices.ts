import type { InboxRow, NoticeView } from '../../../cloudfunctions/contracts/index';

/** The afternoon on which an urgent notice came. */
export const AFTERNOON = Date.parse('2026-03-12T17:10:00+08:00');

/** A notice as the cloud answers it; change what a test is about. */
export const noticeView = (more: Partial<NoticeView> = {}): NoticeView => ({
  noticeId: 'n1',
  kind: 'urgent',
  title: '明天全员核酸检测',
  facts: [
    { label: 'when', text: '明天 7:00–11:00' },
    { label: 'where', text: '村文化广场' },
  ],
  body: [
    {
      type: 'paragraph',
      runs: [
        { text: '居家观察的人不要出门，', bold: false },
        { text: '村医上门采样', bold: true },
      ],
    },
  ],
  attachments: [],
  source: {
    organisation: '青禾镇疫情防控办公室',
    documentNumber: '青防办〔2026〕14 号',
    date: '2026-03-12',
    scan: null,
  },
  validUntil: null,
  wanted: 'confirm',
  pinned: false,
  status: 'published',
  place: '青石镇 柳溪村',
  publishedAt: '2026-03-12T16:00:00+08:00',
  withdrawn: null,
  replaces: null,
  replacedBy: null,
  ...more,
});

/** As `notices.open` answers. */
export const opened = (more: Partial<NoticeView> = {}) => ({
  ...noticeView(more),
  gridId: 'g3',
  shareKey: 'card-key',
});

/** Its row in a household's list. */
export const inboxRow = (more: Partial<InboxRow> = {}): InboxRow => ({
  noticeId: 'n1',
  gridId: 'g3',
  kind: 'notice',
  title: '村里停水一天',
  place: '青石镇 柳溪村',
  organisation: '柳溪村村民委员会',
  publishedAt: '2026-03-12T16:00:00+08:00',
  status: 'published',
  wanted: 'read',
  pinned: false,
  unread: true,
  again: false,
  done: false,
  ...more,
});
