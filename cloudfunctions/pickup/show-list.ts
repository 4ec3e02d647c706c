import type * as z from 'zod';
import type { pickupContract } from '../contracts/pickup';
import type { Context } from '../kernel/context';
import type { OrderDocument } from '../orders/order.document';
import { readOrder, readOrdersOfRound } from '../orders/order.repository';
import { roundCard } from '../rounds/round-card';
import { readEntriesOfOrder } from '../settlement/entry.repository';
import { entryView } from '../settlement/entry-view';
import { pickupRow } from './pickup-row';
import { reachToHandOut, roundIdOf } from './reach';

type ListInput = z.output<typeof pickupContract.list.input>;
type List = z.input<typeof pickupContract.list.output>;
type ShowInput = z.output<typeof pickupContract.show.input>;
type Shown = z.input<typeof pickupContract.show.output>;

/** An answer holds 1 MB, and a line of an order is up to 300 bytes of it. */
const LINES_A_PAGE = 2_000;
const ROWS_A_PAGE = 300;

/** Everybody within reach, in no order that means anything: the phone sorts by slot and searches, for it may have no network then. */
export async function showList({ roundId, after }: ListInput, context: Context): Promise<List> {
  const reach = await reachToHandOut(context, roundId);
  const { round, scope } = reach;
  context.about({ gridPath: round.gridPath });
  const found = await readOrdersOfRound({ database: context.database, scope }, roundId, {
    ...(after !== undefined && { after }),
    limit: ROWS_A_PAGE + 1,
  });
  const page = fitting(found.slice(0, ROWS_A_PAGE));
  return {
    round: roundCard(round),
    points: round.distribution.points,
    slots: round.distribution.slots,
    doorDate: round.distribution.doorDate,
    rows: page.map((order) => pickupRow(order, reach)),
    next: found.length > page.length ? (page.at(-1)?._id ?? null) : null,
  };
}

/** As many as go into one answer, and one at least. */
function fitting(orders: readonly OrderDocument[]): readonly OrderDocument[] {
  let lines = 0;
  const end = orders.findIndex((order, position) => {
    lines += order.lines.length;
    return position > 0 && lines > LINES_A_PAGE;
  });
  return end === -1 ? orders : orders.slice(0, end);
}

/** One order and all that moved at it. */
export async function showOrder({ orderId }: ShowInput, context: Context): Promise<Shown> {
  const reach = await reachToHandOut(context, roundIdOf(orderId));
  const reader = { database: context.database, scope: reach.scope };
  const order = await readOrder(reader, orderId);
  context.about({ householdId: order.householdId, gridPath: order.gridPath });
  const entries = await readEntriesOfOrder(reader, orderId);
  return {
    round: roundCard(reach.round),
    row: pickupRow(order, reach),
    entries: entries.map((entry) => entryView(entry, reach.round, order.headName)),
  };
}
