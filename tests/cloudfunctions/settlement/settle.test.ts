import {} from '../../support/arrived-rounds';
import { SIGNATURE } from '../../support/declarations';
import { newRequestId } from '../../support/forms';
import { roundNow } from '../../support/rounds';
import { useTownship } from '../../support/township';
import { act, FIGURES, settling } from './settling';

const township = useTownship({ timers: false });
const { people, settlementNow, threeOrders, count, signed } = settling(township);

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
