import type { ShelfRow } from '../../../../cloudfunctions/contracts/index';
import { shelfCard } from '../../../../miniprogram/packages/knowledge/library/rows';
import { keepRoles } from '../../../../miniprogram/services/roles';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const row = (changes: Partial<ShelfRow> = {}): ShelfRow => ({
  noticeId: 'shelf-hands-t1',
  title: '洗手洗够 40 秒',
  summary: '用肥皂和流水',
  picture: null,
  organisation: '世界卫生组织',
  date: '2009-05-05',
  publishedAt: '2026-11-22T08:00:00+08:00',
  shareKey: 'key',
  onShelf: true,
  opened: null,
  ...changes,
});
const open = async (rows: ShelfRow[]) => {
  phone.answers({ rows });
  const page = render('packages/knowledge/library');
  await act(page, 'load');
  await settle();
  return page;
};

test('a text leads to where it is read, with its key; who read it is for those on duty', () => {
  expect(shelfCard(row())).toMatchObject({
    url: '/packages/notices/notice/index?noticeId=shelf-hands-t1&key=key',
    from: '世界卫生组织，2009年5月5日',
    opened: '',
  });
  expect(shelfCard(row({ opened: 12 })).opened).toBe('12 户看过');
});

test('a villager reads, and publishes nothing', async () => {
  const page = await open([row()]);
  expect(words(page)).toContain('洗手洗够 40 秒');
  expect(words(page)).not.toContain('发成通知');
  await act(page, 'open', said({}, { url: shelfCard(row()).url }));
  expect(phone.went.at(-1)).toContain('noticeId=shelf-hands-t1');
});

test('what is looked for is asked of the cloud; nothing found says what to do', async () => {
  const page = await open([row()]);
  phone.answers({ rows: [] });
  await act(page, 'onFind', said({ words: '流感' }));
  expect(phone.calls.at(-1)).toMatchObject({ action: 'shelf', input: { words: '流感' } });
  expect(words(page)).toContain('没有找到“流感”');
});

test('a leader makes it a draft of their own, and goes on writing there', async () => {
  keepRoles(['gridLeader']);
  const page = await open([row({ opened: 3 })]);
  expect(words(page)).toContain('3 户看过');
  phone.answers({
    content: { kind: 'knowledge', title: '洗手', facts: [], body: [], attachments: [], source: {} },
  });
  phone.answers({ draftId: 'n7' });
  await act(page, 'publish', said({}, { id: 'shelf-hands-t1' }));
  await settle();
  expect(phone.calls.at(-1)).toMatchObject({
    action: 'saveDraft',
    input: { version: 0, content: { title: '洗手', audience: { gridIds: [], households: true } } },
  });
  expect(phone.went.at(-1)).toBe('navigateTo /packages/publishing/write/index?draftId=n7');
});
