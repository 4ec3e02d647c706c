import { recountStock } from '../../../cloudfunctions/orders/recount-stock';
import type { RoundDocument } from '../../../cloudfunctions/rounds/round.document';
import { SECONDS_TO_SETTLE } from '../../../cloudfunctions/rounds/round.document';
import { cartOf, orderNow, quantitiesIn, seenOf, seenPlaced } from '../../support/carts';
import { type Cut, cutAt } from '../../support/cut-line';
import { putFamily } from '../../support/families';
import { newRequestId } from '../../support/forms';
import { putOpenRound, roundItem, stockNow } from '../../support/rounds';
import { timerContext } from '../../support/sdk-in-process';
import { useTownship } from '../../support/township';

jest.setTimeout(120_000);

const township = useTownship({ timers: false });
const STOCK = 10;
const items = () => ['a', 'b', 'c'].map((itemId) => roundItem(itemId, { limit: 5, stock: STOCK }));

type Held = Record<string, number>;
const sumOf = (held: Held, left: Held): Held =>
  Object.fromEntries(['a', 'b', 'c'].map((id) => [id, (held[id] ?? 0) + left[id]!]));

/** What the household holds, and what is left: together never more than there is. */
function heldAndLeft(round: RoundDocument, householdId: string): { held: Held; sum: Held } {
  const order = orderNow(township, round._id, householdId);
  const held = order?.status === 'placed' ? quantitiesIn(order) : {};
  const sum = sumOf(held, stockNow(township, round._id).remaining);
  for (const pieces of Object.values(sum)) expect(pieces).toBeLessThanOrEqual(STOCK);
  return { held, sum };
}

async function recount(round: RoundDocument): Promise<boolean> {
  return recountStock(await timerContext(township), round);
}

const acts = {
  'a first order': async () => {
    const round = putOpenRound(township, { items: items() });
    const { phone, file } = putFamily(township);
    const cart = cartOf(round, { a: 3, b: 2 });
    return { round, file, act: () => phone.call('orders', 'order', cart), becomes: { a: 3, b: 2 } as Held };
  },
  'an edit that takes more and gives back': async () => {
    const { round, phone, file, seen } = await ordered();
    const cart = cartOf(round, { a: 1, b: 4, c: 1 }, { seen });
    return {
      round,
      file,
      act: () => phone.call('orders', 'order', cart),
      becomes: { a: 1, b: 4, c: 1 } as Held,
    };
  },
  cancelling: async () => {
    const { round, phone, file, placed } = await ordered();
    const cancel = {
      requestId: newRequestId(),
      orderId: placed.orderId,
      seen: seenPlaced(placed, { a: 3, b: 2 }),
    };
    return { round, file, act: () => phone.call('orders', 'cancel', cancel), becomes: {} as Held };
  },
};

async function ordered() {
  const round = putOpenRound(township, { items: items() });
  const { phone, file } = putFamily(township);
  const placed = await phone.get('orders', 'order', cartOf(round, { a: 3, b: 2 }));
  return { round, phone, file, placed, seen: seenOf(placed, { a: 3, b: 2 }) };
}

const cuts = Object.keys(acts).flatMap((name) =>
  [0, 1, 2, 3, 4].flatMap((at) => (['before', 'after'] as Cut[]).map((cut) => [name, at, cut] as const)),
);

test.each(cuts)(
  '%s, killed at database call %i, %s it was done: sent again it is done once, and a recount finds what leaked',
  async (name, at, cut) => {
    const { round, file, act, becomes } = await acts[name as keyof typeof acts]();
    await cutAt(township.simulator, at, cut, act);
    heldAndLeft(round, file._id);
    expect(await act()).toMatchObject({ ok: true });
    expect(heldAndLeft(round, file._id).held).toEqual(becomes);
    // Too early: somebody may still be on the way.
    expect(await recount(round)).toBe(false);
    await township.simulator.clock.advance((SECONDS_TO_SETTLE + 1) * 1000);
    expect(await recount(round)).toBe(true);
    expect(heldAndLeft(round, file._id).sum).toEqual({ a: STOCK, b: STOCK, c: STOCK });
    expect(await recount(round)).toBe(false);
  },
);

test('the cuts above reach every database call of an order', async () => {
  for (const prepare of Object.values(acts)) {
    const { act } = await prepare();
    expect(await cutAt(township.simulator, 99, 'before', act)).toBeLessThanOrEqual(5);
  }
});
