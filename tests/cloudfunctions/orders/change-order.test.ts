import { cartOf, orderNow, quantitiesIn, seenOf, seenPlaced } from '../../support/carts';
import { putFamily } from '../../support/families';
import { newRequestId } from '../../support/forms';
import { putOpenRound, roundItem, stockNow } from '../../support/rounds';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const items = () => ['a', 'b', 'c'].map((itemId) => roundItem(itemId, { limit: 5, stock: 10 }));
const left = (roundId: string) => stockNow(township, roundId).remaining;

/** A round of three things of which there are ten each, and a household that holds three of a and two of b. */
async function ordered() {
  const round = putOpenRound(township, { items: items() });
  const family = putFamily(township, { members: [{ name: '南宫二', birthDate: '1985-06-01' }] });
  const held = { a: 3, b: 2 };
  const placed = await family.phone.get('orders', 'order', cartOf(round, held));
  return { round, ...family, held, placed, now: () => orderNow(township, round._id, family.file._id) };
}

test('more of one, less of another, something new and something gone, all in one edit', async () => {
  const { round, phone, held, placed, now } = await ordered();
  const edit = cartOf(round, { a: 1, c: 4 }, { seen: seenOf(placed, held), note: '少放辣椒' });
  expect(await phone.get('orders', 'order', edit)).toMatchObject({ version: 2, ordered: 5 * 2500 });
  expect(quantitiesIn(now())).toEqual({ a: 1, c: 4 });
  expect(now()).toMatchObject({
    ordered: 12_500,
    due: 12_500,
    note: '少放辣椒',
    version: 2,
    status: 'placed',
  });
  expect(left(round._id)).toEqual({ a: 9, b: 10, c: 6 });
});

test('the same edit again, after its answer got lost, changes nothing more', async () => {
  const { round, phone, held, placed, now } = await ordered();
  const edit = cartOf(round, { a: 5, b: 1 }, { seen: seenOf(placed, held) });
  const first = await phone.get('orders', 'order', edit);
  expect(await phone.get('orders', 'order', edit)).toEqual(first);
  expect(now()!.version).toBe(2);
  expect(left(round._id)).toEqual({ a: 5, b: 9, c: 10 });
});

test('an edit that can not have all it asks for changes nothing, not even what it gives back', async () => {
  const { round, phone, held, placed, now } = await ordered();
  await township.tamper('round_stock', { _id: round._id }, { $set: { 'remaining.c': 1 } });
  const edit = cartOf(round, { a: 1, c: 2 }, { seen: seenOf(placed, held) });
  expect(await phone.call('orders', 'order', edit)).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', fields: { 'lines.1': expect.stringContaining('只剩 1 份') as string } },
  });
  expect(quantitiesIn(now())).toEqual(held);
  expect(left(round._id)).toEqual({ a: 7, b: 8, c: 1 });
});

test('who holds the last ones may keep them in an edit, and is told that there are no more', async () => {
  const { round, phone, held, placed, now } = await ordered();
  await township.tamper('round_stock', { _id: round._id }, { $set: { 'remaining.a': 0 } });
  const seen = seenOf(placed, held);
  expect(await phone.call('orders', 'order', cartOf(round, { a: 4 }, { seen }))).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('没有更多了，您家还是 3 份') as string },
  });
  await phone.get('orders', 'order', cartOf(round, { a: 3, c: 1 }, { seen }));
  expect(quantitiesIn(now())).toEqual({ a: 3, c: 1 });
});

test('what somebody else of the household changed meanwhile is not written over', async () => {
  const { round, phone, phoneOf, held, placed, now } = await ordered();
  const seen = seenOf(placed, held);
  await phoneOf('南宫二', '1985-06-01').get('orders', 'order', cartOf(round, { a: 4, b: 2 }, { seen }));
  expect(await phone.call('orders', 'order', cartOf(round, { a: 3, b: 5 }, { seen }))).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', message: expect.stringContaining('刚被改过') as string },
  });
  expect(quantitiesIn(now())).toEqual({ a: 4, b: 2 });
  expect(left(round._id)).toEqual({ a: 6, b: 8, c: 10 });
});

test('who orders for the first time where the household has ordered is told by whom', async () => {
  const { round, phoneOf, now, held } = await ordered();
  const other = phoneOf('南宫二', '1985-06-01');
  expect(await other.call('orders', 'order', cartOf(round, { c: 5 }))).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', message: expect.stringContaining('南宫测试已经给这一家订好了') as string },
  });
  expect(quantitiesIn(now())).toEqual(held);
  expect(left(round._id)).toEqual({ a: 7, b: 8, c: 10 });
});

test.each([
  ['more than it holds', { a: 5, b: 2 }],
  ['something that it does not hold', { a: 3, b: 2, c: 5 }],
  ['less than it holds', { a: 3 }],
  ['nothing, as if it were cancelled', {}],
])(
  'a phone that claims that the order holds %s changes nothing and takes nothing',
  async (_title, claimed) => {
    const { round, phone, placed, now, held } = await ordered();
    const status = Object.keys(claimed).length === 0 ? 'cancelled' : 'placed';
    const seen = seenOf({ version: placed.version, status }, claimed);
    expect(await phone.call('orders', 'order', cartOf(round, { a: 5, c: 5 }, { seen }))).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    });
    expect(quantitiesIn(now())).toEqual(held);
    expect(left(round._id)).toEqual({ a: 7, b: 8, c: 10 });
  },
);

test('after cut-off nothing is changed or cancelled, not even to less', async () => {
  const { round, phone, placed, held, now } = await ordered();
  await township.tamper('round_stock', { _id: round._id }, { $set: { open: false } });
  const refused = {
    ok: false,
    error: { code: 'CONFLICT', message: expect.stringContaining('已经截止') as string },
  };
  expect(
    await phone.call('orders', 'order', cartOf(round, { a: 1 }, { seen: seenOf(placed, held) })),
  ).toMatchObject(refused);
  const cancel = { requestId: newRequestId(), orderId: placed.orderId, seen: seenPlaced(placed, held) };
  expect(await phone.call('orders', 'cancel', cancel)).toMatchObject(refused);
  expect(now()).toMatchObject({ status: 'placed', version: 1 });
  expect(left(round._id)).toEqual({ a: 7, b: 8, c: 10 });
});

test('cancelled gives all back, once; it may be placed again, by anybody of the household', async () => {
  const { round, phone, phoneOf, placed, held, now } = await ordered();
  const cancel = { requestId: newRequestId(), orderId: placed.orderId, seen: seenPlaced(placed, held) };
  const cancelled = await phone.get('orders', 'cancel', cancel);
  expect(cancelled).toMatchObject({ status: 'cancelled', version: 2, ordered: 0 });
  expect(await phone.get('orders', 'cancel', cancel)).toEqual(cancelled);
  expect(left(round._id)).toEqual({ a: 10, b: 10, c: 10 });
  expect(await phone.call('orders', 'order', cartOf(round, { a: 1 }))).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', message: expect.stringContaining('又取消了') as string },
  });
  const again = cartOf(round, { a: 5 }, { seen: seenOf(cancelled, held) });
  const other = phoneOf('南宫二', '1985-06-01');
  expect(await other.get('orders', 'order', again)).toMatchObject({ status: 'placed', version: 3 });
  expect(await other.get('orders', 'order', again)).toMatchObject({ status: 'placed', version: 3 });
  expect(now()!.changes.map(({ what }) => what)).toEqual(['下单', '取消', '重新下单']);
  expect(left(round._id)).toEqual({ a: 5, b: 10, c: 10 });
  // The first cancelling arrives once more, long after: it was done, and is not done to what was placed since.
  expect(await phone.get('orders', 'cancel', cancel)).toMatchObject({ status: 'placed', version: 3 });
  expect(now()!.status).toBe('placed');
});

test("another household's order can not be changed or cancelled, and is not told of", async () => {
  const { round, placed, held, now } = await ordered();
  const stranger = putFamily(township).phone;
  const cancel = { requestId: newRequestId(), orderId: placed.orderId, seen: seenPlaced(placed, held) };
  expect(await stranger.call('orders', 'cancel', cancel)).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  });
  const edit = cartOf(round, { a: 1 }, { seen: seenOf(placed, held) });
  expect(await stranger.call('orders', 'order', edit)).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  });
  expect(await stranger.call('orders', 'show', { orderId: placed.orderId })).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  });
  expect(now()).toMatchObject({ version: 1 });
  expect(left(round._id)).toEqual({ a: 7, b: 8, c: 10 });
});

test('somebody who came into the household after it ordered, and one who came of age, may change it', async () => {
  const { round, file, phoneOf, placed, held, now } = await ordered();
  const late = { ...file.people[1]!, personId: `${file._id}-late`, name: '南宫三' };
  await township.tamper('households', { _id: file._id }, { $push: { people: late } });
  const phone = phoneOf('南宫三');
  await township.tamper('accounts', { _id: phone.openid }, { $set: { personId: late.personId } });
  await phone.get('orders', 'order', cartOf(round, { a: 1 }, { seen: seenOf(placed, held) }));
  expect(quantitiesIn(now())).toEqual({ a: 1 });
  expect(now()!.adults).toContain(late.personId);
  expect(left(round._id)).toEqual({ a: 9, b: 10, c: 10 });
});

test('a household that moved, or whose file was returned, still changes and cancels what it ordered', async () => {
  const { round, file, phone, placed, held } = await ordered();
  const { gridPath } = township.there.team;
  await township.tamper(
    'households',
    { _id: file._id },
    { $set: { status: 'returned', gridPath, gridId: gridPath.at(-1) } },
  );
  const next = await phone.get('orders', 'order', cartOf(round, { a: 1 }, { seen: seenOf(placed, held) }));
  const seen = seenPlaced(next, { a: 1 });
  await phone.get('orders', 'cancel', { requestId: newRequestId(), orderId: placed.orderId, seen });
  expect(left(round._id)).toEqual({ a: 10, b: 10, c: 10 });
});

test('what a price was changed to since is refused in an edit as well', async () => {
  const { round, phone, placed, held, now } = await ordered();
  await township.tamper('round_stock', { _id: round._id }, { $set: { 'price.a': 9900 } });
  const seen = seenOf(placed, held);
  expect(await phone.call('orders', 'order', cartOf(round, { a: 4, b: 2 }, { seen }))).toMatchObject({
    ok: false,
    error: { fields: { 'lines.0': expect.stringContaining('99 元') as string } },
  });
  await phone.get('orders', 'order', cartOf(round, { b: 2 }, { seen }));
  expect(now()!.ordered).toBe(5000);
});

test('an order remembers its latest acts only, and who did them', async () => {
  const { round, phone, placed, now } = await ordered();
  let seen = seenOf(placed, { a: 3, b: 2 });
  for (let n = 1; n <= 22; n += 1) {
    const next = { a: (n % 4) + 1 };
    const stands = await phone.get('orders', 'order', cartOf(round, next, { seen }));
    seen = seenOf(stands, next);
  }
  expect(now()!.changes).toHaveLength(20);
  expect(now()!.version).toBe(23);
  expect(left(round._id)).toEqual({ a: 10 - 3, b: 10, c: 10 });
});
