import { find, isCalled } from '../../../../miniprogram/packages/pickup/day/find';
import { pickupCodeOf } from '../../../../miniprogram/shared/pickup-code';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words, type Rendered } from '../../support/render';
import { line, listPage, pickupRow } from './rows';

jest.setTimeout(30_000);

const NOW = Date.parse('2026-03-12T09:05:00+08:00');
const rows = [
  pickupRow(),
  pickupRow({ orderId: 'r1:h2', headName: '张桂兰', reading: 'zhang gui lan' }),
  pickupRow({ orderId: 'r1:h3', headName: '王芳', reading: 'wang fang', way: 'door', pointId: null }),
  pickupRow({ orderId: 'r1:h4', headName: '赵勇', reading: 'zhao yong', delivered: 2500, lines: [line('veg', { delivered: 1 })] }), // prettier-ignore
];

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterEach(() => jest.restoreAllMocks());

const open = async (): Promise<Rendered> => {
  const page = render('packages/pickup/day');
  await act(page, 'onLoad', { roundId: 'r1' });
  return page;
};

test.each(['张', 'zgl', 'zhangg', 'ZHANG GUI', '桂兰', ''])('张桂兰 is found by “%s”', (typed) => {
  expect(isCalled(rows[1]!, typed)).toBe(true);
});
test.each(['李', 'zgw', 'lan'])('张桂兰 is not found by “%s”', (typed) => {
  expect(isCalled(rows[1]!, typed)).toBe(false);
});

test('who has not got everything, who has, and whose money is not right', () => {
  const names = (tab: 'waiting' | 'done' | 'owing') =>
    find(rows, { tab, place: 'p1/s1', words: '' }).map(({ headName }) => headName);
  expect(names('waiting')).toEqual(['李建国', '张桂兰']);
  expect(names('done')).toEqual(['赵勇']);
  expect(names('owing')).toEqual(['赵勇']);
});

it('fetches every page of the list, shows it, and finds somebody by the start of their name', async () => {
  phone.answers(listPage(rows.slice(0, 2), 'h2'));
  phone.answers(listPage(rows.slice(2)));
  const page = await open();
  expect(phone.calls.filter(({ action }) => action === 'list')).toHaveLength(2);
  expect(words(page)).toContain('没领完 2');
  expect(words(page)).toContain('送上门');
  await act(page, 'search', said({ value: 'zgl' }));
  expect(words(page)).toContain('张桂兰');
  expect(words(page)).not.toContain('李建国');
});

it('a list that was fetched once is there without a network', async () => {
  phone.answers(listPage(rows));
  (await open()).detach();
  phone.breaks({ errCode: -1, errMsg: 'fail' });
  const page = await open();
  expect(words(page)).toContain('张桂兰');
});

it('a scanned code opens its household, and another code says what to look for', async () => {
  phone.answers(listPage(rows));
  const page = await open();
  Object.assign(wx, { scanCode: async () => ({ result: pickupCodeOf('r1:h2') }) });
  await act(page, 'scan');
  expect(phone.went.at(-1)).toBe('navigateTo ../hand-over/index?orderId=r1%3Ah2');
  Object.assign(wx, { scanCode: async () => ({ result: 'https://example.com' }) });
  await act(page, 'scan');
  expect(phone.modals.at(-1)?.title).toBe('这不是领货码');
});
