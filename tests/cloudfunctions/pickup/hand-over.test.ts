import { chinaTime, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import {
  entriesOf,
  handers,
  handOverForm,
  orderLine,
  orderNow,
  putArrivedRound,
  putShare,
} from '../../support/arrived-rounds';
import { newRequestId } from '../../support/forms';
import { roundNow } from '../../support/rounds';
import { useTownship } from '../../support/township';

const township = useTownship({ timers: false });
const at = (minutesAgo: number): string =>
  toTimestamp(chinaTime(township.simulator.clock.now()).subtract(minutesAgo, 'minute'));
const twoEggs = () => {
  const round = putArrivedRound(township);
  return putShare(township, round, {
    lines: [orderLine(round, 'veg'), orderLine(round, 'egg', { quantity: 2 })],
  });
};
const words = (reply: { ok: boolean; error?: { message: string } }): string =>
  reply.ok ? '' : (reply.error?.message ?? '');

test('a household fetches all that it gets and pays: one entry says so', async () => {
  const order = twoEggs();
  const row = await handers(township).seller().get('pickup', 'handOver', handOverForm(order));
  expect(row).toMatchObject({ due: 7200, delivered: 7200, paid: 7200 });
  expect(row.handOver.status).toBe('collected');
  expect(entriesOf(township, order)).toMatchObject([
    { kind: 'handOver', delivered: { veg: 1, egg: 2 }, goods: 7200, money: 7200, method: 'cash' },
  ]);
  expect(orderNow(township, order._id).changes.at(-1)!.what).toBe('领走蔬菜包 1 份、鸡蛋 2 盒，收了 72 元');
});

test('the same hand-over out of a phone that had no network is one entry, however often it arrives', async () => {
  const order = twoEggs();
  const form = handOverForm(order, { at: at(40) });
  const seller = handers(township).seller();
  const replies = await Promise.all([1, 2, 3, 4].map(() => seller.call('pickup', 'handOver', form)));
  expect(replies.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  const again = await seller.get('pickup', 'handOver', form);
  expect(again).toMatchObject({ delivered: 7200, paid: 7200, version: 2 });
  expect(entriesOf(township, order)).toHaveLength(1);
  expect(entriesOf(township, order)[0]!.at).toBe(form.at);
});

test('part now and the rest later add up, in whichever order they arrive', async () => {
  const order = twoEggs();
  const seller = handers(township).seller();
  const first = handOverForm(order, { lines: [{ itemId: 'veg', quantity: 1 }], money: 2500, at: at(60) });
  const second = handOverForm(order, { lines: [{ itemId: 'egg', quantity: 2 }], money: 4700, at: at(30) });
  await seller.get('pickup', 'handOver', second);
  const row = await seller.get('pickup', 'handOver', first);
  expect(row).toMatchObject({ delivered: 7200, paid: 7200 });
  expect(row.handOver.at).toBe(second.at);
  const { entries } = await seller.get('pickup', 'show', { orderId: order._id });
  expect(entries.map(({ at: moment, amount }) => [moment, amount])).toEqual([
    [first.at, 2500],
    [second.at, 4700],
  ]);
});

test('a phone whose clock is wrong loses no hand-over: it counts from when it arrives', async () => {
  const seller = handers(township).seller();
  for (const said of [at(-90), at(60 * 24 * 30)]) {
    const order = twoEggs();
    await seller.get('pickup', 'handOver', handOverForm(order, { at: said }));
    const [entry] = entriesOf(township, order);
    expect(entry!.at).toBe(entry!.bookedAt);
  }
});

test('two people hand over the same order at two points: one does, the other is told by whom, when and what to do', async () => {
  const order = twoEggs();
  const { seller, leader } = handers(township);
  const replies = await Promise.all([
    seller().call('pickup', 'handOver', handOverForm(order)),
    leader().call('pickup', 'handOver', handOverForm(order)),
  ]);
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = replies.find(({ ok }) => !ok)!;
  expect(refused).toMatchObject({ error: { code: 'CONFLICT' } });
  expect(words(refused)).toMatch(
    /^这一单 \d+月\d+日 \d\d:\d\d 已经由测试人员交过货。蔬菜包已经交完，鸡蛋已经交完。这次没有记上，多拿的货请收回，收了钱的请退给住户$/,
  );
  expect(entriesOf(township, order)).toHaveLength(1);
  expect(orderNow(township, order._id)).toMatchObject({ delivered: 7200, paid: 7200 });
});

test('of what is partly gone, the one who comes second hears how much is left', async () => {
  const order = twoEggs();
  const seller = handers(township).seller();
  await seller.get(
    'pickup',
    'handOver',
    handOverForm(order, { lines: [{ itemId: 'egg', quantity: 1 }], money: 0 }),
  );
  const reply = await seller.call('pickup', 'handOver', handOverForm(order));
  expect(words(reply)).toContain('鸡蛋只剩 1 盒没交');
  expect(words(reply)).not.toContain('蔬菜包');
});

test('who pays too little owes the rest, and pays it later; who owes nothing pays nothing more', async () => {
  const order = twoEggs();
  const { seller, member } = handers(township);
  const row = await seller().get('pickup', 'handOver', handOverForm(order, { money: 5000 }));
  expect(row).toMatchObject({ delivered: 7200, paid: 5000 });
  const payment = { requestId: newRequestId(), orderId: order._id, money: 2200, method: 'phone' as const };
  await member().get('pickup', 'takePayment', payment);
  expect(await member().get('pickup', 'takePayment', payment)).toMatchObject({ paid: 7200 });
  expect(
    entriesOf(township, order)
      .map(({ kind, money, method }) => [kind, money, method])
      .sort(),
  ).toEqual([
    ['handOver', 5000, 'cash'],
    ['payment', 2200, 'phone'],
  ]);
  const more = await seller().call('pickup', 'takePayment', {
    ...payment,
    requestId: newRequestId(),
    money: 100,
  });
  expect(words(more)).toBe(
    '这一单该付 72 元，已经收了 72 元。这次多收了 1 元，没有记上。请退给住户，再按实收填写',
  );
});

test('who pays too much gets it back at the counter: nothing is booked', async () => {
  const order = twoEggs();
  const reply = await handers(township)
    .seller()
    .call('pickup', 'handOver', handOverForm(order, { money: 10000 }));
  expect(words(reply)).toBe('这一单该付 72 元。这次多收了 28 元，没有记上。请退给住户，再按实收填写');
  expect(entriesOf(township, order)).toEqual([]);
  expect(orderNow(township, order._id)).toEqual(order);
});

test('after a shortage no more is handed over than the share, and what comes instead has its own price', async () => {
  const round = putArrivedRound(township, {
    changes: {
      substitutes: {
        egg: { itemId: 'duck-egg', quantity: 20, name: '鸭蛋', spec: '10 个', unit: '板', price: 2000 },
      },
    },
  });
  const order = putShare(township, round, {
    lines: [
      orderLine(round, 'veg', { quantity: 2, allotted: 1 }),
      orderLine(round, 'egg', {
        quantity: 2,
        allotted: 1,
        substitute: { itemId: 'duck-egg', quantity: 1, price: 2000 },
      }),
    ],
  });
  const seller = handers(township).seller();
  const tooMuch = await seller.call(
    'pickup',
    'handOver',
    handOverForm(order, { lines: [{ itemId: 'veg', quantity: 2 }], money: 0 }),
  );
  expect(words(tooMuch)).toContain('蔬菜包只剩 1 份没交');
  const none = await seller.call(
    'pickup',
    'handOver',
    handOverForm(order, { lines: [{ itemId: 'veg', quantity: 1, substituteQuantity: 1 }], money: 0 }),
  );
  expect(none).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { 'lines.0.substituteQuantity': expect.any(String) as string } },
  });
  const row = await seller.get('pickup', 'handOver', handOverForm(order));
  expect(row).toMatchObject({ delivered: 2500 + 2350 + 2000, paid: 6850, due: 6850 });
  expect(row.lines[1]!.substitute).toMatchObject({ name: '鸭蛋', delivered: 1 });
  const { items } = await seller.get('pickup', 'leftovers', { roundId: round._id });
  expect(items.find(({ itemId }) => itemId === 'duck-egg')).toMatchObject({
    came: 20,
    delivered: 1,
    left: 19,
  });
});

test('goods that have not come, and orders that were cancelled, are not handed over', async () => {
  const seller = handers(township).seller();
  const notYet = putArrivedRound(township, { changes: { status: 'purchasing' } });
  const early = await seller.call('pickup', 'handOver', handOverForm(putShare(township, notYet)));
  expect(words(early)).toBe('这一批还没登记到货。请供货方先点“货到了”，再交货');
  const order = putShare(township, putArrivedRound(township), { changes: { status: 'cancelled' } });
  const cancelled = await seller.call('pickup', 'handOver', handOverForm(order));
  expect(words(cancelled)).toBe('这一单住户已经取消了，没有货也不收钱');
});

test('the first thing that is handed out begins the handing out; after that the round is not cancelled', async () => {
  const round = putArrivedRound(township, { changes: { status: 'arrived' } });
  const order = putShare(township, round);
  const { seller, leader } = handers(township);
  const half = (itemId: string) => handOverForm(order, { lines: [{ itemId, quantity: 1 }], money: 0 });
  const replies = await Promise.all([
    seller().call('pickup', 'handOver', half('veg')),
    leader().call('pickup', 'handOver', half('egg')),
  ]);
  expect(replies.map(({ ok }) => ok)).toEqual([true, true]);
  const now = roundNow(township, round._id);
  expect(now).toMatchObject({ status: 'distributing', version: round.version + 1 });
  const cancel = {
    requestId: newRequestId(),
    roundId: round._id,
    version: now.version,
    reason: '供货方不来了',
  };
  expect(await leader().call('rounds', 'cancel', cancel)).toMatchObject({ error: { code: 'CONFLICT' } });
});

test('while shares are still being made nothing is handed over', async () => {
  const at0 = toTimestamp(chinaTime(township.simulator.clock.now()));
  const round = putArrivedRound(township, {
    changes: { status: 'arrived', job: { step: 'allot', cursor: '', since: at0 } },
  });
  const reply = await handers(township)
    .seller()
    .call('pickup', 'handOver', handOverForm(putShare(township, round)));
  expect(words(reply)).toBe('还在算每家分多少，请过一分钟再交货');
});

test('what is left at a door is left with a photo', async () => {
  const order = twoEggs();
  const seller = handers(township).seller();
  const without = await seller.call('pickup', 'handOver', handOverForm(order, { how: 'left', money: 0 }));
  expect(without).toMatchObject({ error: { fields: { photo: '放在门口的，请拍一张照片再交' } } });
  const photo = `cloud://e.b/deliveries/${newRequestId()}/${newRequestId()}.jpg`;
  const row = await seller.get('pickup', 'handOver', handOverForm(order, { how: 'left', photo, money: 0 }));
  expect(row.handOver).toMatchObject({ status: 'left', hasPhoto: true });
});

test('something that is not on the order, or nothing at all, is refused beside it', async () => {
  const order = twoEggs();
  const seller = handers(township).seller();
  const other = await seller.call(
    'pickup',
    'handOver',
    handOverForm(order, { lines: [{ itemId: 'soy', quantity: 1 }] }),
  );
  expect(other).toMatchObject({ error: { fields: { 'lines.0.itemId': expect.any(String) as string } } });
  const nothing = await seller.call(
    'pickup',
    'handOver',
    handOverForm(order, { lines: [{ itemId: 'veg', quantity: 0 }] }),
  );
  expect(nothing).toMatchObject({ error: { fields: { lines: '请勾选交了什么' } } });
});
