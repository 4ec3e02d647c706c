import { NoticeContent } from '../../cloudfunctions/contracts/notice';
import { chinaTime, toTimestamp } from '../../cloudfunctions/kernel/clock';
import type { InputOf, Contracts, WrittenNotice } from '../../cloudfunctions/contracts';
import { JUST_WRITTEN, type NoticeDocument, NOTICES } from '../../cloudfunctions/publishing/notice.document';
import { emptyReceipt, newSheet } from '../../cloudfunctions/reach/receipt';
import { type SheetDocument, SHEETS, STAFF } from '../../cloudfunctions/reach/sheet.document';
import { staffReceipt } from '../../cloudfunctions/reach/staff-sheet';
import { newRequestId } from './forms';
import type { Township } from './township';

type Content = InputOf<Contracts['publishing']['send']>['content'];

/** A notice to some grids, complete; change what a test is about. */
export const noticeContent = (gridIds: string[], changes: Partial<Content> = {}): Content => ({
  kind: 'notice',
  title: '明天上午打疫苗',
  facts: [
    { label: 'when', text: '明天 8:00–11:00' },
    { label: 'where', text: '村卫生室' },
  ],
  body: [
    { type: 'heading', text: '哪些人来' },
    { type: 'paragraph', runs: [{ text: '满 3 岁的都可以来，' }, { text: '带身份证', bold: true }] },
    { type: 'list', numbered: true, items: ['先量体温', '再登记'] },
  ],
  attachments: [],
  source: { organisation: '柳溪村村民委员会', documentNumber: '', date: '2026-11-20', scan: null },
  validUntil: null,
  audience: { gridIds, roles: [], households: true, tags: [] },
  wanted: 'confirm',
  pinned: false,
  ...changes,
});

/** Where a notice is put: a township of the tests, or the demo of a browser's journey. */
export type Placed = Pick<Township, 'here' | 'town' | 'simulator'>;

/** A notice of the village `here` straight in the database, as it stands after publishing; change what a test is about. */
export function putNotice(township: Placed, changes: Partial<NoticeDocument> = {}): NoticeDocument {
  const { here, town, simulator } = township;
  const _id = `n${newRequestId()}`;
  const at = toTimestamp(chinaTime(simulator.clock.now()));
  const notice: NoticeDocument = {
    ...JUST_WRITTEN,
    ...NoticeContent.parse(noticeContent([here.gridId])),
    _id,
    gridId: here.gridId,
    gridPath: here.gridPath,
    pathNames: [town.name, here.name],
    gridIds: [here.gridId],
    gridNames: [`${town.name} ${here.name}`],
    status: 'published',
    publishedAt: at,
    order: `${at} ${_id}`,
    counted: { households: 1, people: 2 },
    writtenBy: { openid: 'o-writer', name: '李国强' },
    shareKey: 'shared-key',
    ...changes,
  };
  simulator.database.insertMany(NOTICES, [notice]);
  return notice;
}

/** Its sheet of one team, with one household on it. */
export function putSheet(
  { here, town, simulator }: Township,
  notice: NoticeDocument,
  { householdId, headName }: { householdId: string; headName: string },
): void {
  const place = {
    gridId: here.team.gridId,
    gridPath: here.team.gridPath,
    pathNames: [town.name, here.name, here.team.name],
  };
  const receipts = { [householdId]: emptyReceipt({ headName, people: [] }, true) };
  simulator.database.insertMany(SHEETS, [newSheet(notice, place, receipts)]);
}

/** Its sheet of the people on duty, with one of them who has not opened it. */
export function putStaffSheet({ town, here, simulator }: Placed, notice: NoticeDocument): void {
  const place = { gridId: STAFF, gridPath: notice.gridPath, pathNames: notice.pathNames };
  const post = { name: '陈小兵', role: 'gridMember', place: `${town.name} ${here.name}` } as const;
  simulator.database.insertMany(SHEETS, [newSheet(notice, place, { 'o-on-duty': staffReceipt(post) })]);
}

/** Sends a notice as a village's leader and lets the timer make its lists. */
export async function publishIn(
  township: Township,
  gridIds: string[],
  changes: Partial<Content> = {},
  writer = township.holderOf('gridLeader', township.here.gridPath),
): Promise<WrittenNotice> {
  const notice = await township.as(writer).get('publishing', 'send', {
    requestId: newRequestId(),
    content: noticeContent(gridIds, changes),
    publishAt: null,
  });
  await township.simulator.fireTimer('publishing');
  return notice;
}

export const sheetsOf = (township: Township, noticeId: string): SheetDocument[] =>
  township.documents<SheetDocument>('notice_sheets').filter((sheet) => sheet.noticeId === noticeId);

/** Every counter of every sheet against the receipts beside it; empty when they agree. */
export function disagreements(sheets: readonly SheetDocument[]): string[] {
  return sheets.flatMap(({ _id, households, counts, receipts, householdIds, wanted }) => {
    const all = Object.values(receipts);
    const expected = {
      delivered: all.filter(({ delivered }) => delivered !== null).length,
      opened: all.filter(({ opened }) => opened !== null).length,
      read: all.filter(({ read }) => read !== null).length,
      confirmed: all.filter(({ confirmed }) => confirmed !== null).length,
      phone: all.filter(({ told }) => told?.how === 'phone').length,
      door: all.filter(({ told }) => told?.how === 'door').length,
      known: all.filter(
        (receipt) => receipt.told !== null || receipt[wanted === 'confirm' ? 'confirmed' : 'read'] !== null,
      ).length,
      newcomers: all.filter(({ joinedAt }) => joinedAt !== undefined).length,
    };
    return [
      ...(households === all.length && householdIds.length === all.length ? [] : [`${_id} households`]),
      ...Object.entries(expected)
        .filter(([key, value]) => counts[key as keyof typeof counts] !== value)
        .map(([key, value]) => `${_id} ${key}: ${counts[key as keyof typeof counts]} instead of ${value}`),
    ];
  });
}
