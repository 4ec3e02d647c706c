import { listCard } from '../../../../miniprogram/packages/pushedlist/lists/cards';
import { listView, wrongForm } from '../../../../miniprogram/packages/pushedlist/import/view';
import { holdPhone } from '../../support/phone';
import { act, render, words } from '../../support/render';

const NOW = Date.parse('2026-11-21T16:00:00+08:00');
const list = {
  listId: `l${'0'.repeat(24)}`,
  title: '11月20日推送',
  source: { organisation: '县指挥部', documentNumber: '', date: '2026-11-20' },
  fileName: '名单.xlsx',
  status: 'checked' as const,
  rows: 10,
  done: 10,
  counts: { toFind: 6, declared: 1, listed: 1, wrong: 2 },
  unplaced: 2,
  deadline: '2026-11-22T16:00:00+08:00',
  triesNeeded: 3,
  importedBy: '何敏',
  importedAt: '2026-11-21T15:00:00+08:00',
};

it('a dry run says what each row would be, and every row once', () => {
  const view = listView(list, NOW);
  expect(view.lines.map(({ count }) => count)).toEqual([4, 2, 1, 1, 2]);
  expect(view.lines.reduce((sum, { count }) => sum + count, 0)).toBe(list.rows);
  expect(view).toMatchObject({ toFind: 7, note: '名单.xlsx · 10 行 · 明天 16:00 前办完' });
});

it('a card says how far a list is and what is overdue', () => {
  expect(listCard({ ...list, status: 'applied', open: 3, overdue: 1, unassigned: 2 }, NOW)).toMatchObject({
    progress: '要找 7 人，还差 3 人。明天 16:00 前办完',
    percent: 57,
    tags: [{ text: '1 人过了期限' }, { text: '2 人等您指派' }],
  });
  expect(listCard({ ...list, open: 0, overdue: 0, unassigned: 0 }, NOW)).toMatchObject({ unfinished: true });
});

it('a form without its sender is not sent', async () => {
  const form = {
    title: '',
    organisation: '',
    documentNumber: '',
    date: '2026-11-20',
    hours: '24',
    tries: '3',
  };
  expect(wrongForm(form)).toEqual({ title: '请填写名单名称', 'source.organisation': '请填写发文单位' });
  const phone = holdPhone();
  const page = render('packages/pushedlist/import');
  await act(page, 'onLoad', {});
  await act(page, 'pick');
  expect(words(page)).toContain('请填写发文单位');
  expect(phone.calls).toEqual([]);
});

it('a list that was left halfway goes on where the cloud says it is', async () => {
  const phone = holdPhone();
  phone.answers({ ...list, status: 'applying', done: 5 });
  const page = render('packages/pushedlist/import');
  await act(page, 'onLoad', { listId: list.listId });
  expect(words(page)).toContain('下发停在 5 / 10 行');
  phone.answers({ ...list, status: 'applied' });
  await act(page, 'goOn');
  expect(words(page)).toContain('下发完了');
});
