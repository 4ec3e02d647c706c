import type { OrderDocument } from '../../../cloudfunctions/orders/order.document';
import type { RoundDocument } from '../../../cloudfunctions/rounds/round.document';
import type { SettlementDocument } from '../../../cloudfunctions/settlement/settlement.document';
import {
  entriesOf,
  handers,
  handOverForm,
  householdsHere,
  orderNow,
  putArrivedRound,
  putShare,
} from '../../support/arrived-rounds';
import { SIGNATURE } from '../../support/declarations';
import { newRequestId } from '../../support/forms';
import { roundNow } from '../../support/rounds';
import { useTownship } from '../../support/township';

const township = useTownship({ timers: false });
const people = () => handers(township);
const act = ({ _id }: RoundDocument) => ({ requestId: newRequestId(), roundId: _id });
const settlementNow = ({ _id }: RoundDocument) =>
  township.documents<SettlementDocument>('settlements').find((one) => one._id === _id);

/** A round of three households: one fetched and paid, one owes, one did not come. */
async function threeOrders(): Promise<{ round: RoundDocument; orders: OrderDocument[] }> {
  const round = putArrivedRound(township);
  const orders = householdsHere(township)
    .slice(0, 3)
    .map(({ _id }) => putShare(township, round, { householdId: _id }));
  const { seller } = people();
  await seller().get('pickup', 'handOver', handOverForm(orders[0]!));
  await seller().get('pickup', 'handOver', handOverForm(orders[1]!, { money: 4000, method: 'phone' }));
  return { round, orders };
}
const count = async (round: RoundDocument, cash: number): Promise<void> => {
  await people()
    .seller()
    .get('settlement', 'countCash', { ...act(round), cash });
  await people()
    .leader()
    .get('settlement', 'countCash', { ...act(round), cash });
};
const FIGURES = { delivered: 9700, paid: 8850, cash: 4850 };
const signed = async (round: RoundDocument, seen = FIGURES) =>
  people()
    .seller()
    .get('settlement', 'sign', { ...act(round), seen, signature: SIGNATURE });
async function settledRound() {
  const { round, orders } = await threeOrders();
  await count(round, 4850);
  await signed(round);
  const form = { ...act(round), seen: FIGURES, explanation: '一户下周给，一户不要了' };
  const view = await people().leader().get('settlement', 'settle', form);
  return { round, orders, form, view };
}

test('a round shows what was ordered, delivered and paid, and what differs', async () => {
  const { round, orders } = await threeOrders();
  const leader = people().leader();
  const view = await leader.get('settlement', 'show', { roundId: round._id });
  expect(view.totals).toEqual({
    orders: 3,
    ordered: 14550,
    due: 14550,
    delivered: 9700,
    paid: 8850,
    byCash: 4850,
    byPhone: 4000,
  });
  expect(view.differences).toEqual({
    owing: { households: 1, amount: 850 },
    overpaid: { households: 0, amount: 0 },
    uncollected: { households: 1, amount: 4850 },
    cash: null,
  });
  expect(view.obstacles).toEqual(['现金还没点，要两个人各数一遍', '供货方还没签字']);
  const owing = await leader.get('settlement', 'differences', { roundId: round._id, kind: 'owing' });
  expect(owing.rows.map(({ orderId }) => orderId)).toEqual([orders[1]!._id]);
  const { rows } = await leader.get('settlement', 'entries', { roundId: round._id });
  expect(rows.map(({ money }) => money).sort()).toEqual([4000, 4850]);
  expect(rows.every(({ headName }) => headName.length > 1)).toBe(true);
});

test('two people count, and neither is told the figure of the other until they say the same', async () => {
  const { round } = await threeOrders();
  const { seller, leader, member } = people();
  const first = await seller().get('settlement', 'countCash', { ...act(round), cash: 4800 });
  expect(first.counting).toMatchObject({ state: 'one', mine: { cash: 4800 }, cash: null });
  const second = await leader().get('settlement', 'countCash', { ...act(round), cash: 4850 });
  expect(second.counting).toMatchObject({ state: 'differ', mine: { cash: 4850 }, cash: null });
  const shown = await leader().get('settlement', 'show', { roundId: round._id });
  expect(JSON.stringify(shown)).not.toContain('4800');
  expect(shown.differences.cash).toBeNull();
  expect(shown.obstacles[0]).toBe('两个人数的现金不一样，请各自再数一遍');

  const once = { ...act(round), cash: 4850 };
  await Promise.all([1, 2].map(() => seller().get('settlement', 'countCash', once)));
  expect(settlementNow(round)!.counts).toHaveLength(3);
  const agreed = await leader().get('settlement', 'show', { roundId: round._id });
  expect(agreed.counting).toMatchObject({ state: 'agreed', cash: 4850 });
  expect(agreed.differences.cash).toBe(0);
  // Somebody else who counts wrongly afterwards takes nothing away from the two who agree.
  const third = await member().get('settlement', 'countCash', { ...act(round), cash: 1 });
  expect(third.counting).toMatchObject({ state: 'agreed', cash: 4850 });
});

test('one person who counts twice is still one person', async () => {
  const { round } = await threeOrders();
  for (const cash of [4850, 4850])
    await people()
      .seller()
      .get('settlement', 'countCash', { ...act(round), cash });
  const { counting } = await people().seller().get('settlement', 'show', { roundId: round._id });
  expect(counting).toMatchObject({ state: 'one', cash: null });
});

test('one person with two phones is still one person', async () => {
  const { round } = await threeOrders();
  const { seller, leader } = people();
  const both = { _id: { $in: [seller().openid, leader().openid] } };
  const before = township.documents<{ _id: string; phoneIndex: string | null }>('accounts');
  await township.tamper('accounts', both, { $set: { phoneIndex: 'one-number' } });
  await seller().get('settlement', 'countCash', { ...act(round), cash: 4850 });
  const { counting } = await leader().get('settlement', 'countCash', { ...act(round), cash: 4850 });
  expect(counting).toMatchObject({ state: 'one', cash: null });
  for (const { _id, phoneIndex } of before.filter(({ _id: id }) => both._id.$in.includes(id)))
    await township.tamper('accounts', { _id }, { $set: { phoneIndex } });
});

test('the supplier signs under the figures that it saw, and again when they change', async () => {
  const { round, orders } = await threeOrders();
  const { seller, leader } = people();
  const form = { ...act(round), seen: FIGURES, signature: SIGNATURE };
  expect(await seller().call('settlement', 'sign', form)).toMatchObject({
    error: { code: 'CONFLICT', message: '现金还没有两个人数出一样的数，数好以后再签字' },
  });
  await count(round, 4850);
  expect(
    await seller().call('settlement', 'sign', { ...form, seen: { ...FIGURES, paid: 9000 } }),
  ).toMatchObject({ error: { message: '账刚有变动，请看过最新的数目再签字' } });
  const view = await seller().get('settlement', 'sign', form);
  expect(view.signature).toMatchObject({ strokes: SIGNATURE, byName: '测试人员', holds: true });
  expect(settlementNow(round)!.signature!.strokes).not.toContain(SIGNATURE);

  await seller().get('pickup', 'takePayment', {
    requestId: newRequestId(),
    orderId: orders[1]!._id,
    money: 850,
    method: 'phone',
  });
  const after = await leader().get('settlement', 'show', { roundId: round._id });
  expect(after.signature!.holds).toBe(false);
  expect(after.obstacles).toEqual(['供货方签字以后账有变动，请重新签']);
  const settle = { ...act(round), seen: { ...FIGURES, paid: 9700 }, explanation: '一户不要了' };
  expect(await leader().call('settlement', 'settle', settle)).toMatchObject({
    error: { code: 'CONFLICT', message: '还不能结清：供货方签字以后账有变动，请重新签' },
  });
});

test('a supplier without a phone signs on the phone of the leader, who says whose hand it is', async () => {
  const { round } = await threeOrders();
  await count(round, 4850);
  const form = { ...act(round), seen: FIGURES, signature: SIGNATURE };
  const leader = people().leader();
  expect(await leader.call('settlement', 'sign', form)).toMatchObject({
    error: { fields: { signer: expect.any(String) as string } },
  });
  const view = await leader.get('settlement', 'sign', { ...form, signer: '唐波' });
  expect(view.signature!.byName).toBe('唐波（在测试人员的手机上签）');
});

test('what differs has to be explained; then the round is settled once, and its totals stand', async () => {
  const { round } = await threeOrders();
  await count(round, 4800);
  const seen = { ...FIGURES, cash: 4800 };
  await signed(round, seen);
  const { leader, seller } = people();
  const form = { ...act(round), seen };
  expect(await leader().call('settlement', 'settle', form)).toMatchObject({
    error: {
      fields: {
        explanation:
          '有 1 户还欠 8.5 元，有 1 户还有 48.5 元的东西没领，现金比账上少 0.5 元。请写明原因和怎么办',
      },
    },
  });
  expect(roundNow(township, round._id).status).toBe('distributing');
  expect(await seller().call('settlement', 'settle', form)).toMatchObject({ error: { code: 'FORBIDDEN' } });

  const explained = { ...form, explanation: '一户下周给，一户不要了，少的五毛找错了' };
  await leader().get('settlement', 'settle', explained);
  const again = await leader().get('settlement', 'settle', explained);
  expect(again).toMatchObject({ settled: { byName: '测试人员' }, obstacles: [], maySettle: false });
  expect(again.round.status).toBe('settled');
  expect(settlementNow(round)).toMatchObject({
    totals: { orders: 3, ordered: 14550, due: 14550, delivered: 9700, paid: 8850, byPhone: 4000, cash: 4800 },
    closing: null,
  });
  const other = await leader().call('settlement', 'settle', { ...explained, requestId: newRequestId() });
  expect(other).toMatchObject({ error: { code: 'CONFLICT' } });
});

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
