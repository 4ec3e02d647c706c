import { cartOf, orderNow, quantitiesIn, seenOf } from '../../support/carts';
import { putFamily } from '../../support/families';
import { newRequestId } from '../../support/forms';
import { putOpenRound, roundItem, stockNow } from '../../support/rounds';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const left = (roundId: string, itemId = 'egg') => stockNow(township, roundId).remaining[itemId];

test('a household orders: its order stands with prices and sum, and the stock is smaller by it', async () => {
  const round = putOpenRound(township);
  const { phone, file } = putFamily(township, { members: [{ name: '南宫小满', birthDate: '2015-03-08' }] });
  const placed = await phone.get('orders', 'order', {
    ...cartOf(round, { veg: 2, egg: 1 }),
    note: '放门卫那里',
    wish: { way: 'pickup', pointId: 'p2' },
    substitutes: true,
  });
  expect(placed).toMatchObject({ status: 'placed', version: 1, ordered: 2 * 2500 + 2350 });
  expect(orderNow(township, round._id, file._id)).toMatchObject({
    _id: placed.orderId,
    householdId: file._id,
    gridPath: file.gridPath,
    ordered: 7350,
    due: 7350,
    delivered: 0,
    paid: 0,
    substitutes: true,
    note: '放门卫那里',
    wish: { way: 'pickup', pointId: 'p2' },
    placedBy: { openid: phone.openid, how: 'member', told: null },
    adults: [file.people[0]!.personId],
  });
  expect(left(round._id)).toBe(19);
});

test('the same request again, after its answer got lost, answers the same order and takes nothing more', async () => {
  const round = putOpenRound(township);
  const { phone } = putFamily(township);
  const cart = cartOf(round, { egg: 1 });
  const placed = await phone.get('orders', 'order', cart);
  expect(await phone.get('orders', 'order', cart)).toEqual(placed);
  expect(left(round._id)).toBe(19);
});

test('the same request again is answered even when it took the last, and even after cut-off', async () => {
  const round = putOpenRound(township, { items: [roundItem('egg', { stock: 1, limit: 1 })] });
  const { phone } = putFamily(township);
  const cart = cartOf(round, { egg: 1 });
  const placed = await phone.get('orders', 'order', cart);
  expect(await phone.get('orders', 'order', cart)).toEqual(placed);
  await township.tamper('round_stock', { _id: round._id }, { $set: { open: false } });
  expect(await phone.get('orders', 'order', cart)).toEqual(placed);
  await township.tamper(
    'households',
    { _id: placed.orderId.split(':')[1] },
    { $set: { status: 'returned' } },
  );
  expect(await phone.get('orders', 'order', cart)).toEqual(placed);
  expect(left(round._id)).toBe(0);
});

test.each([
  ['more than is left', { egg: 3 }, /只剩 2 份/],
  ['more than the limit', { veg: 3 }, /每家最多 2 份/],
  ['something that the round does not have', { other: 1 }, /这一批没有了/],
])('%s is refused beside its line, and nothing is taken', async (_title, quantities, told) => {
  const items = [roundItem('veg', { stock: 9 }), roundItem('egg', { stock: 2, limit: 9 })];
  const round = putOpenRound(township, { items });
  const { phone, file } = putFamily(township);
  const reply = await phone.call(
    'orders',
    'order',
    cartOf(round, { ...quantities, ...(!('veg' in quantities) && { veg: 1 }) }),
  );
  expect(reply).toMatchObject({
    ok: false,
    error: {
      code: 'CONFLICT',
      message: expect.stringMatching(told) as string,
      fields: { 'lines.0': expect.stringMatching(told) as string },
    },
  });
  expect(stockNow(township, round._id).remaining).toEqual({ veg: 9, egg: 2 });
  expect(orderNow(township, round._id, file._id)).toBeUndefined();
});

test('sold out is said so', async () => {
  const round = putOpenRound(township, { items: [roundItem('egg', { stock: 0 })] });
  const reply = await putFamily(township).phone.call('orders', 'order', cartOf(round, { egg: 1 }));
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', message: expect.stringContaining('订完了') as string },
  });
});

test('another price than the one that was shown is refused with the new one, never charged', async () => {
  const round = putOpenRound(township);
  const { phone } = putFamily(township);
  await township.tamper('round_stock', { _id: round._id }, { $set: { 'price.veg': 2600 } });
  const reply = await phone.call('orders', 'order', cartOf(round, { veg: 1 }));
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', fields: { 'lines.0': expect.stringContaining('26 元') as string } },
  });
});

test('after cut-off a clear refusal, to the second, also when the leader closed early', async () => {
  const round = putOpenRound(township);
  const early = putOpenRound(township);
  const { phone } = putFamily(township);
  await township.tamper('round_stock', { _id: early._id }, { $set: { open: false } });
  const refused = {
    ok: false,
    error: { code: 'CONFLICT', message: expect.stringContaining('已经截止') as string },
  };
  expect(await phone.call('orders', 'order', cartOf(early, { veg: 1 }))).toMatchObject(refused);
  const before = township.simulator.clock.now();
  try {
    await township.simulator.clock.set(Date.parse(round.closesAt));
    expect(await phone.call('orders', 'order', cartOf(round, { veg: 1 }))).toMatchObject(refused);
    expect(stockNow(township, round._id).takenAt).toBe('');
  } finally {
    await township.simulator.clock.set(before);
  }
});

test('a round that was cancelled says so; one that nobody knows, and a draft, are not found', async () => {
  const { phone } = putFamily(township);
  const cancelled = putOpenRound(township, { changes: { status: 'cancelled' } });
  const draft = putOpenRound(township, { changes: { status: 'draft' } });
  expect(await phone.call('orders', 'order', cartOf(cancelled, { veg: 1 }))).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', message: expect.stringContaining('已经取消') as string },
  });
  for (const roundId of [draft._id, 'round-of-nobody'])
    expect(await phone.call('orders', 'order', cartOf(draft, { veg: 1 }, { roundId }))).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
});

describe('who may order', () => {
  const refusedWith = (text: string) => ({
    ok: false,
    error: { code: 'FORBIDDEN', message: expect.stringContaining(text) as string },
  });

  test('a household of another village may not', async () => {
    const round = putOpenRound(township);
    const { phone } = putFamily(township, { gridPath: township.there.team.gridPath });
    expect(await phone.call('orders', 'order', cartOf(round, { veg: 1 }))).toMatchObject(
      refusedWith('不在您家的网格'),
    );
  });

  test.each([
    ['submitted', '还没核实'],
    ['returned', '退回'],
    ['closed', '已经关闭'],
  ] as const)('a file that is %s may not', async (status, told) => {
    const round = putOpenRound(township);
    const { phone } = putFamily(township, { changes: { status } });
    expect(await phone.call('orders', 'order', cartOf(round, { veg: 1 }))).toMatchObject(refusedWith(told));
  });

  test('a child may not, on the first day of eighteen it may', async () => {
    const round = putOpenRound(township);
    const now = new Date(township.simulator.clock.now() + 8 * 3_600_000);
    const birthday = (days: number) => {
      const day = new Date(now.valueOf() + days * 86_400_000).toISOString().slice(0, 10);
      return `${Number(day.slice(0, 4)) - 18}${day.slice(4)}`;
    };
    const members = [
      { name: '小南宫', birthDate: birthday(1) },
      { name: '大南宫', birthDate: birthday(0) },
    ];
    const { phoneOf } = putFamily(township, { members });
    const child = phoneOf('小南宫', members[0]!.birthDate);
    expect(await child.call('orders', 'order', cartOf(round, { veg: 1 }))).toMatchObject(
      refusedWith('18 岁'),
    );
    const grown = phoneOf('大南宫', members[1]!.birthDate);
    const placed = await grown.get('orders', 'order', cartOf(round, { veg: 1 }));
    const edit = cartOf(round, { veg: 2 }, { seen: seenOf(placed, { veg: 1 }) });
    expect(await child.call('orders', 'order', edit)).toMatchObject(refusedWith('18 岁'));
    expect(stockNow(township, round._id).takenAt).not.toBe('');
  });

  test('a round for the care categories takes nobody else', async () => {
    const round = putOpenRound(township, { changes: { audience: 'care' } });
    const cart = cartOf(round, { veg: 1 });
    expect(await putFamily(township).phone.call('orders', 'order', cart)).toMatchObject(
      refusedWith('七类人'),
    );
    const cared = putFamily(township, { care: ['disabled'] });
    expect(await cared.phone.call('orders', 'order', cart)).toMatchObject({ ok: true });
  });

  test('a round of some teams takes no other team of the village', async () => {
    const round = putOpenRound(township, { gridIds: [township.here.team.gridId] });
    const other = township
      .documents<{ _id: string; path: string[] }>('grids')
      .find(
        ({ _id, path }) =>
          path.length === 3 && path[1] === township.here.gridId && _id !== township.here.team.gridId,
      )!;
    const { phone } = putFamily(township, { gridPath: other.path });
    expect(await phone.call('orders', 'order', cartOf(round, { veg: 1 }))).toMatchObject(
      refusedWith('不在您家的网格'),
    );
  });
});

test('a point that the round does not have is refused beside the wish', async () => {
  const round = putOpenRound(township);
  const cart = cartOf(round, { veg: 1 }, { wish: { way: 'pickup', pointId: 'p9' } });
  expect(await putFamily(township).phone.call('orders', 'order', cart)).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', fields: { 'wish.pointId': expect.stringContaining('重新选') as string } },
  });
});

describe('a drug of the four classes', () => {
  const drug = roundItem('ibu', {
    name: '布洛芬缓释胶囊',
    unit: '盒',
    category: 'medicine',
    drugClass: 'fever',
    stock: 9,
  });

  test('is not sold without saying who takes it, nor for somebody of another household', async () => {
    const round = putOpenRound(township, { items: [drug] });
    const { phone } = putFamily(township);
    const cart = cartOf(round, { ibu: 1 });
    expect(await phone.call('orders', 'order', cart)).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', fields: { 'lines.0': expect.stringContaining('给家里谁用') as string } },
    });
    const stranger = putFamily(township).file.people[0]!.personId;
    const lines = cart.lines.map((line) => ({ ...line, patientId: stranger }));
    expect(await phone.call('orders', 'order', { ...cart, lines })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', fields: { 'lines.0.patientId': expect.any(String) as string } },
    });
    expect(left(round._id, 'ibu')).toBe(9);
  });

  test('asks the village doctor to take the temperature, once however often it is ordered', async () => {
    const round = putOpenRound(township, { items: [drug, roundItem('veg')] });
    const { phone, file } = putFamily(township);
    const patientId = file.people[0]!.personId;
    const cart = cartOf(round, { ibu: 1, veg: 1 });
    const withPatient = cart.lines.map((line) => (line.itemId === 'ibu' ? { ...line, patientId } : line));
    const placed = await phone.get('orders', 'order', { ...cart, lines: withPatient });
    const more = withPatient.map((line) => ({ ...line, quantity: 2 }));
    await phone.get('orders', 'order', {
      ...cart,
      requestId: newRequestId(),
      lines: more,
      seen: seenOf(placed, { ibu: 1, veg: 1 }),
    });
    expect(orderNow(township, round._id, file._id)!.lines).toMatchObject([
      { itemId: 'ibu', quantity: 2, patientId, patientName: '南宫测试' },
      { itemId: 'veg', quantity: 2, patientId: null },
    ]);
    const tasks = township.documents<{ personId: string; because: string }>('medicine_tasks');
    expect(tasks.filter(({ personId }) => personId === patientId)).toMatchObject([
      { because: expect.stringContaining('布洛芬缓释胶囊 2 盒') as string },
    ]);
  });
});

test('items without a stock are never sold out', async () => {
  const round = putOpenRound(township, { items: [roundItem('veg', { stock: null })] });
  const { phone, file } = putFamily(township);
  await phone.get('orders', 'order', cartOf(round, { veg: 2 }));
  expect(quantitiesIn(orderNow(township, round._id, file._id))).toEqual({ veg: 2 });
});
