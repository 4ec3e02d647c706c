import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { reachRowOf, reachShown } from './views';

/** A call that finds no network is tried once more; then it is known. */
const RETRIED_MS = 1_200;

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const told = said({ householdId: 'h1', how: 'phone' });
const household = said({ householdId: 'h1' });
type Cards = { state: string; done: string }[];
const cardOf = (page: { data: Record<string, unknown> }) => (page.data.cards as Cards)[0]!;

describe('the page of a notice’s reach', () => {
  const open = async () => {
    phone.answers(reachShown());
    phone.answers({
      rows: [reachRowOf(), reachRowOf({ householdId: 'h2', headName: '刘福生', care: [] })],
      next: null,
    });
    const page = render('packages/reach/show');
    await act(page, 'onLoad', { noticeId: 'n1' });
    await settle();
    return page;
  };

  test('is as drawn: the share, who learnt of it how, the teams, the list', async () => {
    const text = words(await open());
    for (const part of [
      '91%',
      '139 户，已知道 127 户',
      '还有 12 户不知道',
      '自己读 109',
      '电话、上门 18',
      '三组',
      '齐了',
      '还不知道的 12 户',
      '赵玉珍家',
      '独居老人',
      '三组 · 139****6021',
      '再提醒这 12 户',
    ])
      expect(text).toContain(part);
  });

  test('ringing up dials without showing the number, and ticks nothing', async () => {
    const page = await open();
    phone.answers({ value: '13912346021' });
    await act(page, 'call', household);
    expect(phone.dialled).toEqual(['13912346021']);
    expect(phone.calls.at(-1)).toMatchObject({
      action: 'openPhone',
      input: { noticeId: 'n1', householdId: 'h1' },
    });
    expect(cardOf(page).state).toBe('waiting');
    expect(words(page)).not.toContain('13912346021');
  });

  test('a tick is sent once, and can be taken back where it was made', async () => {
    const page = await open();
    phone.answers(reachRowOf({ told: 'phone' }));
    phone.answers(reachShown({}, { known: 128, phone: 13 }));
    await Promise.all([act(page, 'tick', told), act(page, 'tick', told)]);
    expect(phone.calls.filter(({ action }) => action === 'tell')).toHaveLength(1);
    expect(cardOf(page)).toMatchObject({ state: 'told', done: '已电话告知' });
    expect(words(page)).toContain('撤回');
    expect(words(page)).toContain('还有 11 户不知道');

    phone.answers(reachRowOf());
    phone.answers(reachShown());
    await act(page, 'undo', household);
    await settle();
    const { input } = phone.calls.find(({ action }) => action === 'untell')!;
    const tick = phone.calls.find(({ action }) => action === 'tell')!.input as { requestId: string };
    expect(input).toMatchObject({ noticeId: 'n1', householdId: 'h1', requestId: tick.requestId });
    expect(cardOf(page).state).toBe('waiting');
    expect(words(page)).toContain('还有 12 户不知道');
  });

  test('without a network a tick stays on the phone, and is taken back there', async () => {
    const page = await open();
    phone.breaks(new Error('request:fail'));
    await act(page, 'tick', told);
    await settle(RETRIED_MS);
    expect(cardOf(page)).toMatchObject({ state: 'told', done: '已电话告知，已存在这部手机' });
    expect(phone.storage.get('unsent-tells')).toHaveLength(1);
    await act(page, 'undo', household);
    expect(phone.storage.has('unsent-tells')).toBe(false);
    expect(phone.calls.some(({ action }) => action === 'untell')).toBe(false);
    await settle(RETRIED_MS);
  });

  test('a tick that the cloud refuses is told, and the household stays on the list', async () => {
    const page = await open();
    phone.refuses({ code: 'NOT_FOUND', message: '名单上没有找到这一家' });
    await act(page, 'tick', told);
    await settle();
    expect(phone.modals.at(-1)).toEqual({ title: '没有记上', content: '名单上没有找到这一家' });
    expect(cardOf(page).state).toBe('waiting');
  });

  test('reminding says when it was done and what is left to do', async () => {
    const page = await open();
    phone.answers({ left: 12, at: '2026-03-12T17:10:00+08:00' });
    await act(page, 'remind');
    await settle();
    expect(phone.calls.at(-1)).toMatchObject({ action: 'remind', input: { noticeId: 'n1' } });
    expect(words(page)).toContain('17:10 提醒了');
    phone.refuses({ code: 'CONFLICT', message: '上一次提醒还在发，请过几分钟再看' });
    await act(page, 'remind');
    await settle();
    expect(words(page)).toContain('上一次提醒还在发');
  });

  test('one team is looked at by itself, and is the one that is reminded', async () => {
    const page = await open();
    phone.answers(reachShown());
    phone.answers({ rows: [reachRowOf()], next: null });
    await act(page, 'openGrid', said({ gridId: 't1-v1-g3' }));
    await settle();
    expect(phone.calls.at(-1)).toMatchObject({
      action: 'households',
      input: { tab: 'unknown', gridId: 't1-v1-g3' },
    });
    expect(words(page)).toContain('三组还不知道的 9 户');
    expect(words(page)).toContain('再提醒这 9 户');
  });

  test('when everybody knows it says so, and there is nobody to remind', async () => {
    phone.answers(reachShown({}, { known: 139, confirmed: 121 }));
    phone.answers({ rows: [], next: null });
    const page = render('packages/reach/show');
    await act(page, 'onLoad', { noticeId: 'n1' });
    await settle();
    for (const part of ['100%', '全都知道了', '一户不漏']) expect(words(page)).toContain(part);
    expect(words(page)).not.toContain('再提醒');
  });
});

test('colleagues who have not read it stand first', async () => {
  phone.answers({
    rows: [
      { name: '陈小兵', role: 'gridMember', place: '青石镇 柳溪村 二组', opened: false, knows: false },
      { name: '张丽', role: 'gridMember', place: '青石镇 柳溪村 三组', opened: true, knows: true },
    ],
  });
  const page = render('packages/reach/staff');
  await act(page, 'onLoad', { noticeId: 'n1' });
  await settle();
  expect(words(page)).toMatch(/陈小兵.*柳溪村二组网格员.*还没打开.*张丽.*看了/);
});
