import type { RoundView } from '../../../../cloudfunctions/contracts/index';
import { householdRow, lastText } from '../../../../miniprogram/packages/rounds/household-rows';
import { closingText } from '../../../../miniprogram/packages/rounds/round-words';
import { actsOn, itemRows, progressRows, stageText } from '../../../../miniprogram/packages/rounds/show/view';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { NOW, roundView } from './views';

test.each<[RoundView['status'], string]>([
  ['draft', 'main:open canEdit'],
  ['open', 'canClose canCancel canCopy canSchedule'],
  ['closed', 'canCancel canCopy canPurchase canSchedule'],
  ['purchasing', 'canCancel canCopy canPurchase canSchedule'],
  ['arrived', 'main:distribute canCancel canCopy canPurchase canSchedule'],
  ['distributing', 'canCopy canPurchase canSchedule'],
  ['settled', 'canCopy canPurchase canSchedule'],
  ['cancelled', 'canCopy'],
])('what its leader may do with a round that is %s', (status, expected) => {
  const { main, ...can } = actsOn(roundView({ status }));
  const named = Object.entries(can).flatMap(([name, may]) => (may ? [name] : []));
  expect([...(main === '' ? [] : [`main:${main}`]), ...named].join(' ')).toBe(expected);
});

test('whoever does not lead it only looks', () => {
  const { main, ...can } = actsOn(roundView({ status: 'draft', mine: false }));
  expect([main, ...Object.values(can)].every((may) => may === '' || may === false)).toBe(true);
});

test.each<[Partial<RoundView>, string]>([
  [{ status: 'draft' }, '还没有开团，住户看不到'],
  [{ status: 'draft', autoOpens: true, opensAt: '2026-03-11T08:00:00+08:00' }, '明天 08:00 自动开团'],
  [{ status: 'open' }, '已经有 35 户订了'],
  [{ status: 'closed', working: true }, '刚截止，正在汇总，一两分钟就好'],
  [
    { status: 'closed', demand: { orders: 35, amount: 400_050, byItem: {} } },
    '35 户订了 4000.5 元，等供货方说能来多少',
  ],
  [{ status: 'purchasing', working: true }, '正在算每家分多少'],
])('it says what happens now: %j', (changes, text) => {
  expect(stageText(roundView(changes), NOW)).toBe(text);
});

test('what is left of the time is said when it is little', () => {
  expect(closingText(roundView(), NOW)).toBe('今天 18:00 截止，还剩 50 分钟');
  expect(closingText(roundView({ closesAt: '2026-03-11T18:00:00+08:00' }), NOW)).toBe('明天 18:00 截止');
  expect(closingText(roundView({ status: 'settled' }), NOW)).toBe('今天 18:00 截止的');
});

test('an item says its limits until it is known what was ordered', () => {
  expect(itemRows(roundView())[0]).toMatchObject({ price: '25', note: '每户限 2 份，一共 40 份' });
  const demand = { orders: 35, amount: 1, byItem: { veg: { quantity: 40, orders: 35 } } };
  expect(itemRows(roundView({ demand }))[0]!.note).toBe('35 户订了 40 份');
});

test('a grid without households is left out', () => {
  expect(
    progressRows([
      { gridId: 'a', name: '一组', households: 0, ordered: 0 },
      { gridId: 'b', name: '二组', households: 3, ordered: 1 },
    ]),
  ).toEqual([{ gridId: 'b', name: '二组', text: '1 / 3 户订了', percent: 33 }]);
});

test('a household says why it comes first', () => {
  const household = {
    householdId: 'h1',
    headName: '田桂花',
    place: '青石镇 柳溪村 三组',
    address: '111 号',
    phoneMask: null,
    care: ['livingAloneElderly' as const],
    peopleCount: 1,
    lastOn: '2026-03-06',
  };
  expect(householdRow(household, lastText(household))).toMatchObject({
    title: '田桂花家，1 口人',
    where: '柳溪村三组 111 号',
    care: ['独居老人'],
    note: '上次领到东西是 3月6日',
    hasPhone: false,
  });
  expect(lastText({ lastOn: null })).toBe('最近没有领到过东西');
});

describe('the page of a round', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });
  const open = async (round: RoundView) => {
    phone.answers(round);
    if (round.status === 'open')
      phone.answers({ grids: [{ gridId: 't1-v1-g3', name: '三组', households: 24, ordered: 6 }] });
    const page = render('packages/rounds/show');
    await act(page, 'onLoad', { roundId: 'r1' });
    await act(page, 'load');
    await settle();
    return page;
  };

  test('shows who has not ordered, and leads to them', async () => {
    const page = await open(roundView());
    for (const part of ['已经有 35 户订了', '三组', '6 / 24 户订了', '提前截止', '取消这一批'])
      expect(words(page)).toContain(part);
    await act(page, 'openGrid', said({}, { id: 't1-v1-g3', name: '三组' }));
    expect(phone.went.at(-1)).toContain('../not-ordered/index?roundId=r1&gridId=t1-v1-g3');
  });

  test('opening asks once more, and sends what was seen', async () => {
    const page = await open(roundView({ status: 'draft' }));
    phone.answers(roundView({ version: 4 }));
    await act(page, 'main');
    await settle();
    expect(phone.modals.at(-1)!.title).toContain('现在开团');
    expect(phone.calls.at(-1)).toMatchObject({ action: 'open', input: { roundId: 'r1', version: 3 } });
    expect(words(page)).toContain('正在订');
  });

  test('a refusal is told, and the round is loaded anew', async () => {
    const page = await open(roundView());
    phone.refuses({ code: 'CONFLICT', message: '别人刚改过这一批，请看过最新内容再办' });
    phone.answers(roundView({ status: 'closed', working: true, version: 4 }));
    await act(page, 'close');
    await settle(60);
    expect(phone.modals.at(-1)!.content).toContain('别人刚改过');
    expect(words(page)).toContain('已截止');
  });

  test('cancelling names the reason', async () => {
    const page = await open(roundView());
    phone.answers(
      roundView({
        status: 'cancelled',
        cancelled: { at: '2026-03-10T17:10:00+08:00', byName: '李国强', reason: '路不通' },
      }),
    );
    await act(page, 'cancel', said({ reason: '路不通' }));
    await settle();
    expect(phone.calls.at(-1)).toMatchObject({ action: 'cancel', input: { reason: '路不通' } });
    expect(words(page)).toContain('李国强取消的：路不通');
  });

  test('without a network it offers to try again', async () => {
    phone.refuses({ code: 'NOT_FOUND', message: '没有找到这一批' });
    const page = render('packages/rounds/show');
    await act(page, 'onLoad', { roundId: 'r1' });
    await act(page, 'load');
    expect(words(page)).toContain('没有找到这一批');
    expect(words(page)).toContain('再试一次');
  });
});
