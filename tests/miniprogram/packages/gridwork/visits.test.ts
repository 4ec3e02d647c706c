import { visitCard, type VisitCard } from '../../../../miniprogram/packages/gridwork/visits/rows';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';

const visit = {
  householdId: 'h1',
  headName: '王桂英',
  place: '青石镇 柳溪村 三组',
  address: '27 号',
  peopleCount: 3,
  careCount: 1,
  date: '2026-11-21',
  purpose: '帮老人登记',
};

it.each([
  ['today', '2026-11-21', '今天', true],
  ['overdue', '2026-11-23', '2026年11月21日，过了日子', true],
  ['still to come', '2026-11-20', '2026年11月21日', false],
])('a visit that is %s says so', (_, today, when, due) =>
  expect(visitCard(visit, today)).toMatchObject({ title: '王桂英家', place: '柳溪村三组 27 号', when, due }),
);

describe('上门', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });

  it('notes how a visit went, and shows what is left', async () => {
    phone.answers({ rows: [visit], next: null });
    const page = render('packages/gridwork/visits');
    await act(page, 'load');
    expect((page.data.cards as VisitCard[]).map(({ title }) => title)).toEqual(['王桂英家']);
    phone.answers({});
    phone.answers({ rows: [], next: null });
    await act(page, 'close', said({}, { index: 0, result: 'notMet' }));
    expect(phone.calls[1]).toMatchObject({
      action: 'closeVisit',
      input: { householdId: 'h1', date: '2026-11-21', result: 'notMet' },
    });
    expect(words(page)).toContain('没有约好的上门');
  });

  it('says when a visit was put off meanwhile', async () => {
    phone.answers({ rows: [visit], next: null });
    const page = render('packages/gridwork/visits');
    await act(page, 'load');
    phone.refuses({ code: 'CONFLICT', message: '这次上门已经改期' });
    phone.answers({ rows: [], next: null });
    await act(page, 'close', said({}, { index: 0, result: 'done' }));
    expect(phone.modals[0]?.content).toBe('这次上门已经改期');
  });
});

describe('约日子上门', () => {
  const open = async () => {
    const page = render('packages/gridwork/visit-form');
    await act(page, 'onLoad', { householdId: 'h1', name: encodeURIComponent('王桂英家') });
    return page;
  };

  it('asks what for before it is sent', async () => {
    const phone = holdPhone();
    const page = await open();
    await act(page, 'send');
    expect(page.data.errors).toEqual({ purpose: '请填写上门做什么' });
    expect(phone.calls).toEqual([]);
  });

  it('sends the day and the purpose, and shows a refusal beside the day', async () => {
    const phone = holdPhone();
    const page = await open();
    await act(page, 'chooseDate', said({ value: '2020-01-01' }));
    await act(page, 'choosePurpose', said({ chosen: ['帮老人登记'] }));
    phone.refuses({ code: 'INVALID_INPUT', message: '有一处要改', fields: { date: '不能在今天以前' } });
    await act(page, 'send');
    expect(page.data.errors).toEqual({ date: '不能在今天以前' });
    await act(page, 'chooseDate', said({ value: '2099-01-01' }));
    phone.answers(visit);
    await act(page, 'send');
    expect(phone.calls[1]?.input).toEqual({ householdId: 'h1', date: '2099-01-01', purpose: '帮老人登记' });
    expect(phone.went).toEqual(['navigateBack']);
  });
});
