import type { Context } from '../../../cloudfunctions/kernel/context';
import { toTimestamp } from '../../../cloudfunctions/kernel/clock';
import type { OrderDocument } from '../../../cloudfunctions/orders/order.document';
import { slotKeyOf, type SlotDocument } from '../../../cloudfunctions/pickup/slot.document';
import { allotShares } from '../../../cloudfunctions/purchase/allot-shares';
import { assignSlots } from '../../../cloudfunctions/purchase/assign-slots';
import { sumDemand } from '../../../cloudfunctions/purchase/sum-demand';
import type { RoundDocument, RoundJob } from '../../../cloudfunctions/rounds/round.document';
import { putObservation } from '../../support/observations';
import { householdsOf, orderOf, ordersNow, putOrders } from '../../support/placed-orders';
import { distributionFrom, putOpenRound, roundItem, roundNow } from '../../support/rounds';
import { timeFor, timerContext } from '../../support/sdk-in-process';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const CROWD = 450;
let context: Context;
beforeAll(async () => {
  context = await timerContext(township);
});

const jobOf = (step: RoundJob['step']): RoundJob => ({ step, cursor: '', since: toTimestamp(context.now) });
const always = () => true;

/** A closed round in which many households of two teams ordered: one or two bags of vegetables, every third some eggs. */
function closedRound(
  changes: Partial<RoundDocument>,
  { capacity = 200, size = CROWD }: { capacity?: number; size?: number } = {},
): { round: RoundDocument; orders: OrderDocument[] } {
  const round = putOpenRound(township, {
    items: [roundItem('veg', { price: 2500 }), roundItem('egg', { price: 2350 }), roundItem('rice')],
    distribution: distributionFrom(township.simulator.clock.now(), capacity),
    changes: { status: 'closed', ...changes },
  });
  const files = householdsOf(township, township.here.gridId);
  const orders = Array.from({ length: size }, (_, index) => {
    const file = files[index % files.length]!;
    const order = orderOf(township, round, file, {
      veg: 1 + (index % 2),
      ...(index % 3 === 0 && { egg: 1 }),
    });
    return {
      ...order,
      _id: `${round._id}:h${String(index).padStart(4, '0')}`,
      householdId: `h${index}`,
      care: index % 10 === 0 ? ['disabled' as const] : [],
    };
  });
  putOrders(township, orders);
  return { round, orders };
}

const now = ({ _id }: RoundDocument): RoundDocument => roundNow(township, _id);
/** Calls a step with little time again and again, as ticks that are cut short would, until it says that it is done. */
async function inPieces(
  step: typeof sumDemand,
  round: RoundDocument,
  looks: number,
): Promise<{ calls: number }> {
  for (let calls = 1; calls < 200; calls += 1)
    if (await step(context, now(round), timeFor(looks))) return { calls };
  throw new Error('The step never came to its end');
}

describe('the sum of what was ordered', () => {
  test('is of every placed order and of nothing else, and pickup times are next', async () => {
    const { round } = closedRound({ job: jobOf('sum') }, { size: 30 });
    const [file] = householdsOf(township, township.there.gridId);
    putOrders(township, [orderOf(township, round, file!, { veg: 2 }, { status: 'cancelled' })]);
    expect(await sumDemand(context, round, always)).toBe(true);
    expect(now(round)).toMatchObject({
      demand: {
        orders: 30,
        amount: 45 * 2500 + 10 * 2350,
        byItem: {
          veg: { quantity: 45, orders: 30 },
          egg: { quantity: 10, orders: 10 },
          rice: { quantity: 0, orders: 0 },
        },
      },
      job: { step: 'slots', cursor: '' },
    });
  });

  test('counts nobody twice and forgets nobody when it is cut short again and again', async () => {
    const { round } = closedRound({ job: jobOf('sum') });
    const { calls } = await inPieces(sumDemand, round, 1);
    expect(calls).toBeGreaterThan(2);
    expect(now(round).demand).toMatchObject({
      orders: CROWD,
      byItem: { veg: { quantity: CROWD * 1.5 }, egg: { quantity: CROWD / 3 } },
    });
  });

  test('is written once when two ticks overlap', async () => {
    const { round } = closedRound({ job: jobOf('sum') });
    const done = await Promise.all([1, 2, 3].map(async () => sumDemand(context, round, always)));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(now(round).demand?.orders).toBe(CROWD);
  });
});

describe('pickup times', () => {
  const slotsNow = ({ _id }: RoundDocument): SlotDocument[] =>
    township.documents<SlotDocument>('round_slots').filter(({ roundId }) => roundId === _id);
  /** Every counter says how many orders name its slot, and none is more than its capacity. */
  function expectTrueCounters(round: RoundDocument): void {
    const orders = ordersNow(township, round._id);
    for (const { _id, slotId, taken, capacity } of slotsNow(round)) {
      expect([_id, taken]).toEqual([
        slotKeyOf(round._id, slotId),
        orders.filter(({ pickup }) => pickup?.slotId === slotId).length,
      ]);
      expect(taken).toBeLessThanOrEqual(capacity);
    }
  }

  test('are given to everybody, evenly over slots and points; the job is done', async () => {
    const { round } = closedRound({ job: jobOf('slots') }, { size: 80, capacity: 30 });
    expect(await assignSlots(context, round, always)).toBe(true);
    expectTrueCounters(round);
    const [first, second, third, fourth] = slotsNow(round).map(({ taken }) => taken);
    expect(Math.abs(first! - second!)).toBeLessThanOrEqual(1);
    expect(Math.abs(third! - fourth!)).toBeLessThanOrEqual(1);
    // Teams stay together, so the two points are even within one team.
    const teams = new Map<string, number>();
    for (const { gridId } of ordersNow(township, round._id)) teams.set(gridId, (teams.get(gridId) ?? 0) + 1);
    expect(Math.abs(first! + second! - third! - fourth!)).toBeLessThanOrEqual(Math.max(...teams.values()));
    expect(now(round)).toMatchObject({ job: null, slotting: { pickup: 80, door: 0, unplaced: 0 } });
  });

  test('are the same whole when it is cut short again and again', async () => {
    const { round } = closedRound({ job: jobOf('slots') }, { size: 80, capacity: 30 });
    const { calls } = await inPieces(assignSlots, round, 2);
    expect(calls).toBeGreaterThan(2);
    expectTrueCounters(round);
    expect(now(round).slotting).toEqual({ pickup: 80, door: 0, unplaced: 0 });
  });

  test('never fill a slot over its capacity when two ticks overlap', async () => {
    const { round } = closedRound({ job: jobOf('slots') }, { size: 60, capacity: 15 });
    await Promise.all([1, 2].map(async () => assignSlots(context, round, always)));
    expectTrueCounters(round);
    expect(ordersNow(township, round._id).every(({ pickup }) => pickup?.way === 'pickup')).toBe(true);
  });

  test('say for how many there was no room, and those are not of the care categories', async () => {
    const { round } = closedRound({ job: jobOf('slots') }, { size: 50, capacity: 10 });
    await assignSlots(context, round, always);
    expectTrueCounters(round);
    expect(now(round).slotting).toEqual({ pickup: 40, door: 0, unplaced: 10 });
    const waiting = ordersNow(township, round._id).filter(({ pickup }) => pickup === null);
    expect(waiting.map(({ care }) => care.length)).toEqual(Array(10).fill(0));
  });

  test('are not for households with somebody under observation at home, nor for who wants it at the door', async () => {
    const round = putOpenRound(township, { changes: { status: 'closed', job: jobOf('slots') } });
    const [home, monitored, paused, wishing, free] = householdsOf(township, township.here.gridId);
    putObservation(township, home!._id, { decision: { measure: 'homeObservation' } });
    putObservation(township, monitored!._id, { decision: { measure: 'healthMonitoring' } });
    putObservation(township, paused!._id, {
      decision: { measure: 'temporaryIsolation' },
      changes: { status: 'paused' },
    });
    putOrders(township, [
      ...[home, monitored, paused, free].map((file) => orderOf(township, round, file!, { veg: 1 })),
      orderOf(township, round, wishing!, { veg: 1 }, { wish: { way: 'door', pointId: null } }),
    ]);
    await assignSlots(context, round, always);
    const wayOf = (file: { _id: string } | undefined) =>
      ordersNow(township, round._id).find(({ householdId }) => householdId === file?._id)?.pickup;
    for (const file of [home, paused, wishing])
      expect(wayOf(file)).toEqual({
        way: 'door',
        pointId: null,
        slotId: null,
        date: round.distribution.doorDate,
        helper: null,
      });
    for (const file of [monitored, free]) expect(wayOf(file)?.way).toBe('pickup');
  });

  test('come with a grid member of the household who helps to carry, for the care categories only', async () => {
    const { round } = closedRound({ job: jobOf('slots') }, { size: 20 });
    await assignSlots(context, round, always);
    const members = new Set(
      township
        .documents<{ role: string; openid: string | null }>('posts')
        .flatMap(({ role, openid }) => (role === 'gridMember' && openid ? [openid] : [])),
    );
    for (const { care, pickup } of ordersNow(township, round._id))
      if (care.length === 0) expect(pickup?.helper).toBeNull();
      else expect(members.has(pickup?.helper?.openid ?? '')).toBe(true);
  });

  test('everything goes to the doors where a round has no points', async () => {
    const round = putOpenRound(township, {
      distribution: { ...distributionFrom(township.simulator.clock.now()), points: [], slots: [] },
      changes: { status: 'closed', job: jobOf('slots') },
    });
    const [file] = householdsOf(township, township.here.gridId);
    putOrders(township, [orderOf(township, round, file!, { veg: 1 })]);
    expect(await assignSlots(context, round, always)).toBe(true);
    expect(now(round).slotting).toEqual({ pickup: 0, door: 1, unplaced: 0 });
  });
});

describe('shares of what comes', () => {
  const short: Partial<RoundDocument> = {
    status: 'purchasing',
    confirmed: { veg: 600, egg: 100, rice: 0 },
    substitutes: {
      egg: { itemId: 'duck', name: '鸭蛋', spec: '30 个一板', unit: '板', quantity: 20, price: 2000 },
    },
  };

  test('never add up to more than comes, and what each household owes follows from them', async () => {
    const { round } = closedRound({ ...short, job: jobOf('allot') });
    expect(await allotShares(context, round, always)).toBe(true);
    const lines = ordersNow(township, round._id).flatMap((order) => order.lines);
    const sum = (itemId: string) =>
      lines.filter((line) => line.itemId === itemId).reduce((all, { allotted }) => all + (allotted ?? 0), 0);
    expect([sum('veg'), sum('egg')]).toEqual([600, 100]);
    expect(lines.reduce((all, { substitute }) => all + (substitute?.quantity ?? 0), 0)).toBe(20);
    for (const order of ordersNow(township, round._id))
      expect(order.due).toBe(
        order.lines.reduce(
          (due, { price, allotted, substitute }) =>
            due + price * (allotted ?? 0) + (substitute?.quantity ?? 0) * (substitute?.price ?? 0),
          0,
        ),
      );
    expect(now(round)).toMatchObject({ job: null, short: { pieces: 75 + 50 - 20 } });
  });

  test('are the same when it is cut short again and again', async () => {
    const whole = closedRound({ ...short, job: jobOf('allot') });
    const cut = closedRound({ ...short, job: jobOf('allot') });
    await allotShares(context, whole.round, always);
    const { calls } = await inPieces(allotShares, cut.round, 1);
    expect(calls).toBeGreaterThan(2);
    const sharesIn = ({ _id }: RoundDocument) =>
      ordersNow(township, _id).map(({ lines, due }) => [
        due,
        lines.map(({ allotted, substitute }) => [allotted, substitute?.quantity ?? 0]),
      ]);
    expect(sharesIn(cut.round)).toEqual(sharesIn(whole.round));
    expect(now(cut.round).short).toEqual(now(whole.round).short);
  });

  test('leave an order whole that somebody moved to another slot meanwhile', async () => {
    const { round, orders } = closedRound({ ...short, job: jobOf('allot') }, { size: 30 });
    const pickup = { way: 'door' as const, pointId: null, slotId: null, date: '2026-03-14', helper: null };
    const moving = Promise.all(
      orders.map(({ _id }) => township.tamper('orders', { _id }, { $set: { pickup }, $inc: { version: 1 } })),
    );
    await allotShares(context, round, always);
    await moving;
    for (const order of ordersNow(township, round._id)) {
      expect(order.pickup).toEqual(pickup);
      expect(order.lines.every(({ allotted }) => allotted !== null)).toBe(true);
    }
  });
});
