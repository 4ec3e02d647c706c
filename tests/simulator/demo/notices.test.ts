import { NoticeContent } from '../../../cloudfunctions/contracts/notice';
import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { NoticeDocument } from '../../../cloudfunctions/publishing/notice.document';
import { needsSecond, requireClean } from '../../../cloudfunctions/publishing/rules';
import type { Receipt, SheetDocument } from '../../../cloudfunctions/reach/sheet.document';
import { useDemo } from '../../support/demo';
import { disagreements } from '../../support/notices';

const NOW = Date.parse('2026-11-21T15:10:00+08:00');
const all = useDemo(NOW);
const notices = () => all<NoticeDocument>('notices');
const notice = (kind: NoticeDocument['kind']) => notices().find((one) => one.kind === kind)!;
const sheetsOf = ({ _id }: NoticeDocument) =>
  all<SheetDocument>('notice_sheets').filter(({ noticeId }) => noticeId === _id);

test('every notice could have been written, and went out with the agreement that it needs', () => {
  for (const one of notices()) {
    const content = NoticeContent.parse(one);
    expect(() => requireClean(content)).not.toThrow();
    const isAgreed = one.approvedBy !== null && one.approvedBy.openid !== one.writtenBy.openid;
    const isOut = one.status !== 'waiting';
    expect(isOut && needsSecond(one.kind, one.gridPath)).toBe(isAgreed);
  }
  expect(notices().map(({ status }) => status)).toEqual(
    expect.arrayContaining(['published', 'corrected', 'waiting']),
  );
});

test('counters agree with the receipts beside them, and the lists hold as many households as were counted', () => {
  for (const one of notices()) {
    const sheets = sheetsOf(one);
    expect(disagreements(sheets)).toEqual([]);
    const listed = sheets.reduce((sum, { households }) => sum + households, 0);
    expect(listed).toBe(one.counted?.households ?? 0);
  }
});

test('of the urgent one the first team knows, three households of the second do not, and nine of the third', () => {
  const urgent = notice('urgent');
  const left = sheetsOf(urgent).map(({ pathNames, households, counts }) => [
    pathNames.at(-1),
    households - counts.known,
  ]);
  expect(left).toEqual([
    ['一组', 0],
    ['二组', 3],
    ['三组', 9],
  ]);
  const { receipts } = sheetsOf(urgent)[2]!;
  const own = all<Account>('accounts').find(({ _id }) => _id === 'o-li-jianguo')!.householdId!;
  expect(receipts[own]).toMatchObject({ opened: null, told: null });
});

test('nothing was read before it was published, after now, or by a household without a phone', () => {
  for (const one of notices())
    for (const receipt of sheetsOf(one).flatMap(({ receipts }) => Object.values(receipts))) {
      const moments = momentsOf(receipt);
      expect(moments.every((at) => at > one.publishedAt! && Date.parse(at) < NOW)).toBe(true);
      if (!receipt.hasPhone) expect(receipt.opened).toBeNull();
    }
});

const momentsOf = ({ opened, read, confirmed, told }: Receipt): string[] =>
  [opened, read, confirmed, told?.at ?? null].filter((at) => at !== null);
