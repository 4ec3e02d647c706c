import type { ItemDocument } from '../../../cloudfunctions/catalogue/item.document';
import { chinaTime, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import type { OrderDocument } from '../../../cloudfunctions/orders/order.document';
import { stockOf } from '../../../cloudfunctions/rounds/open-round';
import type { RoundDocument } from '../../../cloudfunctions/rounds/round.document';
import type { ScheduleDocument } from '../../../cloudfunctions/rounds/schedule.document';
import { newRequestId } from '../../support/forms';
import { householdsOf, orderOf, putOrders } from '../../support/placed-orders';
import { putOpenRound, putSchedule, roundForm, roundItem, roundNow, stockNow } from '../../support/rounds';
import { putItem, putSupplier } from '../../support/suppliers';
import { openTownship, type Township } from '../../support/township';

jest.setTimeout(60_000);

let township: Township;
let items: ItemDocument[];

beforeAll(async () => {
  township = await openTownship('township', { timers: false });
}, 60_000);
afterAll(() => township.stop());
beforeEach(async () => {
  await township.simulator.clock.set('2026-03-10T08:00:00+08:00');
  await township.tamper('rounds', {}, { $set: { wakesAt: '' } });
  await township.tamper('round_schedules', {}, { $set: { status: 'ended', wakesAt: '' } });
  items = [putItem(township, putSupplier(township, township.here))];
});

type Ticked = {
  ok: true;
  data: { opened: number; closed: number; stepped: number; recounted: number; more: boolean };
};
const tick = async () => ((await township.simulator.fireTimer('rounds')) as Ticked).data;
const at = (time: string) => township.simulator.clock.set(`2026-03-${time}:00+08:00`);
const moment = (time: string) => `2026-03-${time}:00+08:00`;
const leader = () => township.as(township.holderOf('gridLeader', township.here.gridPath));
const roundsOf = (schedule: ScheduleDocument) =>
  township.documents<RoundDocument>('rounds').filter(({ scheduleId }) => scheduleId === schedule._id);

async function draftFor(opensAt: string): Promise<string> {
  const { roundId } = await leader().get('rounds', 'saveDraft', {
    requestId: newRequestId(),
    form: roundForm(township, items, { opensAt }),
  });
  return roundId;
}

test('a draft opens at its time, once, also when two timers come at once', async () => {
  const roundId = await draftFor(moment('10T09:00'));
  await tick();
  expect(roundNow(township, roundId).status).toBe('draft');
  await at('10T09:00');
  await Promise.all([tick(), tick()]);
  await tick();
  const round = roundNow(township, roundId);
  expect(round).toMatchObject({ status: 'open', opensAt: moment('10T09:00') });
  expect(round.changes.filter(({ what }) => what === '到点开团')).toHaveLength(1);
  expect(stockNow(township, roundId).open).toBe(true);
});

test('a draft that cannot be opened stays one, says why, and is not tried again', async () => {
  const roundId = await draftFor(moment('10T09:00'));
  await township.tamper('items', { supplierId: items[0]!.supplierId }, { $set: { retired: true } });
  await at('10T09:01');
  await tick();
  await tick();
  const round = roundNow(township, roundId);
  expect(round).toMatchObject({ status: 'draft', autoOpens: false, wakesAt: '' });
  expect(round.changes.filter(({ what }) => what.includes('没有开成'))).toHaveLength(1);
});

test('at cut-off the round closes, demand is summed once when everything has settled, and times are given out', async () => {
  const round = putOpenRound(township, {
    items: [roundItem('veg'), roundItem('egg', { price: 2350 })],
    changes: { closesAt: moment('10T18:00'), wakesAt: moment('10T18:00') },
  });
  const files = householdsOf(township, township.here.gridId).slice(0, 12);
  putOrders(
    township,
    files.map((file, n) => orderOf(township, round, file, { veg: 1, ...(n < 3 && { egg: 2 }) })),
  );
  await at('10T17:59');
  expect(await tick()).toMatchObject({ closed: 0 });
  await at('10T18:00');
  await Promise.all([tick(), tick()]);
  expect(roundNow(township, round._id)).toMatchObject({ status: 'closed', demand: null });
  expect(stockNow(township, round._id).open).toBe(false);

  await township.simulator.clock.set('2026-03-10T18:01:05+08:00');
  await Promise.all([tick(), tick()]);
  await tick();
  expect(roundNow(township, round._id)).toMatchObject({
    demand: {
      orders: 12,
      amount: 12 * 2500 + 6 * 2350,
      byItem: { veg: { quantity: 12, orders: 12 }, egg: { quantity: 6, orders: 3 } },
    },
    job: null,
    wakesAt: '',
  });
  const orders = township.documents<OrderDocument>('orders').filter(({ roundId }) => roundId === round._id);
  expect(orders.every(({ pickup }) => pickup !== null)).toBe(true);
});

test('killed between closing the stock and the round, the next tick closes the round too', async () => {
  const round = putOpenRound(township, { changes: { closesAt: moment('10T18:00') } });
  await township.tamper('round_stock', { _id: round._id }, { $set: { open: false } });
  await at('10T18:01');
  await tick();
  expect(roundNow(township, round._id)).toMatchObject({ status: 'closed', closesAt: moment('10T18:00') });
});

test('killed before the stock was closed, it is closed before anything is summed', async () => {
  const round = putOpenRound(township, {
    changes: {
      status: 'closed',
      closesAt: moment('10T09:00'),
      job: { step: 'sum', cursor: '', since: moment('10T09:00') },
    },
  });
  township.simulator.database.insertMany('round_stock', [{ ...stockOf(round), open: true }]);
  await at('10T09:02');
  await tick();
  expect(stockNow(township, round._id).open).toBe(false);
  expect(roundNow(township, round._id).demand).toMatchObject({ orders: 0 });
});

test('a round whose step fails does not hold up the others', async () => {
  const broken = putOpenRound(township, { changes: { closesAt: moment('10T09:00') } });
  await township.tamper('rounds', { _id: broken._id }, { $set: { changes: null } });
  const sound = putOpenRound(township, { changes: { closesAt: moment('10T09:30') } });
  await at('10T10:00');
  await tick();
  expect(roundNow(township, sound._id).status).toBe('closed');
  await township.tamper('rounds', { _id: broken._id }, { $set: { changes: [], wakesAt: '' } });
});

test('a schedule opens a round every two days, each once, with its own days', async () => {
  const source = putOpenRound(township, {
    supplierId: items[0]!.supplierId,
    items: [roundItem(items[0]!._id)],
    changes: { closesAt: moment('10T18:00'), wakesAt: '' },
  });
  await township.tamper('rounds', { _id: source._id }, { $set: { wakesAt: '' } });
  const { scheduleId } = await leader().get('rounds', 'schedule', {
    requestId: newRequestId(),
    roundId: source._id,
    everyDays: 2,
    firstAt: moment('12T08:00'),
  });
  const schedule = township
    .documents<ScheduleDocument>('round_schedules')
    .find(({ _id }) => _id === scheduleId)!;
  await at('12T08:00');
  await Promise.all([tick(), tick()]);
  await tick();
  expect(roundsOf(schedule)).toEqual([
    expect.objectContaining({ status: 'open', closesAt: moment('12T18:00'), opensAt: moment('12T08:00') }),
  ]);
  expect(roundsOf(schedule)[0]!.distribution.doorDate).toBe('2026-03-14');

  // The timer was away for a week: one round, not four.
  await at('21T08:00');
  await tick();
  const days = roundsOf(schedule).map(({ closesAt }) => closesAt.slice(0, 10));
  expect(days.sort()).toEqual(['2026-03-12', '2026-03-21']);
  const [row] = (await leader().get('rounds', 'schedules', {})).rows;
  expect(row).toMatchObject({ scheduleId, nextAt: moment('22T08:00'), trouble: '' });

  await leader().get('rounds', 'endSchedule', { requestId: newRequestId(), scheduleId });
  await at('24T08:00');
  await tick();
  expect(roundsOf(schedule)).toHaveLength(2);
});

test('a schedule whose supplier is off says so and goes on', async () => {
  const source = putOpenRound(township, {
    supplierId: items[0]!.supplierId,
    items: [roundItem(items[0]!._id)],
    changes: { wakesAt: '' },
  });
  const schedule = putSchedule(township, source, { nextAt: moment('11T08:00') });
  await township.tamper('suppliers', { _id: items[0]!.supplierId }, { $set: { retired: true } });
  await at('11T08:00');
  await tick();
  expect(roundsOf(schedule)).toEqual([expect.objectContaining({ status: 'draft' })]);
  const [row] = (await leader().get('rounds', 'schedules', {})).rows;
  expect(row).toMatchObject({ nextAt: moment('13T08:00') });
  expect(row!.trouble).toContain('停用');
});

test('rounds further apart than the town allows are refused beside the field', async () => {
  const source = putOpenRound(township);
  const reply = await leader().call('rounds', 'schedule', {
    requestId: newRequestId(),
    roundId: source._id,
    everyDays: 3,
    firstAt: toTimestamp(chinaTime(township.simulator.clock.now()).add(1, 'day')),
  });
  expect(reply).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { everyDays: expect.stringContaining('2 天') as string } },
  });
});
