import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words, type Rendered } from '../../support/render';
import { line, pickupRow, round } from './rows';

jest.setTimeout(30_000);

const row = pickupRow({
  lines: [line('veg', { ordered: 2, due: 2, delivered: 2 }), line('egg', { price: 2350, due: 1 })],
  delivered: 5000,
  paid: 5000,
});

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const open = async (status: 'distributing' | 'settled'): Promise<Rendered> => {
  phone.answers({ round: { ...round, status }, row, entries: [] });
  const page = render('packages/pickup/refund');
  await act(page, 'onLoad', { orderId: 'r1%3Ah1' });
  return page;
};
const fill = async (page: Rendered) => {
  await act(page, 'give', said({ at: 0, given: 1 }));
  await act(page, 'onAmount', said({ chosen: ['exact'] }));
  await act(page, 'onMethod', said({ chosen: ['cash'] }));
  await act(page, 'onReason', said({ reason: '东西坏了' }));
};

it('takes back what the household has, and gives back what it cost, with the reason', async () => {
  const page = await open('distributing');
  expect(words(page)).toContain('一共付了 50 元');
  expect(words(page)).not.toContain('鸡蛋');
  await fill(page);
  expect(words(page)).toContain('给李建国退 25 元');
  phone.answers({ ...row, version: 2 });
  await act(page, 'submit');
  expect(phone.calls.at(-1)).toMatchObject({
    action: 'refund',
    input: {
      lines: [{ itemId: 'veg', quantity: 1, substituteQuantity: 0 }],
      money: 2500,
      method: 'cash',
      reason: '东西坏了',
    },
  });
});

it('without goods, money and a reason nothing is sent', async () => {
  const page = await open('distributing');
  await act(page, 'onAmount', said({ chosen: ['nothing'] }));
  await act(page, 'submit');
  expect(words(page)).toContain('请至少写一样');
  expect(words(page)).toContain('请选一个原因');
  expect(phone.calls).toHaveLength(1);
});

it('of a settled round it is a correction, minus where something went back and plus where it was forgotten', async () => {
  const page = await open('settled');
  expect(words(page)).toContain('更正另记一笔');
  await fill(page);
  phone.answers({ row, entries: [] });
  await act(page, 'submit');
  expect(phone.calls.at(-1)).toMatchObject({
    name: 'settlement',
    action: 'correct',
    input: { lines: [{ itemId: 'veg', quantity: -1, substituteQuantity: 0 }], money: -2500 },
  });
  await act(page, 'onDirection', said({ chosen: ['add'] }));
  await fill(page);
  await act(page, 'submit');
  expect(phone.calls.at(-1)).toMatchObject({
    input: { lines: [{ itemId: 'egg', quantity: 1 }], money: 2350 },
  });
});
