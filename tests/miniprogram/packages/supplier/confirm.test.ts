import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';
import { purchaseList } from './purchase-list';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});
const offers = [
  { itemId: 'tofu', name: '豆腐', spec: '2 块', unit: '份', category: 'daily', price: 500 },
  { itemId: 'duck', name: '鸭蛋', spec: '', unit: '板', category: 'meatEggsMilk', price: 2000 },
];
const open = async (list = purchaseList()) => {
  phone.answers(list);
  phone.answers({ offers });
  const page = render('packages/supplier/confirm');
  await act(page, 'onLoad', { roundId: 'r1' });
  return page;
};
type Page = Awaited<ReturnType<typeof open>>;
const type = async (page: Page, at: number, value: string) =>
  act(page, 'onQuantity', said({ value }, { at }));
const sent = () => phone.calls.filter(({ action }) => action === 'confirm');

test('everything comes: one press fills what was ordered, one more says it', async () => {
  const page = await open();
  expect(words(page)).toContain('40 户订了 60 份');
  expect(words(page)).not.toContain('菜籽油');
  await act(page, 'fillEnough');
  expect(words(page)).toContain('都够，照订的数送');
  phone.answers(purchaseList({ stage: 'bring' }));
  await act(page, 'submit');
  expect(sent()[0]?.input).toMatchObject({
    roundId: 'r1',
    version: 7,
    items: [
      { itemId: 'veg', quantity: 60, substitute: null },
      { itemId: 'egg', quantity: 20, substitute: null },
    ],
  });
  expect(phone.modals[0]?.title).toBe('确认好了');
  expect(phone.went).toContain('navigateBack');
});

test('something is missing: as many of something else as are missing, until another number is written', async () => {
  const page = await open();
  await act(page, 'fillEnough');
  await type(page, 1, '12');
  expect(words(page)).toContain('缺 8 板');
  expect(words(page)).toContain('1 样缺货，一共缺 8 份');
  await act(page, 'onOther', said({ value: '1' }, { at: 1 }));
  expect(words(page)).toContain('鸭蛋能到几板');
  await act(page, 'onOtherQuantity', said({ value: '3' }, { at: 1 }));
  phone.answers(purchaseList({ stage: 'bring' }));
  await act(page, 'submit');
  expect(sent()[0]?.input).toMatchObject({
    items: [{ quantity: 60 }, { itemId: 'egg', quantity: 12, substitute: { itemId: 'duck', quantity: 3 } }],
  });
});

test('a choice that is no longer needed is not sent', async () => {
  const page = await open();
  await type(page, 0, '60');
  await type(page, 1, '12');
  await act(page, 'onOther', said({ value: '1' }, { at: 1 }));
  await type(page, 1, '20');
  phone.answers(purchaseList({ stage: 'bring' }));
  await act(page, 'submit');
  expect(sent()[0]?.input).toMatchObject({ items: [{}, { quantity: 20, substitute: null }] });
});

test('what is wrong is said beside its item, and nothing is sent', async () => {
  const page = await open();
  await type(page, 0, '61');
  await act(page, 'submit');
  expect(words(page)).toContain('一共只订了 60 份，不用多送');
  expect(words(page)).toContain('请填到多少，没有货就填 0');
  expect(sent()).toEqual([]);
});

test('what the cloud finds wrong stands beside its item too', async () => {
  const page = await open();
  await act(page, 'fillEnough');
  phone.refuses({
    code: 'INVALID_INPUT',
    message: '不用多送',
    fields: { 'items.1.quantity': '鸡蛋一共只订了 18 板，不用多送' },
  });
  await act(page, 'submit');
  expect(words(page)).toContain('鸡蛋一共只订了 18 板，不用多送');
});

test('what was typed is still there when the page is opened again', async () => {
  const page = await open();
  await type(page, 0, '45');
  await act(page, 'keepDraftNow');
  phone = Object.assign(phone, { calls: [] });
  const again = await open();
  expect(words(again)).toContain('缺 15 份');
});

test('somebody else was first: it says so, reads the list anew and keeps what was typed', async () => {
  const page = await open();
  await act(page, 'fillEnough');
  await type(page, 0, '50');
  phone.refuses({ code: 'CONFLICT', message: '别人刚改过这一批，请看过最新内容再办' });
  phone.answers(purchaseList({ version: 8 }));
  phone.answers({ offers });
  await act(page, 'submit');
  expect(words(page)).toContain('别人刚改过这一批');
  phone.answers(purchaseList({ stage: 'bring' }));
  await act(page, 'submit');
  const [first, second] = sent() as { input: { requestId: string; version: number; items: unknown[] } }[];
  expect(second?.input).toMatchObject({ version: 8, items: [{ quantity: 50 }, { quantity: 20 }] });
  expect(second?.input.requestId).not.toBe(first?.input.requestId);
});
