import type * as z from 'zod';
import type { SettlementView, settlementContract } from '../contracts/settlement';
import type { Context } from '../kernel/context';
import { readOrdersById } from '../orders/order.repository';
import type { OrderDocument } from '../orders/order.document';
import { eachOrderOf } from '../pickup/each-order';
import { pickupRow } from '../pickup/pickup-row';
import { reachToSettle } from '../pickup/reach';
import { readEntriesOfRound } from './entry.repository';
import { entryView } from './entry-view';
import { settlementNow } from './settlement-view';

type DifferencesInput = z.output<typeof settlementContract.differences.input>;
type Differences = z.input<typeof settlementContract.differences.output>;
type EntriesInput = z.output<typeof settlementContract.entries.input>;
type Entries = z.input<typeof settlementContract.entries.output>;

const ROWS_A_PAGE = 50;

export async function showSettlement(
  { roundId }: { roundId: string },
  context: Context,
): Promise<SettlementView> {
  const reach = await reachToSettle(context, roundId);
  context.about({ gridPath: reach.round.gridPath });
  return settlementNow(context, reach);
}

const DIFFERS: Readonly<Record<DifferencesInput['kind'], (order: OrderDocument) => boolean>> = {
  owing: ({ delivered, paid }) => delivered > paid,
  overpaid: ({ delivered, paid }) => paid > delivered,
  uncollected: ({ due, delivered }) => due > delivered,
};

/** Compared order by order, because no index holds one field against another; a round is read once in a few calls. */
export async function showDifferences(
  { roundId, kind, after }: DifferencesInput,
  context: Context,
): Promise<Differences> {
  const reach = await reachToSettle(context, roundId);
  context.about({ gridPath: reach.round.gridPath });
  const orders = await eachOrderOf({ database: context.database, scope: reach.scope }, roundId);
  const found = orders.filter(({ _id }) => after === undefined || _id > after).filter(DIFFERS[kind]);
  const page = found.slice(0, ROWS_A_PAGE);
  return {
    rows: page.map((order) => pickupRow(order, reach)),
    next: found.length > page.length ? (page.at(-1)?._id ?? null) : null,
  };
}

export async function showEntries(
  { roundId, kind, after }: EntriesInput,
  context: Context,
): Promise<Entries> {
  const reach = await reachToSettle(context, roundId);
  context.about({ gridPath: reach.round.gridPath });
  const reader = { database: context.database, scope: reach.scope };
  const found = await readEntriesOfRound(reader, roundId, { kind, after, limit: ROWS_A_PAGE + 1 });
  const page = found.slice(0, ROWS_A_PAGE);
  const orders = await readOrdersById(reader, [...new Set(page.map(({ orderId }) => orderId))]);
  const headNames = new Map(orders.map(({ _id, headName }) => [_id, headName]));
  return {
    rows: page.map((entry) => entryView(entry, reach.round, headNames.get(entry.orderId) ?? '')),
    next: found.length > page.length ? (page.at(-1)?._id ?? null) : null,
  };
}
