import { entryPage, type EntryPage } from '../../../../miniprogram/packages/pushedlist/entry/view';
import { deadlineText, entryRow, type EntryRow } from '../../../../miniprogram/packages/pushedlist/rows';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';

const NOW = Date.parse('2026-11-21T16:00:00+08:00');

const entry = {
  entryId: `l${'0'.repeat(24)}:2`,
  name: '慕容远归',
  papersMask: '511***********2428',
  phoneMask: '191****0000',
  cameFrom: '浙江省宁波市',
  arrivesOn: '2026-11-20',
  place: '青石镇 柳溪村 三组',
  placed: true,
  listTitle: '11月20日推送',
  deadline: '2026-11-21T18:00:00+08:00',
  overdue: false,
  status: 'open' as const,
  tries: 1,
  triesNeeded: 3,
  version: 2,
};
const whole = {
  ...entry,
  address: '槐树巷 9 号',
  householdId: null,
  source: { organisation: '县指挥部', documentNumber: '', date: '2026-11-20' },
  mayAssign: false,
  history: [
    { at: '2026-11-20T09:00:00+08:00', byName: '何敏', what: '名单下发，派给柳溪村三组' },
    { at: '2026-11-21T10:00:00+08:00', byName: '张丽', what: '打电话：没有人接' },
  ],
};

it.each([
  ['2026-11-21T15:59:00+08:00', '今天 15:59 就该查清，已经过了'],
  ['2026-11-21T16:50:00+08:00', '今天 16:50 前查清，还剩 50 分钟'],
  ['2026-11-21T18:00:00+08:00', '今天 18:00 前查清，还剩 2 小时'],
  ['2026-11-21T18:05:00+08:00', '今天 18:05 前查清，还剩 2 小时 5 分钟'],
  ['2026-11-21T19:00:00+08:00', '今天 19:00 前查清'],
  ['2026-11-22T08:00:00+08:00', '明天 08:00 前查清'],
])('a deadline at %s reads %s', (deadline, text) => expect(deadlineText(deadline, NOW)).toBe(text));

it('a row says who, where, from which list, and how urgent it is', () => {
  expect(entryRow(entry, NOW)).toMatchObject({
    title: '慕容远归',
    place: '柳溪村三组',
    note: '浙江省宁波市来 · 《11月20日推送》',
    tags: [
      { text: '今天 18:00 前查清，还剩 2 小时', tone: '' },
      { text: '联系过 1 次', tone: 'amber' },
    ],
  });
  expect(entryRow({ ...entry, status: 'unreachable' }, NOW).tags).toEqual([
    { text: '联系不上', tone: 'amber' },
  ]);
});

it('a page tells what was tried, newest first, and how many tries are missing', () => {
  const page = entryPage(whole, NOW);
  expect(page.history.map(({ what }) => what)[0]).toBe('打电话：没有人接');
  expect(page.triesLeft).toBe(2);
  expect(page.facts).not.toContainEqual({ label: '文号', value: '' });
});

describe('on the phone', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });

  it('the list loads page by page and keeps to its list and tab', async () => {
    phone.answers({ entries: [entry], next: 'k1', overdue: 1 });
    const page = render('packages/pushedlist/entries');
    await act(page, 'onLoad', { listId: 'l1' });
    await act(page, 'load');
    expect(words(page)).toContain('1 人过了期限');
    phone.answers({ entries: [{ ...entry, entryId: 'l2:3' }], next: null, overdue: 1 });
    await act(page, 'onReachBottom');
    expect((page.data.cards as EntryRow[]).map(({ entryId }) => entryId)).toEqual([entry.entryId, 'l2:3']);
    expect(phone.calls[1]).toMatchObject({ input: { state: 'open', listId: 'l1', after: 'k1' } });
    phone.answers({ entries: [], next: null, overdue: 0 });
    await act(page, 'choose', said({}, { tab: 'ended' }));
    expect(words(page)).toContain('还没有办结的');
  });

  it('what came of a try is sent with the version that was seen', async () => {
    phone.answers(whole);
    const page = render('packages/pushedlist/entry');
    await act(page, 'onLoad', { entryId: entry.entryId });
    await act(page, 'load');
    await act(page, 'ask', said({}, { sheet: 'door' }));
    await act(page, 'onReason', said({ reason: '家里没人' }));
    expect(phone.calls[1]).toMatchObject({
      action: 'recordTry',
      input: { entryId: entry.entryId, version: 2, how: 'door', words: '家里没人' },
    });
  });

  it('a refusal is told in the cloud’s own words, and the page shows what stands', async () => {
    phone.answers(whole);
    const page = render('packages/pushedlist/entry');
    await act(page, 'onLoad', { entryId: entry.entryId });
    await act(page, 'load');
    await act(page, 'ask', said({}, { sheet: 'elsewhere' }));
    phone.refuses({ code: 'CONFLICT', message: '这个人已经办结了，请刷新再看' });
    phone.answers({ ...whole, status: 'declared' });
    await act(page, 'onReason', said({ reason: '人在外地' }));
    expect(phone.modals[0]?.content).toBe('这个人已经办结了，请刷新再看');
    expect((page.data.entry as EntryPage).found).toBe(true);
  });

  it('the number is dialled without being shown, and then one is asked what came of it', async () => {
    phone.answers(whole);
    const page = render('packages/pushedlist/entry');
    await act(page, 'onLoad', { entryId: entry.entryId });
    await act(page, 'load');
    phone.answers({ phone: '19100000000' });
    await act(page, 'dial');
    expect(phone.dialled).toEqual(['19100000000']);
    expect(words(page)).not.toContain('19100000000');
  });
});
