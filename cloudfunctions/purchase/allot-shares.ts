import type { Context } from '../kernel/context';
import type { OrderDocument } from '../orders/order.document';
import { findOrder, writeOrder } from '../orders/order.repository';
import type { RoundDocument } from '../rounds/round.document';
import { writeJob } from '../rounds/round.repository';
import { readAllOrders } from './purchase.repository';
import { dueOf, type Shares, sharesOf, shortageOf } from './shares-of';

/** Orders that one write of the cursor stands for. */
const BATCH = 100;
/** Written at the same time: enough to keep the database busy, few enough for its connections. */
const AT_ONCE = 20;

/**
 * 分配: what comes is shared out over the orders, after the supplier said how much. Nobody's wishes change after cut-off, so a killed call comes to the same
 * shares and goes on after the cursor. True when the round's job is done, false when time is up or somebody else is at it.
 */
export async function allotShares(
  context: Context,
  round: RoundDocument,
  isTimeLeft: () => boolean,
): Promise<boolean> {
  const orders = await readAllOrders(context, round._id);
  const shares = sharesOf(round, orders);
  let present: RoundDocument | null = round;
  while (isTimeLeft() && present?.job?.step === 'allot') {
    const { cursor } = present.job;
    const batch = orders.filter(({ _id }) => _id > cursor).slice(0, BATCH);
    if (batch.length === 0)
      return (await writeJob(context, present, null, { short: shortageOf(shares.values()) })) !== null;
    for (let from = 0; from < batch.length; from += AT_ONCE)
      await Promise.all(
        batch.slice(from, from + AT_ONCE).map((order) => writeShares(context, order, shares.get(order._id))),
      );
    present = await writeJob(context, present, { step: 'allot', cursor: batch.at(-1)?._id ?? '' });
  }
  return false;
}

/** Somebody may move the order to another slot meanwhile; then its shares go into what stands now. */
async function writeShares(
  context: Context,
  order: OrderDocument,
  shares: Shares | undefined,
): Promise<void> {
  let present: OrderDocument | null = order;
  while (present?.status === 'placed' && shares !== undefined) {
    const lines = present.lines.map((line) => {
      const share = shares.lines.find(({ itemId }) => itemId === line.itemId);
      return share ? { ...line, allotted: share.allotted, substitute: share.substitute } : line;
    });
    if (await writeOrder(context, present, { ...present, lines, due: dueOf(lines) })) return;
    present = await findOrder(context, order._id);
  }
}
