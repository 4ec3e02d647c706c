import type { QueueRow } from '../../../../cloudfunctions/contracts/index';
import { queueCard } from '../../../../miniprogram/packages/registration/queue/rows';
import { NOW } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, tap, words } from '../../support/render';

const row = (more: Partial<QueueRow> = {}): QueueRow => ({
  householdId: 'h1',
  headName: '王桂英',
  place: '青石镇 柳溪村 三组',
  address: '27 号',
  peopleCount: 3,
  careCount: 0,
  submittedAt: '2026-11-21T17:08:00+08:00',
  status: 'submitted',
  hasDuplicate: false,
  ...more,
});

describe('a household in the queue', () => {
  it('says whose, where, how many and since when', () =>
    expect(queueCard(row(), NOW)).toMatchObject({
      title: '王桂英家',
      place: '柳溪村三组 27 号',
      note: '3 口人 · 昨天 17:08 交的',
      tags: [],
    }));

  it.each([
    ['waits two days', { submittedAt: '2026-11-20T08:00:00+08:00' }, ['等了 2 天']],
    ['has papers in another file', { hasDuplicate: true }, ['证件号有重复']],
    ['has people to look after', { careCount: 2 }, ['2 人要照顾']],
    [
      'does not wait when it is verified',
      { submittedAt: '2026-11-01T08:00:00+08:00', status: 'verified' as const },
      [],
    ],
  ])('%s', (_, more, tags) => expect(queueCard(row(more), NOW).tags.map(({ text }) => text)).toEqual(tags));
});

describe('登记核实', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });
  const open = async (status = 'submitted') => {
    const page = render('packages/registration/queue');
    await act(page, 'onLoad', { status });
    await act(page, 'load');
    return page;
  };

  it('opens on the list it was asked for', async () => {
    phone.answers({ rows: [], next: null });
    await open('returned');
    expect(phone.calls[0]?.input).toEqual({ status: 'returned' });
  });

  it('adds the next page to the first, and asks no more at the end', async () => {
    phone.answers({ rows: [row({ householdId: 'a' })], next: 'a' });
    phone.answers({ rows: [row({ householdId: 'b' })], next: null });
    const page = await open();
    await act(page, 'onReachBottom');
    await act(page, 'onReachBottom');
    expect((page.data.cards as { householdId: string }[]).map(({ householdId }) => householdId)).toEqual([
      'a',
      'b',
    ]);
    expect(phone.calls.map(({ input }) => input)).toEqual([
      { status: 'submitted' },
      { status: 'submitted', after: 'a' },
    ]);
  });

  it('drops a further page of a list that is no longer shown', async () => {
    phone.answers({ rows: [row({ householdId: 'a' })], next: 'a' });
    const page = await open();
    phone.answers({ rows: [row({ householdId: 'b' })], next: null });
    phone.answers({ rows: [row({ householdId: 'c', status: 'verified' })], next: null });
    const further = act(page, 'onReachBottom');
    await act(page, 'choose', said({}, { tab: 'verified' }));
    await further;
    const ids = (page.data.cards as { householdId: string }[]).map(({ householdId }) => householdId);
    expect(ids).toEqual(['c']);
    expect(page.data).toMatchObject({ more: 'idle', next: '' });
  });

  it('keeps what is there when a further page does not come, and asks for it again', async () => {
    phone.answers({ rows: [row({ householdId: 'a' })], next: 'a' });
    const page = await open();
    phone.refuses({ code: 'INTERNAL', message: '没有办成，请过一会儿再试一次' });
    await act(page, 'onReachBottom');
    expect(words(page)).toContain('没有加载出来，再试一次');
    phone.answers({ rows: [row({ householdId: 'b' })], next: null });
    await act(page, 'onReachBottom');
    expect((page.data.cards as object[]).length).toBe(2);
    expect(words(page)).toContain('就这些了');
  });

  it('says when everything is verified', async () => {
    phone.answers({ rows: [], next: null });
    const page = await open();
    expect(page.data.status).toBe('ready');
    expect(words(page)).toContain('都核实完了');
  });

  it('does not put a late answer of the other list on the screen', async () => {
    phone.answers({ rows: [row()], next: null });
    const page = render('packages/registration/queue');
    const late = act(page, 'load');
    phone.answers({ rows: [], next: null });
    await act(page, 'choose', said({}, { tab: 'returned' }));
    await late;
    expect(page.data).toMatchObject({ tab: 'returned', cards: [] });
  });

  it('keeps the list on the screen when a refresh fails', async () => {
    phone.answers({ rows: [row()], next: null });
    const page = await open();
    phone.breaks({ errCode: -504002 });
    await act(page, 'load');
    expect(page.data.status).toBe('ready');
  });

  it('says why when the role was taken away, also over what was on the screen', async () => {
    phone.answers({ rows: [row()], next: null });
    const page = await open();
    phone.refuses({ code: 'FORBIDDEN', message: '您没有这项权限' });
    await act(page, 'load');
    expect(page.data).toMatchObject({ status: 'failed', failure: '您没有这项权限' });
    expect(words(page)).not.toContain('王桂英');
  });

  it('opens a household', async () => {
    phone.answers({ rows: [row()], next: null });
    const page = await open();
    await tap(page, '.file');
    expect(phone.went).toEqual(['navigateTo ../review/index?householdId=h1']);
  });
});
