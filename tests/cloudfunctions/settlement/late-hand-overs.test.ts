import {
  entriesOf,
  handOverForm,
  householdsHere,
  orderNow,
  putArrivedRound,
  putShare,
} from '../../support/arrived-rounds';
import { newRequestId } from '../../support/forms';
import { useTownship } from '../../support/township';
import { act, settling } from './settling';

const township = useTownship({ timers: false });
const { people, settlementNow, threeOrders, count, signed, settledRound } = settling(township);

test('a hand-over that arrives after the round was settled is refused in words that say what to do', async () => {
  const { round, orders } = await settledRound();
  const { seller, member } = people();
  const waiting = orders[2]!;
  const before = orderNow(township, waiting._id);
  const late = await seller().call('pickup', 'handOver', handOverForm(waiting));
  expect(late).toMatchObject({
    error: {
      code: 'CONFLICT',
      message: expect.stringMatching(
        /^这一批 \d+月\d+日 \d\d:\d\d 已经由测试人员结清，这次交货没有记上。请告诉网格长，由他给这一单做一次“更正”$/,
      ) as string,
    },
  });
  const refund = await seller().call('pickup', 'refund', {
    requestId: newRequestId(),
    orderId: orders[0]!._id,
    lines: [],
    money: 100,
    reason: '收多了',
  });
  expect(refund).toMatchObject({ error: { message: expect.stringContaining('这次退款没有记上') as string } });
  const missing = await member().call('pickup', 'noShow', {
    requestId: newRequestId(),
    orderId: waiting._id,
  });
  expect(missing).toMatchObject({
    error: { message: expect.stringContaining('这次没来领没有记上') as string },
  });
  expect(orderNow(township, waiting._id)).toEqual(before);
  expect(entriesOf(township, { roundId: round._id })).toHaveLength(2);
});

test('a hand-over that was booked before is answered as booked, also when it is sent again after the round was settled', async () => {
  const { round, orders } = await threeOrders();
  const form = handOverForm(orders[2]!);
  await people().seller().get('pickup', 'handOver', form);
  await count(round, 9700);
  const seen = { delivered: 14550, paid: 13700, cash: 9700 };
  await signed(round, seen);
  await people()
    .leader()
    .get('settlement', 'settle', { ...act(round), seen, explanation: '一户下周给' });
  const again = await people().seller().get('pickup', 'handOver', form);
  expect(again).toMatchObject({ delivered: 4850, paid: 4850, handOver: { status: 'collected' } });
});

test('a correction is an entry of its own: the settled totals stay, and it is done once', async () => {
  const { round, orders, view } = await settledRound();
  const { leader, seller } = people();
  const form = {
    requestId: newRequestId(),
    orderId: orders[2]!._id,
    lines: orders[2]!.lines.map(({ itemId, quantity }) => ({ itemId, quantity })),
    money: 4850,
    reason: '当时领了，手机没网没传上来',
  };
  expect(await seller().call('settlement', 'correct', form)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  await leader().get('settlement', 'correct', form);
  const { row, entries } = await leader().get('settlement', 'correct', form);
  expect(row).toMatchObject({ delivered: 4850, paid: 4850 });
  expect(entries).toMatchObject([{ kind: 'correction', money: 4850, reason: form.reason }]);
  const after = await leader().get('settlement', 'show', { roundId: round._id });
  expect(after.totals).toEqual(view.totals);
  expect(after.corrections).toEqual({ count: 1, goods: 4850, money: 4850 });
  expect(after.differences.uncollected.households).toBe(0);
  const tooMuch = await leader().call('settlement', 'correct', {
    ...form,
    requestId: newRequestId(),
    lines: [{ itemId: 'veg', quantity: 1 }],
  });
  expect(tooMuch).toMatchObject({ error: { code: 'CONFLICT' } });
});

test('a round that is not settled is not corrected but handed out', async () => {
  const { orders } = await threeOrders();
  const reply = await people().leader().call('settlement', 'correct', {
    requestId: newRequestId(),
    orderId: orders[2]!._id,
    lines: [],
    money: 100,
    reason: '收少了',
  });
  expect(reply).toMatchObject({
    error: { message: '这一批还没结清，不用更正。请直接交货、收款或退款' },
  });
});

test('hand-overs that are on their way while somebody settles are in the totals or refused, never lost between', async () => {
  const round = putArrivedRound(township);
  const orders = householdsHere(township)
    .slice(0, 12)
    .map(({ _id }) => putShare(township, round, { householdId: _id }));
  const { seller, leader } = people();
  await count(round, 0);
  const seen = { delivered: 0, paid: 0, cash: 0 };
  await signed(round, seen);
  const form = { ...act(round), seen, explanation: '没有人来' };
  const [settling, ...handing] = await Promise.all([
    leader().call('settlement', 'settle', form),
    ...orders.map((order, i) => seller(`${i % 3}`).call('pickup', 'handOver', handOverForm(order))),
  ]);
  const booked = entriesOf(township, { roundId: round._id });
  expect(booked).toHaveLength(handing.filter(({ ok }) => ok).length);
  if (settling.ok) expect(booked).toEqual([]);
  else expect(settling.error.code).toBe('CONFLICT');
  const { totals } = settlementNow(round)!;
  if (totals) expect(totals).toMatchObject({ delivered: 0, paid: 0 });
  // Whatever came of it, nobody waits for it longer.
  expect(settlementNow(round)!.closing ?? null).toBeNull();
});

test('somebody who was killed while settling holds hand-overs up for a minute and no longer', async () => {
  const { round, orders } = await threeOrders();
  await count(round, 4850);
  const at = new Date(township.simulator.clock.now() + 8 * 3_600_000).toISOString().slice(0, 19) + '+08:00';
  await township.tamper('orders', { roundId: round._id }, { $set: { frozenAt: at } });
  await township.tamper(
    'settlements',
    { _id: round._id },
    { $set: { closing: { requestId: 'killed', at } } },
  );
  const seller = people().seller();
  const form = handOverForm(orders[2]!);
  expect(await seller.call('pickup', 'handOver', form)).toMatchObject({
    error: { code: 'TOO_MANY_REQUESTS', message: '网格长正在结清这一批，请过一分钟再试' },
  });
  await township.simulator.clock.advance(66_000);
  expect(await seller.get('pickup', 'handOver', form)).toMatchObject({ paid: 4850 });
});
