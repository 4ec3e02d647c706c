import type { OrderDocument } from '../../cloudfunctions/orders/order.document';
import { chinaTime, toTimestamp } from '../../cloudfunctions/kernel/clock';
import { newRequestId } from './forms';
import { booksOf } from './reconciliation';
import type { Scene } from './supply-sequences';

type Act = 'handOver' | 'refund' | 'takePayment' | 'noShow';
type Send = () => Promise<void>;

/** So many acts that a phone has sent or kept are sent again after the round was settled. */
const KEPT = 6;

/**
 * Hand-overs of all and of part, payments of too little and too much, refunds, no-shows; each now or later, once or twice, alone or together with
 * somebody else at another counter. Answers acts that are to be sent again when all is over.
 */
export async function handingOut(scene: Scene, steps: number): Promise<Send[]> {
  const { roll, township } = scene;
  const sent: Send[] = [];
  let late: Send[] = [];
  for (let step = 0; step < steps; step += 1) {
    const acts = Array.from({ length: 1 + (roll(4) === 0 ? 1 : 0) }, () => anAct(scene));
    // One in four was done where there is no network, and comes with the others of its phone, in no order.
    if (roll(4) === 0) late.push(...acts);
    else await Promise.all(acts.map((act) => act()));
    if (roll(5) === 0) await sent[roll(Math.max(1, sent.length))]?.();
    if (roll(8) === 0) {
      for (const act of late.reverse()) await act();
      late = [];
    }
    sent.push(...acts);
    await township.simulator.clock.advance(20_000);
  }
  return [...late, ...sent.slice(-KEPT)];
}

function anAct({ township, round, counters, roll, note }: Scene): Send {
  const { orders } = booksOf(township, round._id);
  const order = orders[roll(orders.length)]!;
  const act = (['handOver', 'handOver', 'handOver', 'takePayment', 'refund', 'noShow'] as const)[roll(6)]!;
  const phone = counters[roll(counters.length)]!;
  const form = formOf(act, order, roll);
  const at = toTimestamp(chinaTime(township.simulator.clock.now()));
  return async () => {
    note(act, await phone.call('pickup', act, { ...form, at } as never));
  };
}

function formOf(act: Act, order: OrderDocument, roll: Scene['roll']): object {
  const base = { requestId: newRequestId(), orderId: order._id };
  const method = roll(3) === 0 ? ('phone' as const) : ('cash' as const);
  const open = Math.max(0, order.due - order.paid);
  switch (act) {
    case 'handOver':
      return {
        ...base,
        lines: someOf(order, roll),
        money: [open, open, roll(open + 1), open + 100][roll(4)],
        method,
      };
    case 'takePayment':
      return { ...base, money: 1 + roll(open + 50), method };
    case 'refund':
      return { ...base, lines: backOf(order, roll), money: roll(order.paid + 1), method, reason: '坏了' };
    case 'noShow':
      return base;
  }
}

/** All that is left, or a part, or now and then one piece more than there is. */
const someOf = ({ lines }: OrderDocument, roll: Scene['roll']) => {
  const isAll = roll(2) === 0;
  return lines.map(({ itemId, allotted, quantity, delivered, substitute, substituteDelivered }) => {
    const left = (allotted ?? quantity) - delivered;
    const instead = (substitute?.quantity ?? 0) - substituteDelivered;
    return {
      itemId,
      quantity: isAll ? left : roll(left + (roll(10) === 0 ? 2 : 1)),
      substituteQuantity: substitute === null ? 0 : isAll ? instead : roll(instead + 1),
    };
  });
};

const backOf = ({ lines }: OrderDocument, roll: Scene['roll']) =>
  lines.map(({ itemId, delivered, substitute, substituteDelivered }) => ({
    itemId,
    quantity: roll(delivered + (roll(10) === 0 ? 2 : 1)),
    substituteQuantity: substitute === null ? 0 : roll(substituteDelivered + 1),
  }));
