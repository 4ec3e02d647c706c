import type { NoticeRow, ReachFigures, WrittenNotice } from '../../../../cloudfunctions/contracts/index';

export const NOW = Date.parse('2026-03-12T17:10:00+08:00');

/** A notice as those who write and agree see it; change what the test is about. */
export const writtenNotice = (changes: Partial<WrittenNotice> = {}): WrittenNotice => ({
  noticeId: 'n1',
  kind: 'notice',
  title: '明天上午打疫苗',
  facts: [{ label: 'when', text: '明天 8:00–11:00' }],
  body: [{ type: 'paragraph', runs: [{ text: '满 3 岁的都可以来', bold: false }] }],
  attachments: [],
  source: { organisation: '柳溪村村民委员会', documentNumber: '', date: '2026-03-12', scan: null },
  validUntil: null,
  wanted: 'confirm',
  pinned: false,
  status: 'published',
  place: '青石镇 柳溪村',
  publishedAt: '2026-03-12T16:00:00+08:00',
  withdrawn: null,
  replaces: null,
  replacedBy: null,
  audience: { gridIds: ['t1-v1-g3'], roles: [], households: true, tags: [] },
  audienceNames: ['青石镇 柳溪村 三组', '青石镇 柳溪村 二组'],
  counted: { households: 139, people: 412 },
  publishAt: null,
  writtenBy: '李国强',
  isMine: true,
  approvedBy: null,
  returnedBecause: null,
  shareKey: 'key',
  changes: [{ at: '2026-03-12T15:40:00+08:00', byName: '李国强', what: '写好' }],
  version: 3,
  ...changes,
});

/** Urgent, written by somebody else, and not out before I agree. */
export const waitingNotice = (changes: Partial<WrittenNotice> = {}): WrittenNotice =>
  writtenNotice({
    kind: 'urgent',
    status: 'waiting',
    isMine: false,
    publishedAt: null,
    counted: null,
    ...changes,
  });

export const noticeRow = (changes: Partial<NoticeRow> = {}): NoticeRow => ({
  noticeId: 'n1',
  kind: 'notice',
  title: '明天上午打疫苗',
  place: '青石镇 柳溪村',
  status: 'published',
  writtenBy: '李国强',
  isMine: false,
  at: '2026-03-12T16:00:00+08:00',
  publishAt: null,
  counted: { households: 139, people: 412 },
  ...changes,
});

export const reachFigures = (changes: Partial<ReachFigures> = {}): ReachFigures => ({
  households: 139,
  delivered: 130,
  opened: 120,
  read: 115,
  confirmed: 109,
  phone: 12,
  door: 6,
  known: 127,
  newcomers: 0,
  ...changes,
});
