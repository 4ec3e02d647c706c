import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { areaList, outcome, version } from './answers';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

describe('以前提过的', () => {
  it('goes on through the versions, then shows the lists', async () => {
    phone.answers({ rows: [version()], next: 3 });
    const page = render('packages/rules/history');
    await act(page, 'load');
    phone.answers({ rows: [version({ version: 2, title: '秋季防控规则' })], next: null });
    await act(page, 'onReachBottom');
    expect(words(page)).toContain('第 2 版：秋季防控规则');
    expect(words(page)).toContain('就这些了');
    phone.answers({ rows: [areaList()], next: null });
    await act(page, 'choose', said({ chosen: ['lists'] }));
    await settle();
    expect(words(page)).toContain('新增：成都新增');
    expect(words(page)).not.toContain('秋季防控规则');
    expect(phone.calls.map(({ input }) => input)).toEqual([{}, { before: 3 }, {}]);
  });
});

describe('重新找出来的人', () => {
  const found = {
    declarationId: 'd1',
    name: '刘芳',
    phoneMask: null,
    place: '青石镇 柳溪村 三组',
    arrivesAt: '2026-11-20T09:00:00+08:00',
    from: outcome('健康监测 14 天'),
    to: outcome('集中隔离 14 天'),
    reasons: ['过去 14 天去过四川省成都市武侯区（高风险，11月10日起），要集中隔离 14 天。'],
    because: '新增风险区域：四川省成都市武侯区',
    foundAt: '2026-11-22T09:00:00+08:00',
  };
  const open = async () => {
    phone.answers({ rows: [found], next: null });
    const page = render('packages/rules/found');
    await act(page, 'load');
    return page;
  };

  it('changes somebody after a second question', async () => {
    const page = await open();
    expect(words(page)).toContain('刘芳改成集中隔离 14 天');
    phone.answers({ words: '集中隔离 14 天' });
    await act(page, 'accept', said({}, { index: 0 }));
    expect(phone.modals[0]?.title).toBe('刘芳改成集中隔离 14 天？');
    expect(phone.calls[1]?.input).toEqual({
      declarationId: 'd1',
      foundAt: found.foundAt,
      decision: 'accept',
      reason: '',
    });
  });

  it('leaves somebody as they are for a reason', async () => {
    const page = await open();
    await act(page, 'askReason', said({}, { index: 0 }));
    phone.answers({ words: '健康监测 14 天' });
    await act(page, 'onReason', said({ reason: '没去过那里' }));
    expect(phone.calls[1]?.input).toMatchObject({ decision: 'dismiss', reason: '没去过那里' });
  });
});
