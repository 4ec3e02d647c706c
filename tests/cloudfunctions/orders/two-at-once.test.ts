import { cartOf, orderNow, quantitiesIn, seenOf, seenPlaced } from '../../support/carts';
import { putFamily } from '../../support/families';
import { newRequestId } from '../../support/forms';
import { ordersNow } from '../../support/placed-orders';
import { putOpenRound, roundItem, stockNow } from '../../support/rounds';
import { useTownship } from '../../support/township';

jest.setTimeout(120_000);

const township = useTownship({ timers: false });
const left = (roundId: string) => stockNow(township, roundId).remaining;
const codes = (replies: readonly { ok: boolean; error?: { code: string } }[]) =>
  replies.map((reply) => (reply.ok ? 'ok' : reply.error!.code)).sort();

test('two phones of one household at once: one order, the other is told, and only one is held', async () => {
  const round = putOpenRound(township, { items: [roundItem('a', { stock: 10, limit: 5 })] });
  const { file, phone, phoneOf } = putFamily(township);
  const phones = [phone, phoneOf('一'), phoneOf('二'), phoneOf('三')];
  const replies = await Promise.all(
    phones.map((one, n) => one.call('orders', 'order', cartOf(round, { a: n + 1 }))),
  );
  expect(codes(replies)).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'ok']);
  const { a } = quantitiesIn(orderNow(township, round._id, file._id));
  expect(left(round._id)).toEqual({ a: 10 - a! });
});

test('a double tap, and ten of them, are one order', async () => {
  const round = putOpenRound(township, { items: [roundItem('a', { stock: 100, limit: 5 })] });
  const { phone } = putFamily(township);
  const cart = cartOf(round, { a: 2 });
  const replies = await Promise.all(Array.from({ length: 10 }, () => phone.call('orders', 'order', cart)));
  expect(codes(replies)).toEqual(Array(10).fill('ok'));
  expect(ordersNow(township, round._id)).toHaveLength(1);
  expect(left(round._id)).toEqual({ a: 98 });
});

test('two edits at once: one is written, the other is told, nothing is given back twice', async () => {
  const round = putOpenRound(township, {
    items: ['a', 'b'].map((id) => roundItem(id, { stock: 10, limit: 9 })),
  });
  const { file, phone, phoneOf } = putFamily(township);
  const placed = await phone.get('orders', 'order', cartOf(round, { a: 5, b: 1 }));
  const seen = seenOf(placed, { a: 5, b: 1 });
  const other = phoneOf('另一个');
  const replies = await Promise.all([
    phone.call('orders', 'order', cartOf(round, { a: 1, b: 4 }, { seen })),
    other.call('orders', 'order', cartOf(round, { a: 2, b: 6 }, { seen })),
    other.call('orders', 'cancel', {
      requestId: newRequestId(),
      orderId: placed.orderId,
      seen: seenPlaced(placed, { a: 5, b: 1 }),
    }),
  ]);
  expect(codes(replies)).toEqual(['CONFLICT', 'CONFLICT', 'ok']);
  const order = orderNow(township, round._id, file._id)!;
  const { a = 0, b = 0 } = order.status === 'placed' ? quantitiesIn(order) : {};
  expect(left(round._id)).toEqual({ a: 10 - a, b: 10 - b });
});

test('a household and its grid member at once: one order', async () => {
  const round = putOpenRound(township, { items: [roundItem('a', { stock: 10, limit: 5 })] });
  const { file, phone } = putFamily(township, { care: ['limitedMobility'] });
  const members = ['1', '2'].map((n) =>
    township.as(township.holderOf('gridMember', township.here.team.gridPath, n)),
  );
  const replies = await Promise.all([
    phone.call('orders', 'order', cartOf(round, { a: 1 })),
    ...members.map((member) =>
      member.call('orders', 'orderFor', {
        ...cartOf(round, { a: 3 }),
        householdId: file._id,
        told: 'phone',
      }),
    ),
  ]);
  expect(codes(replies)).toEqual(['CONFLICT', 'CONFLICT', 'ok']);
  const { a } = quantitiesIn(orderNow(township, round._id, file._id));
  expect(left(round._id)).toEqual({ a: 10 - a! });
});

test('forty households and ten pieces: ten get one, thirty are told, none is left and none too many', async () => {
  const round = putOpenRound(township, { items: [roundItem('a', { stock: 10, limit: 1 })] });
  const families = Array.from({ length: 40 }, () => putFamily(township));
  const replies = await Promise.all(
    families.map(({ phone }) => phone.call('orders', 'order', cartOf(round, { a: 1 }))),
  );
  expect(replies.filter(({ ok }) => ok)).toHaveLength(10);
  expect(ordersNow(township, round._id)).toHaveLength(10);
  expect(left(round._id)).toEqual({ a: 0 });
});
