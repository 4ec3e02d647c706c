import type { AlertCard } from '../../../../miniprogram/packages/alerts/list/rows';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, tap, words } from '../../support/render';
import { alertRow } from './samples';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const cards = (page: ReturnType<typeof render>) => page.data.cards as AlertCard[];

it('shows who has what, how far it has come and the clock; only the first has the red button', async () => {
  phone.answers({
    rows: [
      alertRow(),
      alertRow({ alertId: 'a2', name: '李建国', status: 'acknowledged', takenBy: '孙秀梅（村医）' }),
    ],
    next: null,
  });
  const page = render('packages/alerts/list');
  await act(page, 'load');
  expect(words(page)).toContain('王桂英 发热 38.2℃');
  expect(words(page)).toContain('柳溪村三组');
  expect(words(page)).toContain('等村医来接');
  expect(words(page)).toContain('孙秀梅（村医）已接');
  expect(words(page)).toContain('还剩 1 小时');
  expect(page.querySelectorAll('.button-red')).toHaveLength(1);
  await tap(page, '.button-red');
  expect(phone.went).toContain('navigateTo ../detail/index?alertId=a1');
});

it('goes on below, and shows all when asked', async () => {
  phone.answers({ rows: [alertRow()], next: 'more' });
  const page = render('packages/alerts/list');
  await act(page, 'load');
  phone.answers({ rows: [alertRow({ alertId: 'a2' })], next: null });
  await act(page, 'onReachBottom');
  expect(cards(page).map(({ alertId }) => alertId)).toEqual(['a1', 'a2']);
  phone.answers({ rows: [alertRow({ status: 'closed', outcome: 'excluded' })], next: null });
  await act(page, 'choose', said({}, { tab: 'all' }));
  expect(phone.calls.at(-1)).toMatchObject({ action: 'list', input: { tab: 'all' } });
  expect(words(page)).toContain('已办结：排除');
});

it('whoever has to answer lets WeChat send one more message; three are enough', async () => {
  const open = async (left: number) => {
    phone.answers({ rows: [], next: null });
    phone.answers({ offers: [{ use: 'alertRaised', templateId: 't1', left }] });
    const page = render('packages/alerts/list');
    await act(page, 'load');
    await act(page, 'showStore');
    return page;
  };
  const page = await open(0);
  expect(words(page)).toContain('现在一条也收不到');
  phone.answers({ offers: [] });
  phone.answers({ offers: [{ use: 'alertRaised', templateId: 't1', left: 1 }] });
  await act(page, 'allow');
  expect(phone.calls.map(({ action }) => action)).toContain('keepMessages');
  expect(words(page)).toContain('还能收 1 条');
  expect(words(await open(3))).not.toContain('多收一条');
});

it('a double tap asks WeChat once', async () => {
  phone.answers({ offers: [{ use: 'alertRaised', templateId: 't1', left: 0 }] });
  const page = render('packages/alerts/list');
  await act(page, 'showStore');
  phone.answers({ offers: [] });
  phone.answers({ offers: [{ use: 'alertRaised', templateId: 't1', left: 1 }] });
  await Promise.all([act(page, 'allow'), act(page, 'allow')]);
  expect(phone.calls.filter(({ action }) => action === 'keepMessages')).toHaveLength(1);
});

it('a grid member, who answers none, is not asked', async () => {
  phone.storage.set('roles', ['gridMember']);
  phone.answers({ rows: [], next: null });
  const page = render('packages/alerts/list');
  await act(page, 'load');
  await act(page, 'showStore');
  expect(words(page)).not.toContain('发微信告诉我');
});

it('says so when there is nothing to do, and offers to try again when nothing loads', async () => {
  phone.answers({ rows: [], next: null });
  const empty = render('packages/alerts/list');
  await act(empty, 'load');
  expect(words(empty)).toContain('没有要处理的异常');
  phone.refuses({ code: 'FORBIDDEN', message: '这个操作需要村医岗位' });
  const failed = render('packages/alerts/list');
  await act(failed, 'load');
  expect(words(failed)).toContain('这个操作需要村医岗位');
});
