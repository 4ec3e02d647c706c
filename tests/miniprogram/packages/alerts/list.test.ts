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
