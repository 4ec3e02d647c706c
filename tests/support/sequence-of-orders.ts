import { cartOf, orderNow, quantitiesIn, seenOf, seenPlaced } from './carts';
import type { Family } from './families';
import { newRequestId } from './forms';
import type { Scene } from './supply-sequences';

/** Orders, edits, cancellations and orders placed again, some by two phones at once and some sent twice. */
export async function ordering(scene: Scene, steps: number): Promise<void> {
  const { families, roll } = scene;
  // Everybody has ordered something at first, so that there is something to change.
  for (const family of families) await order(scene, family);
  for (let step = 0; step < steps; step += 1) {
    const family = families[roll(families.length)]!;
    if (roll(5) === 0) await cancel(scene, family);
    else if (roll(3) === 0) await Promise.all([order(scene, family), order(scene, family)]);
    else await order(scene, family);
  }
}

async function order({ township, round, roll, note }: Scene, { file, phone }: Family): Promise<void> {
  const stored = orderNow(township, round._id, file._id);
  const wanted = Object.fromEntries(
    round.items.flatMap(({ itemId }) => {
      const quantity = roll(4);
      return quantity === 0 ? [] : [[itemId, quantity]];
    }),
  );
  const cart = cartOf(round, Object.keys(wanted).length > 0 ? wanted : { veg: 1 }, {
    substitutes: roll(2) === 0,
    ...(stored && { seen: seenOf(stored, quantitiesIn(stored)) }),
  });
  note(stored ? 'change' : 'order', await phone.call('orders', 'order', cart));
  if (roll(4) === 0) note('order again', await phone.call('orders', 'order', cart));
}

async function cancel({ township, round, note }: Scene, { file, phone }: Family): Promise<void> {
  const stored = orderNow(township, round._id, file._id);
  if (stored?.status !== 'placed') return;
  const form = {
    requestId: newRequestId(),
    orderId: stored._id,
    seen: seenPlaced(stored, quantitiesIn(stored)),
  };
  note('cancel', await phone.call('orders', 'cancel', form));
}
