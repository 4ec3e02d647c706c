import type { Reply } from '../../../cloudfunctions/contracts';
import { cartOf, seenOf, seenPlaced } from '../../support/carts';
import { putFamily } from '../../support/families';
import { newRequestId } from '../../support/forms';
import { putOpenRound, roundItem } from '../../support/rounds';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });

async function callsOf<T>(act: () => Promise<Reply<T>>): Promise<{ calls: number; data: T }> {
  const before = township.simulator.database.statistics().calls;
  const reply = await act();
  if (!reply.ok) throw new Error(reply.error.message);
  return { calls: township.simulator.database.statistics().calls - before, data: reply.data };
}

/** Each count holds who calls, what is done, and the audit entry. */
test('an order costs five database calls at most, whatever is done to it', async () => {
  const round = putOpenRound(township, {
    items: ['a', 'b'].map((id) => roundItem(id, { stock: 50, limit: 9 })),
  });
  const { phone, file } = putFamily(township, { care: ['dialysis'] });
  const proxy = township.as(township.holderOf('gridMember', township.here.team.gridPath));
  const first = await callsOf(() => phone.call('orders', 'order', cartOf(round, { a: 2, b: 2 })));
  const more = await callsOf(() =>
    phone.call(
      'orders',
      'order',
      cartOf(round, { a: 3, b: 2 }, { seen: seenOf(first.data, { a: 2, b: 2 }) }),
    ),
  );
  const mixed = await callsOf(() =>
    phone.call('orders', 'order', cartOf(round, { a: 1, b: 4 }, { seen: seenOf(more.data, { a: 3, b: 2 }) })),
  );
  const byProxy = await callsOf(() =>
    proxy.call('orders', 'orderFor', {
      ...cartOf(round, { a: 2, b: 1 }, { seen: seenOf(mixed.data, { a: 1, b: 4 }) }),
      householdId: file._id,
      told: 'door',
    }),
  );
  const cancelled = await callsOf(() =>
    phone.call('orders', 'cancel', {
      requestId: newRequestId(),
      orderId: first.data.orderId,
      seen: seenPlaced(byProxy.data, { a: 2, b: 1 }),
    }),
  );
  const again = await callsOf(() =>
    phone.call('orders', 'order', cartOf(round, { a: 1 }, { seen: seenOf(cancelled.data, { a: 2, b: 1 }) })),
  );
  const shop = await callsOf(() => phone.call('orders', 'shop', { roundId: round._id }));
  const offered = await callsOf(() => phone.call('orders', 'offered', {}));
  const mine = await callsOf(() => phone.call('orders', 'mine', {}));
  expect({
    first: first.calls,
    more: more.calls,
    mixed: mixed.calls,
    byProxy: byProxy.calls,
    cancelled: cancelled.calls,
    again: again.calls,
    shop: shop.calls,
    offered: offered.calls,
    mine: mine.calls,
  }).toEqual({
    first: 5,
    more: 4,
    mixed: 5,
    byProxy: 5,
    cancelled: 5,
    again: 4,
    shop: 7,
    offered: 4,
    mine: 3,
  });
});
