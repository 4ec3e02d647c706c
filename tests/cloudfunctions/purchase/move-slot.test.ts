import type { OrderDocument } from '../../../cloudfunctions/orders/order.document';
import { slotKeyOf, type SlotDocument } from '../../../cloudfunctions/pickup/slot.document';
import type { RoundDocument } from '../../../cloudfunctions/rounds/round.document';
import { newRequestId } from '../../support/forms';
import { putObservation } from '../../support/observations';
import { householdsOf, orderOf, ordersNow, putOrders } from '../../support/placed-orders';
import { distributionFrom, putOpenRound, roundNow } from '../../support/rounds';
import { type Phone, useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const HOUR = 3_600_000;

/** A round after cut-off; the resident's household and some neighbours have a time in it. */
async function closedRound({ capacity = 30, neighbours = 3, changes = {} } = {}) {
  const round = putOpenRound(township, {
    distribution: distributionFrom(township.simulator.clock.now(), capacity),
    changes,
  });
  const files = householdsOf(township, township.here.gridId);
  const mine = files.find(({ _id }) => _id === township.here.householdId)!;
  const others = files.filter(({ _id }) => _id !== mine._id).slice(0, neighbours);
  putOrders(
    township,
    [mine, ...others].map((file) =>
      orderOf(township, round, file, { veg: 1 }, { wish: { way: 'pickup', pointId: 'p1' } }),
    ),
  );
  await township.simulator.clock.advance(25 * HOUR);
  for (let ticks = 0; ticks < 3; ticks += 1) await township.simulator.fireTimer('rounds');
  return { round, order: orderOfHousehold(round, mine._id) };
}

const orderOfHousehold = (round: RoundDocument, householdId: string): OrderDocument =>
  ordersNow(township, round._id).find((order) => order.householdId === householdId)!;
const takenIn = (round: RoundDocument, slotId: string): number =>
  township.documents<SlotDocument>('round_slots').find(({ _id }) => _id === slotKeyOf(round._id, slotId))!
    .taken;
/** Every counter says how many orders name its slot. */
function expectTrueCounters(round: RoundDocument): void {
  const orders = ordersNow(township, round._id);
  for (const { slotId } of round.distribution.slots)
    expect([slotId, takenIn(round, slotId)]).toEqual([
      slotId,
      orders.filter(({ pickup }) => pickup?.slotId === slotId).length,
    ]);
}

const resident = (): Phone => township.as(township.here.resident);
const member = (where: 'here' | 'there' = 'here'): Phone =>
  township.as(township.holderOf('gridMember', township[where].gridPath));
const moving = ({ _id, version }: OrderDocument, slotId: string | null) => ({
  requestId: newRequestId(),
  orderId: _id,
  version,
  slotId,
});

describe('a household', () => {
  test('sees the slots with room and moves to one; its old place is free again', async () => {
    const { round, order } = await closedRound();
    const choice = await resident().get('purchase', 'freeSlots', { orderId: order._id });
    expect(choice.fixed).toBeNull();
    expect(choice.slots.map(({ slotId, isMine }) => [slotId, isMine])).toEqual([
      ['s1', order.pickup!.slotId === 's1'],
      ['s3', false],
      ['s2', order.pickup!.slotId === 's2'],
      ['s4', false],
    ]);
    const moved = await resident().get('purchase', 'moveSlot', moving(order, 's4'));
    expect(moved.pickup).toMatchObject({
      way: 'pickup',
      pointName: '小学门口',
      from: '09:30',
      until: '10:00',
    });
    expectTrueCounters(round);
  });

  test('taps twice and moves once', async () => {
    const { round, order } = await closedRound();
    const input = moving(order, 's3');
    const replies = await Promise.all(
      [1, 2, 3].map(async () => resident().call('purchase', 'moveSlot', input)),
    );
    for (const reply of replies)
      expect(reply).toMatchObject({ ok: true, data: { pickup: { slotId: 's3' } } });
    expect(takenIn(round, 's3')).toBe(1);
    expectTrueCounters(round);
  });

  test('and somebody on duty who move it at once: one of them did, the other is told', async () => {
    const { round, order } = await closedRound();
    const replies = await Promise.all([
      resident().call('purchase', 'moveSlot', moving(order, 's3')),
      member().call('purchase', 'moveSlotFor', moving(order, 's4')),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'CONFLICT' } });
    expectTrueCounters(round);
  });

  test('is told when the slot filled up in the meantime, and stays where it was', async () => {
    const { round, order } = await closedRound({ capacity: 2 });
    await township.tamper('round_slots', { _id: slotKeyOf(round._id, 's4') }, { $set: { taken: 2 } });
    expect(await resident().call('purchase', 'moveSlot', moving(order, 's4'))).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', message: '这个时段刚刚满了，请选别的时段' },
    });
    expect(orderOfHousehold(round, order.householdId)).toEqual(order);
    const { slots } = await resident().get('purchase', 'freeSlots', { orderId: order._id });
    expect(slots.map(({ slotId }) => slotId)).not.toContain('s4');
  });

  test('can not choose the door by itself, nor a slot that is over or is not there', async () => {
    const { order } = await closedRound();
    expect(await resident().call('purchase', 'moveSlot', moving(order, null))).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', message: '要改成送上门，请给网格员打电话，由网格员来改' },
    });
    expect(await resident().call('purchase', 'moveSlot', moving(order, 'nowhere'))).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
    await township.simulator.clock.advance(48 * HOUR);
    expect(await resident().call('purchase', 'moveSlot', moving(order, 's4'))).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', message: '这个时段已经过了，请选后面的时段' },
    });
  });

  test('that has its goods, or whose round is settled, is told so', async () => {
    const { round, order } = await closedRound();
    await township.tamper('orders', { _id: order._id }, { $set: { 'handOver.status': 'collected' } });
    expect(await resident().call('purchase', 'moveSlot', moving(order, 's4'))).toMatchObject({
      ok: false,
      error: { message: '东西已经交到手里了，不用再换时间' },
    });
    await township.tamper('orders', { _id: order._id }, { $set: { 'handOver.status': 'waiting' } });
    await township.tamper('rounds', { _id: round._id }, { $set: { status: 'settled' } });
    const choice = await resident().get('purchase', 'freeSlots', { orderId: order._id });
    expect(choice.fixed).toBe('这一批已经结清了，不能再换时间');
  });

  test("finds no other household's order", async () => {
    const { order } = await closedRound();
    const stranger = township.as(township.there.resident);
    for (const reply of [
      await stranger.call('purchase', 'freeSlots', { orderId: order._id }),
      await stranger.call('purchase', 'moveSlot', moving(order, 's4')),
    ])
      expect(reply).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

test('twenty households that run for the last places of a slot: no more than fit, and the counters are true', async () => {
  const { round } = await closedRound({ capacity: 30, neighbours: 20 });
  await township.tamper('round_slots', { _id: slotKeyOf(round._id, 's4') }, { $set: { capacity: 5 } });
  const orders = ordersNow(township, round._id);
  const replies = await Promise.all(
    orders.map(async (order) => member().call('purchase', 'moveSlotFor', moving(order, 's4'))),
  );
  expect(replies.filter(({ ok }) => ok)).toHaveLength(5);
  for (const reply of replies) if (!reply.ok) expect(reply.error.code).toBe('CONFLICT');
  expect(takenIn(round, 's4')).toBe(5);
  expectTrueCounters(round);
});

describe('somebody on duty', () => {
  test('moves a household to the door and back to a slot', async () => {
    const { round, order } = await closedRound();
    const door = await member().get('purchase', 'moveSlotFor', moving(order, null));
    expect(door.pickup).toMatchObject({ way: 'door', slotId: null, date: round.distribution.doorDate });
    expectTrueCounters(round);
    const back = await member().get('purchase', 'moveSlotFor', {
      ...moving(order, 's2'),
      version: door.version,
    });
    expect(back.pickup).toMatchObject({ way: 'pickup', slotId: 's2' });
    expectTrueCounters(round);
  });

  test('of another village finds nothing', async () => {
    const { order } = await closedRound();
    expect(await member('there').call('purchase', 'moveSlotFor', moving(order, 's4'))).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('households for whom there was no room', () => {
  test('get a time as soon as slots are added, and the others keep theirs', async () => {
    const { round } = await closedRound({ capacity: 2, neighbours: 11 });
    expect(roundNow(township, round._id).slotting).toEqual({ pickup: 8, door: 0, unplaced: 4 });
    const before = ordersNow(township, round._id).filter(({ pickup }) => pickup !== null);
    const leader = township.as(township.holderOf('gridLeader', township.here.gridPath));
    const { version, distribution } = roundNow(township, round._id);
    const list = await leader.get('purchase', 'addSlots', {
      requestId: newRequestId(),
      roundId: round._id,
      version,
      slots: [{ pointId: 'p2', date: distribution.doorDate, from: '14:00', until: '14:30', capacity: 4 }],
    });
    expect(list).toMatchObject({ slotting: { pickup: 12, door: 0, unplaced: 0 }, stage: 'confirm' });
    for (const order of before) expect(ordersNow(township, round._id)).toContainEqual(order);
  });
});

test('whose household comes under observation gets its goods at the door, and its slot is free again', async () => {
  const { round, order } = await closedRound();
  const files = householdsOf(township, township.here.gridId);
  const other = files.find(({ _id }) =>
    ordersNow(township, round._id).some(
      ({ householdId }) => householdId === _id && _id !== order.householdId,
    ),
  )!;
  putObservation(township, other._id, { decision: { measure: 'homeObservation' } });
  expect(await township.simulator.fireTimer('purchase')).toMatchObject({ ok: true, data: { more: false } });
  expect(orderOfHousehold(round, other._id).pickup).toMatchObject({ way: 'door', slotId: null });
  expect(orderOfHousehold(round, order.householdId)).toEqual(order);
  expectTrueCounters(round);
  const reply = await member().call(
    'purchase',
    'moveSlotFor',
    moving(orderOfHousehold(round, other._id), 's2'),
  );
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', message: '家里有人在居家观察，东西会送到门口，不用出门领' },
  });
});
