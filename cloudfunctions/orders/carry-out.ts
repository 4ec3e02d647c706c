import type { Placed } from '../contracts/orders';
import type { Context } from '../kernel/context';
import type { Writer } from './buyer';
import { explainRefusal } from './explain-refusal';
import type { Seen } from './order-file';
import { type Asked, beyond, giveBack, type Quantities, quantitiesOf, reserve } from './reserve';

/** One act on one order: placing, changing, cancelling it. */
export type OrderAct = {
  requestId: string;
  orderId: string;
  writer: Writer;
  /** As the phone showed it; null for a household's first order. */
  seen: Seen | null;
  asked: Asked;
  /** Writes the order as it will stand; false when somebody else was first. */
  write: () => Promise<boolean>;
  /** What stands when all went well. */
  placed: Placed;
};

/** What the order held when the phone showed it. */
export const heldBy = (seen: Seen | null): Quantities =>
  seen?.status === 'placed' ? quantitiesOf(seen.lines) : new Map<string, number>();

/**
 * Takes first, writes the order then, gives back last. A process killed on the way may leave something taken that nobody holds, which the recount
 * finds, but never an order for what isn't there.
 */
export async function carryOut(act: OrderAct, context: Context): Promise<Placed> {
  const { asked, seen, placed } = act;
  if (!(await reserve(context, asked))) return explainRefusal(act, context);
  if (!(await act.write())) {
    await giveBack(context, asked.roundId, asked.taking);
    return explainRefusal(act, context);
  }
  await giveBack(context, asked.roundId, beyond(heldBy(seen), quantitiesOf(asked.lines)));
  return placed;
}
