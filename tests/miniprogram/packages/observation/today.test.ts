import type { TodayRow } from '../../../../cloudfunctions/contracts/observed';
import { countText, todayCard } from '../../../../miniprogram/packages/observation/today/rows';
import { EVENING, reading, slot } from '../../support/observed';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, tap, words } from '../../support/render';

// The first page of a file is compiled while its first test runs.
jest.setTimeout(30_000);

const evening = '2026-03-12-pm';
const row = (more: Partial<TodayRow> = {}): TodayRow => ({
  observationId: 'd1:1',
  personId: 'p1',
  householdId: 'h1',
  name: '陈芳',
  place: '青石镇 柳溪村 三组',
  measure: 'homeObservation',
  day: 5,
  days: 14,
  urgency: 'due',
  nextSlot: slot(evening),
  current: slot(evening),
  missedInRow: 0,
  openAlerts: 0,
  chased: null,
  testDue: false,
  phoneMask: '139****6021',
  ...more,
});
const done = {
  nextSlot: slot('2026-03-13-am', { state: 'ahead' as const }),
  current: slot(evening, { state: 'reported', reading: reading({ temperature: 36.7 }) }),
};

describe('a row of today’s list', () => {
  it('says who, where and which day', () =>
    expect(todayCard(row(), EVENING)).toMatchObject({
      name: '陈芳',
      note: '柳溪村三组 · 居家隔离观察 第 5/14 天',
      canReport: true,
      canCall: true,
    }));

  it.each([
    [14, '第 14/14 天'],
    [15, '天数满了，等解除'],
  ])('on day %i of 14 it says %s', (day, words) =>
    expect(todayCard(row({ day }), EVENING).note).toBe(`柳溪村三组 · 居家隔离观察 ${words}`),
  );

  it.each<[string, Partial<TodayRow>, string[]]>([
    ['is due', {}, ['晚上还没报']],
    ['is overdue', { nextSlot: slot(evening, { state: 'overdue' }) }, ['晚上没报，过了 20:00']],
    ['missed one', { missedInRow: 1 }, ['上一次没报', '晚上还没报']],
    ['missed several in a row', { missedInRow: 3 }, ['连着 3 次没报', '晚上还没报']],
    ['has an open alert', { openAlerts: 1, ...done }, ['有异常没办结', '晚上 36.7℃']],
    ['has a test to do', { testDue: true, ...done }, ['该做核酸', '晚上 36.7℃']],
    ['is done', done, ['晚上 36.7℃']],
    ['has nothing to do now', { ...done, current: null }, ['现在不用报']],
  ])('says in words when somebody %s', (_, more, tags) =>
    expect(todayCard(row(more), EVENING).tags.map(({ text }) => text)).toEqual(tags),
  );

  it('offers no call without a number, and no report when nothing is due', () =>
    expect(todayCard(row({ ...done, phoneMask: null }), EVENING)).toMatchObject({
      canReport: false,
      canCall: false,
    }));

  it('says how the slot was asked for', () => {
    const at = '2026-03-12T20:03:00+08:00';
    expect(todayCard(row({ chased: { slot: evening, at, by: 'message' } }), EVENING).chased).toBe(
      '今天 20:03 发过消息提醒',
    );
    expect(todayCard(row({ chased: { slot: '2026-03-12-am', at, by: 'message' } }), EVENING).chased).toBe('');
  });
});

it('does not claim to know how many there are before the last page', () => {
  const cards = [todayCard(row(), EVENING)];
  expect([countText(cards, false), countText(cards, true)]).toEqual(['1 人', '1 人以上']);
});

describe('今天的观察', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
    jest.spyOn(Date, 'now').mockReturnValue(EVENING);
    wx.makePhoneCall = (({ phoneNumber }: { phoneNumber: string }) =>
      void phone.dialled.push(phoneNumber)) as typeof wx.makePhoneCall;
  });
  afterEach(() => jest.restoreAllMocks());
  const open = async (query = {}) => {
    const page = render('packages/observation/today');
    await act(page, 'onLoad', query);
    await act(page, 'load');
    return page;
  };

  it('opens on those whose reading is missing, and pages on', async () => {
    phone.answers({ rows: [row()], next: 'n1' });
    phone.answers({ rows: [row({ observationId: 'd2:1', name: '李小宇' })], next: null });
    const page = await open();
    expect(words(page)).toContain('还没报 1 人以上');
    await act(page, 'onReachBottom');
    await act(page, 'onReachBottom');
    expect(words(page)).toContain('还没报 2 人');
    expect(phone.calls.map(({ input }) => input)).toEqual([
      { dueOnly: true },
      { dueOnly: true, after: 'n1' },
    ]);
  });

  it.each([
    ['escalated', { escalatedOnly: true }],
    ['all', {}],
  ])('shows the list %s', async (tab, input) => {
    phone.answers({ rows: [], next: null });
    await open({ tab });
    expect(phone.calls[0]?.input).toEqual(input);
  });

  it('dials without showing the number', async () => {
    phone.answers({ rows: [row()], next: null });
    const page = await open();
    phone.answers({ phone: '13912346021' });
    await tap(page, '.act', 0);
    expect(phone.dialled).toEqual(['13912346021']);
    expect(words(page)).not.toContain('13912346021');
  });

  it('goes to report for somebody, and to their record', async () => {
    phone.answers({ rows: [row()], next: null });
    const page = await open();
    await tap(page, '.act', 1);
    await tap(page, '.person-text');
    expect(phone.went).toEqual([
      'navigateTo ../reading/index?observationId=d1%3A1',
      'navigateTo ../record/index?observationId=d1%3A1',
    ]);
  });

  it('says when all readings are in', async () => {
    phone.answers({ rows: [], next: null });
    const page = await open();
    expect(words(page)).toContain('这一次都报齐了');
    await act(page, 'choose', said({}, { tab: 'all' }));
    expect(words(page)).toContain('现在没有人在观察');
  });
});
