import type { PersonRecord } from '../../../cloudfunctions/registration/household.document';
import { cartOf, seenOf } from '../../support/carts';
import { putFamily } from '../../support/families';
import { newRequestId } from '../../support/forms';
import { putFinishedObservation } from '../../support/finished-observations';
import { ordersNow } from '../../support/placed-orders';
import { putOpenRound, roundItem } from '../../support/rounds';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });

test('the shop shows what there is, how many are left, and the order as somebody else of the household placed it', async () => {
  const items = [roundItem('veg', { stock: null }), roundItem('egg', { stock: 20, limit: 3 })];
  const round = putOpenRound(township, { items });
  const { phone, phoneOf, file } = putFamily(township);
  await phoneOf('老伴').get('orders', 'order', { ...cartOf(round, { egg: 3 }), need: '要一瓶酱油' });
  const shop = await phone.get('orders', 'shop', { roundId: round._id });
  expect(shop).toMatchObject({
    round: { roundId: round._id, title: '蔬菜肉蛋团购', status: 'open', itemCount: 2 },
    items: [
      { itemId: 'veg', left: null },
      { itemId: 'egg', left: 17, price: 2500, limit: 3 },
    ],
    householdId: file._id,
    order: {
      status: 'placed',
      version: 1,
      lines: [{ itemId: 'egg', name: '蔬菜包 egg', ordered: 3, allotted: null, delivered: null }],
      placedBy: { name: '老伴', isMe: false },
      need: { text: '要一瓶酱油', done: null },
    },
    last: null,
    doorOnly: false,
    people: [{ personId: file.people[0]!.personId, name: '南宫测试' }],
    refusal: null,
  });
  expect(shop.distribution).toEqual(round.distribution);
});

test('the same as last time: as far as this round has it and allows it', async () => {
  const before = putOpenRound(township, { items: ['a', 'b', 'c'].map((id) => roundItem(id, { limit: 9 })) });
  const { phone } = putFamily(township);
  await phone.get('orders', 'order', cartOf(before, { a: 5, b: 1 }));
  const round = putOpenRound(township, { items: [roundItem('a', { limit: 2 }), roundItem('d')] });
  expect((await phone.get('orders', 'shop', { roundId: round._id })).last).toEqual({
    roundTitle: '蔬菜肉蛋团购',
    lines: [{ itemId: 'a', quantity: 2 }],
  });
});

test('a household with somebody under observation at home is told that goods come to its door', async () => {
  const round = putOpenRound(township);
  const { phone, file } = putFamily(township);
  putFinishedObservation(township, file._id, {
    person: (people: readonly PersonRecord[]) => people[0]!,
    changes: () => ({ measure: 'homeObservation', status: 'active' }),
  });
  expect(await phone.get('orders', 'shop', { roundId: round._id })).toMatchObject({ doorOnly: true });
});

test('who may not order is told so before the cart is filled', async () => {
  const round = putOpenRound(township, { changes: { audience: 'care' } });
  const shopOf = async (changes: Parameters<typeof putFamily>[1]) =>
    putFamily(township, changes).phone.get('orders', 'shop', { roundId: round._id });
  expect((await shopOf({})).refusal).toContain('七类人');
  expect((await shopOf({ care: ['disabled'] })).refusal).toBeNull();
  expect((await shopOf({ care: ['disabled'], changes: { status: 'submitted' } })).refusal).toContain(
    '还没核实',
  );
});

test('a round of another village, and a draft, are no shop', async () => {
  const { phone } = putFamily(township);
  const elsewhere = putOpenRound(township, { gridPath: township.there.gridPath });
  const draft = putOpenRound(township, { changes: { status: 'draft' } });
  for (const { _id: roundId } of [elsewhere, draft])
    expect(await phone.call('orders', 'shop', { roundId })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
});

test('a grid member opens the shop for a household, and that is recorded', async () => {
  const round = putOpenRound(township);
  const { file } = putFamily(township, { care: ['disabled'] });
  const member = township.as(township.holderOf('gridMember', township.here.team.gridPath));
  expect(await member.get('orders', 'shopFor', { roundId: round._id, householdId: file._id })).toMatchObject({
    householdId: file._id,
    headName: '南宫测试',
    refusal: null,
  });
  const entries = township.documents<{ action: string; householdId: string; gridPath: string[] }>('audit');
  expect(entries.filter(({ householdId }) => householdId === file._id)).toMatchObject([
    { action: 'orders.shopFor', gridPath: file.gridPath },
  ]);
});

test('what is offered to me: open rounds of my grids, soonest cut-off first, with what my household did', async () => {
  const { phone } = putFamily(township);
  const later = putOpenRound(township, { changes: { closesAt: '2099-01-02T08:00:00+08:00' } });
  const sooner = putOpenRound(township, { changes: { closesAt: '2099-01-01T08:00:00+08:00' } });
  const over = putOpenRound(township, { changes: { status: 'closed' } });
  const elsewhere = putOpenRound(township, { gridPath: township.there.gridPath });
  await phone.get('orders', 'order', cartOf(later, { veg: 1 }));
  const { rounds } = await phone.get('orders', 'offered', {});
  const ids = rounds.map(({ round }) => round.roundId);
  expect(ids.indexOf(sooner._id)).toBeLessThan(ids.indexOf(later._id));
  expect(ids).not.toContain(over._id);
  expect(ids).not.toContain(elsewhere._id);
  expect(rounds.find(({ round }) => round.roundId === later._id)).toMatchObject({
    order: { status: 'placed', version: 1, ordered: 2500 },
    refusal: null,
  });
  expect(rounds.find(({ round }) => round.roundId === sooner._id)!.order).toBeNull();
});

test('my orders come newest first, a page at a time, and nobody else’s are among them', async () => {
  const { phone, file } = putFamily(township);
  const rounds = Array.from({ length: 23 }, () => putOpenRound(township));
  for (const round of rounds) {
    await township.simulator.clock.advance(1000);
    await phone.get('orders', 'order', cartOf(round, { veg: 1 }));
  }
  await putFamily(township).phone.get('orders', 'order', cartOf(rounds[0]!, { veg: 1 }));
  const first = await phone.get('orders', 'mine', {});
  const rest = await phone.get('orders', 'mine', { after: first.next! });
  expect(rest.next).toBeNull();
  const all = [...first.orders, ...rest.orders];
  expect(all.map(({ roundId }) => roundId)).toEqual(rounds.map(({ _id }) => _id).reverse());
  expect(new Set(all.map(({ householdId }) => householdId))).toEqual(new Set([file._id]));
});

describe('what is not on the list', () => {
  const member = (path = township.here.team.gridPath) => township.as(township.holderOf('gridMember', path));
  const mineAmong = <T extends { householdId: string }>(rows: readonly T[], householdId: string): T[] =>
    rows.filter((row) => row.householdId === householdId);

  test('becomes a task of the grid member, is answered once, and the household reads the answer', async () => {
    const round = putOpenRound(township);
    const { phone, file } = putFamily(township);
    const placed = await phone.get('orders', 'order', {
      ...cartOf(round, { veg: 1 }),
      need: '孩子要三段奶粉',
    });
    const [row] = mineAmong((await member().get('orders', 'needs', { status: 'open' })).rows, file._id);
    expect(row).toMatchObject({
      text: '孩子要三段奶粉',
      headName: '南宫测试',
      roundTitle: '蔬菜肉蛋团购',
      done: null,
    });
    const reply = {
      requestId: newRequestId(),
      orderId: placed.orderId,
      at: row!.at,
      answer: '明天从镇上带来',
    };
    const done = await member().get('orders', 'answerNeed', reply);
    expect(done).toMatchObject({ done: { answer: '明天从镇上带来', byName: '测试人员' } });
    expect(await member().get('orders', 'answerNeed', reply)).toEqual(done);
    const other = township.as(township.holderOf('gridMember', township.here.team.gridPath, '2'));
    expect(
      await other.call('orders', 'answerNeed', { ...reply, requestId: newRequestId(), answer: '买不到' }),
    ).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect(mineAmong((await member().get('orders', 'needs', { status: 'open' })).rows, file._id)).toEqual([]);
    expect(
      mineAmong((await member().get('orders', 'needs', { status: 'done' })).rows, file._id),
    ).toHaveLength(1);
    expect(await phone.get('orders', 'show', { orderId: placed.orderId })).toMatchObject({
      need: { done: { answer: '明天从镇上带来' } },
    });
  });

  test('an answer does not stop the household from changing its order; another need is another task', async () => {
    const round = putOpenRound(township);
    const { phone, file } = putFamily(township);
    const placed = await phone.get('orders', 'order', { ...cartOf(round, { veg: 1 }), need: '一把扫帚' });
    const [row] = mineAmong((await member().get('orders', 'needs', { status: 'open' })).rows, file._id);
    const answer = { orderId: placed.orderId, at: row!.at, answer: '已经买到' };
    await member().get('orders', 'answerNeed', { ...answer, requestId: newRequestId() });
    const edited = await phone.get(
      'orders',
      'order',
      cartOf(round, { veg: 2 }, { seen: seenOf(placed, { veg: 1 }) }),
    );
    expect(ordersNow(township, round._id)[0]!.need!.done).not.toBeNull();
    await township.simulator.clock.advance(1000);
    const more = cartOf(round, { veg: 2 }, { seen: seenOf(edited, { veg: 2 }) });
    const again = await phone.get('orders', 'order', { ...more, need: '再要一个簸箕' });
    const rows = mineAmong((await member().get('orders', 'needs', { status: 'open' })).rows, file._id);
    expect(rows).toMatchObject([{ text: '再要一个簸箕' }]);
    expect(
      await member().call('orders', 'answerNeed', { ...answer, requestId: newRequestId() }),
    ).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    });
    await phone.get('orders', 'order', {
      ...cartOf(round, { veg: 2 }, { seen: seenOf(again, { veg: 2 }) }),
      need: '',
    });
    expect(mineAmong((await member().get('orders', 'needs', { status: 'open' })).rows, file._id)).toEqual([]);
  });

  test('nobody elsewhere sees or answers it', async () => {
    const round = putOpenRound(township);
    const { phone, file } = putFamily(township);
    const placed = await phone.get('orders', 'order', {
      ...cartOf(round, { veg: 1 }),
      need: '要一盒感冒冲剂',
    });
    const stranger = member(township.there.team.gridPath);
    const { rows } = await stranger.get('orders', 'needs', { status: 'open' });
    expect(mineAmong(rows, file._id)).toEqual([]);
    const { at } = ordersNow(township, round._id)[0]!.need!;
    expect(
      await stranger.call('orders', 'answerNeed', {
        requestId: newRequestId(),
        orderId: placed.orderId,
        at,
        answer: '知道了',
      }),
    ).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});
