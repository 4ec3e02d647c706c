import { coverageView, missingCard } from '../../../../miniprogram/packages/gridwork/coverage/view';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, tap, words } from '../../support/render';

const answer = {
  grid: {
    gridId: 'v',
    name: '柳溪村',
    place: '青石镇 柳溪村',
    level: 'village' as const,
    known: 50,
    registered: 45,
    verified: 40,
    rostered: 3,
  },
  below: [{ gridId: 'g3', name: '三组', known: 20, registered: 15, verified: 12, rostered: 3 }],
  care: [{ category: 'dialysis' as const, people: 2 }],
};
const missing = {
  householdId: 'h1',
  headName: '王桂英',
  place: '青石镇 柳溪村 三组',
  address: '27 号',
  peopleCount: 3,
  careCount: 1,
};

it('tells how many doors the roster names, and how many nobody knows by name', () =>
  expect(coverageView(answer)).toMatchObject({
    place: '柳溪村',
    missing: 5,
    unnamed: 2,
    rows: [{ gridId: 'g3', missing: 5, percent: 75 }],
    care: [{ text: '血透', people: 2 }],
  }));

it('a missing household says whose, where, and whether somebody there is to be looked after', () =>
  expect(missingCard(missing)).toMatchObject({
    title: '王桂英家',
    place: '柳溪村三组 27 号',
    note: '3 口人 · 1 人要照顾',
  }));

describe('登记覆盖', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });
  const open = async (query: { gridId?: string } = {}) => {
    const page = render('packages/gridwork/coverage');
    await act(page, 'onLoad', query);
    return page;
  };

  it('lists who is missing, page by page, and opens a household and a grid', async () => {
    phone.answers(answer);
    phone.answers({ rows: [missing], next: 'n' });
    phone.answers({ rows: [{ ...missing, householdId: 'h2' }], next: null });
    const page = await open({ gridId: 'v' });
    await act(page, 'onReachBottom');
    expect(phone.calls.map(({ action, input }) => [action, input])).toEqual([
      ['coverage', { gridId: 'v' }],
      ['missing', { gridId: 'v' }],
      ['missing', { gridId: 'v', after: 'n' }],
    ]);
    expect(words(page)).toContain('还有 2 户名册上没有名字');
    await tap(page, '.file', 1);
    await act(page, 'onGrid', said({ gridId: 'g3' }));
    expect(phone.went).toEqual([
      'navigateTo /packages/registration/review/index?householdId=h2',
      'navigateTo index?gridId=g3',
    ]);
  });

  it('without a grid asks for the first one that is mine', async () => {
    phone.answers(answer);
    phone.answers({ rows: [], next: null });
    await open();
    expect(phone.calls[0]?.input).toEqual({});
  });

  it('says why a grid does not open', async () => {
    phone.refuses({ code: 'NOT_FOUND', message: '没有找到这个网格' });
    const page = await open({ gridId: 'elsewhere' });
    expect(page.data).toMatchObject({ status: 'failed', failure: '没有找到这个网格' });
  });
});
