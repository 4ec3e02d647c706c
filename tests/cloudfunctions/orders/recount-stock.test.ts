import { recountStock } from '../../../cloudfunctions/orders/recount-stock';
import {
  ENDLESS,
  type RoundDocument,
  SECONDS_TO_SETTLE,
} from '../../../cloudfunctions/rounds/round.document';
import { cartOf, seenOf } from '../../support/carts';
import { putFamily } from '../../support/families';
import { putOpenRound, roundItem, stockNow } from '../../support/rounds';
import { timerContext } from '../../support/sdk-in-process';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const recount = async (round: RoundDocument) => recountStock(await timerContext(township), round);
const settle = async () => township.simulator.clock.advance((SECONDS_TO_SETTLE + 1) * 1000);

/** A round of which somebody holds two, and three more are taken by nobody. */
async function leaking() {
  const items = [roundItem('a', { stock: 10, limit: 5 }), roundItem('endless', { stock: null })];
  const round = putOpenRound(township, { items });
  const { phone } = putFamily(township);
  const placed = await phone.get('orders', 'order', cartOf(round, { a: 2, endless: 1 }));
  await township.tamper('round_stock', { _id: round._id }, { $inc: { 'remaining.a': -3 } });
  return { round, phone, seen: seenOf(placed, { a: 2, endless: 1 }) };
}

test('what a killed process took comes back, once nobody can be on the way any more', async () => {
  const { round } = await leaking();
  expect(await recount(round)).toBe(false);
  await settle();
  expect(await recount(round)).toBe(true);
  expect(stockNow(township, round._id).remaining).toEqual({ a: 8, endless: ENDLESS - 1 });
  expect(await recount(round)).toBe(false);
});

test('it lets go while somebody takes something', async () => {
  const { round, phone, seen } = await leaking();
  await settle();
  const context = await timerContext(township);
  const { handle } = township.simulator.database;
  // Somebody edits right after the orders were counted: what was counted is not true any more.
  let isDone = false;
  township.simulator.database.handle = async (action, parameters) => {
    const isWrite = action === 'database.modifyDocument' && parameters.collectionName === 'round_stock';
    if (isWrite && !isDone) {
      isDone = true;
      await phone.get('orders', 'order', cartOf(round, { a: 5 }, { seen }));
    }
    return handle(action, parameters);
  };
  try {
    expect(await recountStock(context, round)).toBe(false);
  } finally {
    township.simulator.database.handle = handle;
  }
  expect(stockNow(township, round._id).remaining.a).toBe(10 - 3 - 5);
});

test('a late one that came through last does not hide a younger one that is still on the way', async () => {
  const { round } = await leaking();
  const { takenAt } = stockNow(township, round._id);
  await settle();
  await putFamily(township).phone.get('orders', 'order', cartOf(round, { a: 1 }));
  const younger = stockNow(township, round._id).takenAt;
  expect(younger > takenAt).toBe(true);
  const now = township.simulator.clock.now();
  try {
    // A call that began a minute ago takes only now.
    await township.simulator.clock.set(now - 60_000);
    await putFamily(township).phone.get('orders', 'order', cartOf(round, { a: 1 }));
  } finally {
    await township.simulator.clock.set(now);
  }
  expect(stockNow(township, round._id).takenAt).toBe(younger);
});

test('a closed round is left as it is', async () => {
  const { round } = await leaking();
  await township.tamper('round_stock', { _id: round._id }, { $set: { open: false } });
  await settle();
  expect(await recount(round)).toBe(false);
  expect(stockNow(township, round._id).remaining.a).toBe(5);
});
