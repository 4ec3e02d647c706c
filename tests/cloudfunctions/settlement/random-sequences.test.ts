import type { OrderDocument } from '../../../cloudfunctions/orders/order.document';
import { booksOf, faultsIn } from '../../support/reconciliation';
import { runSupplySequence, type SequenceResult } from '../../support/supply-sequences';
import { useTownship } from '../../support/township';

/** A sequence is about a hundred calls. */
jest.setTimeout(240_000);

const township = useTownship({ timers: false });

const happened: SequenceResult['acts'] = {};

test.each([1, 2, 3])(
  'after orders, edits, shortages, part hand-overs, no-shows, refunds and corrections at random (%i) everything adds up',
  async (seed) => {
    const { acts, faults } = await runSupplySequence(township, { seed });
    expect(faults).toEqual([]);
    for (const [act, { ok, refused }] of Object.entries(acts)) {
      const before = happened[act] ?? { ok: 0, refused: 0 };
      happened[act] = { ok: before.ok + ok, refused: before.refused + refused };
    }
  },
);

test('everything that may happen did, and what may not was tried', async () => {
  for (const act of ['order', 'change', 'cancel', 'confirm', 'handOver', 'refund', 'takePayment', 'noShow'])
    expect([act, happened[act]!.ok > 0]).toEqual([act, true]);
  for (const act of ['correct', 'order again', 'settle'])
    expect([act, happened[act]!.ok > 0]).toEqual([act, true]);
  for (const act of ['change', 'handOver', 'refund', 'takePayment', 'noShow', 'correct'])
    expect([act, happened[act]!.refused > 0]).toEqual([act, true]);
  // Whom a shortage meets hangs on ids that are new each time: now and then it takes more rounds until somebody took home something else.
  for (let seed = 11; seed < 21 && !(isShort() && isSubstituted()); seed += 1)
    expect((await runSupplySequence(township, { seed })).faults).toEqual([]);
  expect([isShort(), isSubstituted()]).toEqual([true, true]);
});

const linesNow = () => township.documents<OrderDocument>('orders').flatMap((order) => order.lines);
const isShort = () => linesNow().some(({ quantity, allotted }) => allotted !== null && allotted < quantity);
const isSubstituted = () => linesNow().some(({ substituteDelivered }) => substituteDelivered > 0);

test('what does not add up is found: a sum that was written by hand, an entry that is gone, a piece too many', async () => {
  const { roundId, faults } = await runSupplySequence(township, { seed: 4, households: 3, steps: 12 });
  expect(faults).toEqual([]);
  const [entry] = booksOf(township, roundId).entries;
  const faultsNow = () => faultsIn(booksOf(township, roundId));

  await township.tamper('orders', { _id: entry!.orderId }, { $inc: { paid: 1 } });
  expect(faultsNow()).toHaveLength(1);
  await township.tamper('orders', { _id: entry!.orderId }, { $inc: { paid: -1, due: 1 } });
  expect(faultsNow().some((fault) => fault.includes('due'))).toBe(true);
  await township.tamper('orders', { _id: entry!.orderId }, { $inc: { due: -1 } });
  expect(faultsNow()).toEqual([]);

  await township.tamper('supply_entries', { _id: entry!._id }, { $set: { orderId: 'nobody' } });
  expect(faultsNow().some((fault) => fault.endsWith('belongs to no order'))).toBe(true);
});

test('after all of this no fault was logged', () => {
  expect(township.simulator.logs().filter(({ level }) => level === 'error')).toEqual([]);
});
