import { shopRow } from '../../../../miniprogram/packages/shop/shop/rows';
import { BLANK, fitted, startCart } from '../../../../miniprogram/packages/shop/shop/cart';
import { keptOrders } from '../../../../miniprogram/services/unsent-orders';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { item, order, shop } from './shops';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const open = async (view = shop(), query: Record<string, string> = {}) => {
  phone.answers(view);
  const page = render('packages/shop/shop');
  await act(page, 'onLoad', { roundId: 'r1', ...query });
  return page;
};
const choose = (itemId: string, value: number) => said({ itemId, value });
const sent = () => phone.calls.filter(({ action }) => action === 'order' || action === 'orderFor');

describe('a row of the shop', () => {
  const view = shop();
  it.each([
    ['the limit, with its reason', item('veg'), 2, { max: 2, tag: { text: '已到上限' } }],
    ['that little is left', item('pork', { left: 3, limit: 9 }), 1, { max: 3, tag: { text: '只剩 3 份' } }],
    [
      'that all that is left was chosen',
      item('pork', { left: 3, limit: 9 }),
      3,
      { tag: { text: '只有 3 份，都选了' } },
    ],
    ['how much is left of plenty', item('pork', { left: 52 }), 0, { left: '剩 52 份', tag: null }],
    ['that nothing is left', item('rice', { left: 0 }), 0, { soldOut: true, tag: null }],
  ])('says %s', (_, one, quantity, expected) => {
    const cart = { ...BLANK, quantities: { [one.itemId]: quantity } };
    expect(shopRow(one, view, cart)).toMatchObject(expected);
  });

  it('counts what the household has ordered already as its own', () => {
    const mine = order();
    const sold = item('veg', { left: 0, limit: 3 });
    const row = shopRow(sold, shop({ items: [sold], order: mine }), startCart(shop({ order: mine })));
    expect(row).toMatchObject({ max: 2, soldOut: false, quantity: 2 });
  });
});

test('what is ordered again is never more than there is, and says what is missing', () => {
  expect(fitted({ veg: 5, pork: 1, rice: 1 }, shop())).toEqual({
    quantities: { veg: 2, pork: 1 },
    missing: ['蔬菜包', '大米'],
  });
});

describe('the shop', () => {
  it('orders what was had last time, with one sum', async () => {
    const page = await open(shop({ last: { roundTitle: '第 7 批', lines: [{ itemId: 'veg', quantity: 1 }, { itemId: 'rice', quantity: 1 }] } })); // prettier-ignore
    expect(words(page)).toMatch(/和上次一样.*1 样，25 元；大米不够/);
    await act(page, 'orderAgain');
    await act(page, 'onQuantity', choose('pork', 1));
    expect(words(page)).toMatch(/合计 63 元.*2 份，领货时当面付/);

    phone.answers({ orderId: 'r1:h1', status: 'placed', version: 1, ordered: 6300, changedAt: '' });
    await act(page, 'order');
    expect(sent()).toMatchObject([
      {
        input: {
          roundId: 'r1',
          lines: [
            { itemId: 'veg', quantity: 1, price: 2500 },
            { itemId: 'pork', quantity: 1, price: 3800 },
          ],
          wish: { way: 'pickup', pointId: 'square' },
        },
      },
    ]);
    expect(sent()[0]?.input).not.toHaveProperty('seen');
    expect(phone.went).toEqual(['redirectTo ../order/index?orderId=r1%3Ah1&placed=1']);
    expect([...phone.storage.keys()].filter((key) => key.startsWith('draft:cart'))).toEqual([]);
  });

  it('sends an order once however often one presses', async () => {
    const page = await open();
    await act(page, 'onQuantity', choose('veg', 1));
    phone.answers({ orderId: 'r1:h1', status: 'placed', version: 1, ordered: 2500, changedAt: '' });
    page.instance.order?.();
    page.instance.order?.();
    await settle(60);
    expect(sent()).toHaveLength(1);
  });

  it('keeps the order on the phone without a network, and sends the same one later', async () => {
    const page = await open();
    await act(page, 'onQuantity', choose('veg', 2));
    phone.breaks({ errMsg: 'request:fail' });
    page.instance.order?.();
    await settle(1_200);
    expect(words(page)).toContain('没有网络，订单存在这部手机，有网自动下单');
    const [kept] = keptOrders();
    expect(kept).toMatchObject({ title: '蔬菜肉蛋团购', sum: 5000 });

    phone.answers({ orderId: 'r1:h1', status: 'placed', version: 1, ordered: 5000, changedAt: '' });
    await act(page, 'order');
    const ids = sent().map(({ input }) => (input as { requestId: string }).requestId);
    expect(new Set(ids).size).toBe(1);
    expect(keptOrders()).toEqual([]);
  });

  it('keeps what was chosen when the page is left before it is ordered', async () => {
    const page = await open();
    await act(page, 'onQuantity', choose('veg', 2));
    page.detach();
    expect(words(await open())).toContain('合计 50 元');
  });

  it('takes up the order as somebody else of the household left it, and says who', async () => {
    const page = await open();
    await act(page, 'onQuantity', choose('pork', 1));
    page.detach();
    const theirs = order({
      placedBy: { name: '陈秀兰', how: 'member', isMe: false },
      changes: [{ at: order().changedAt, byName: '陈秀兰', what: '改了订单：蔬菜包 1→2 份' }],
    });
    const again = await open(shop({ order: theirs }));
    expect(words(again)).toMatch(/陈秀兰.*改了订单：蔬菜包 1→2 份.*合计 50 元/);
    phone.answers({ orderId: 'r1:h1', status: 'placed', version: 4, ordered: 2500, changedAt: '' });
    await act(again, 'onQuantity', choose('veg', 1));
    await act(again, 'order');
    expect(sent()[0]?.input).toMatchObject({
      seen: { version: 3, status: 'placed', lines: [{ itemId: 'veg', quantity: 2 }] },
    });
  });

  it('says beside the item why it was refused, and shows what is left now', async () => {
    const page = await open();
    await act(page, 'onQuantity', choose('pork', 2));
    phone.refuses({ code: 'CONFLICT', message: '猪肉只剩 1 份，请减一些', fields: { 'lines.0': '猪肉只剩 1 份，请减一些' } }); // prettier-ignore
    phone.answers(shop({ items: [item('veg'), item('pork', { price: 3800, left: 1, stock: 40 })] }));
    await act(page, 'order');
    await settle(40);
    expect(phone.modals).toMatchObject([{ title: '没有订上', content: '猪肉只剩 1 份，请减一些' }]);
    expect(words(page)).toMatch(/猪肉.*猪肉只剩 1 份，请减一些/);
    expect(words(page)).toContain('合计 38 元');
    expect(keptOrders()).toEqual([]);
  });

  it('asks who takes a drug before it is ordered', async () => {
    const page = await open(shop({ items: [item('pills', { drugClass: 'fever', category: 'medicine' })] }));
    await act(page, 'onQuantity', choose('pills', 1));
    await act(page, 'order');
    expect(words(page)).toContain('布洛芬要登记，请选给家里谁用');
    expect(sent()).toEqual([]);
    Object.assign(wx, { showActionSheet: async () => Promise.resolve({ tapIndex: 0 }) });
    await act(page, 'askPatient', said({ itemId: 'pills' }));
    phone.answers({ orderId: 'r1:h1', status: 'placed', version: 1, ordered: 2500, changedAt: '' });
    await act(page, 'order');
    expect(sent()[0]?.input).toMatchObject({ lines: [{ itemId: 'pills', patientId: 'p1' }] });
  });

  it('a proxy says how they were told; what they order is that household’s', async () => {
    const page = await open(shop({ headName: '田桂花', householdId: 'h9' }), { householdId: 'h9' });
    expect(phone.calls[0]).toMatchObject({ action: 'shopFor', input: { householdId: 'h9' } });
    await act(page, 'onQuantity', choose('veg', 1));
    await act(page, 'order');
    expect(words(page)).toContain('请选怎么听说的：电话里，还是上门');
    await act(page, 'onTold', said({ chosen: ['door'] }));
    phone.answers({ orderId: 'r1:h9', status: 'placed', version: 1, ordered: 2500, changedAt: '' });
    await act(page, 'order');
    expect(sent()).toMatchObject([{ action: 'orderFor', input: { householdId: 'h9', told: 'door' } }]);
    expect(phone.went).toEqual(['navigateBack']);
  });

  it('after cut-off says so, and leads to the order', async () => {
    const closed = { ...shop().round, status: 'closed' as const, closesAt: order().placedAt };
    const page = await open(shop({ round: closed, order: order() }));
    expect(words(page)).toMatch(/已截止.*不能再订或改/);
    await act(page, 'openOrder');
    expect(phone.went).toEqual(['navigateTo ../order/index?orderId=r1%3Ah1']);
  });

  it('goods come to the door of a household under observation', async () => {
    const page = await open(shop({ doorOnly: true }));
    await act(page, 'onQuantity', choose('veg', 1));
    phone.answers({ orderId: 'r1:h1', status: 'placed', version: 1, ordered: 2500, changedAt: '' });
    await act(page, 'order');
    expect(sent()[0]?.input).toMatchObject({ wish: { way: 'door', pointId: null } });
  });
});
