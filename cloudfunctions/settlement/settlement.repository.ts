import type { Context, Database } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { type OrderDocument, ORDERS } from '../orders/order.document';
import type { RoundDocument } from '../rounds/round.document';
import { type SettlementDocument, SETTLEMENTS } from './settlement.document';

const KEPT_REQUESTS = 30;

/** A round's settlement as it begins. */
const fresh = ({ _id, gridPath }: RoundDocument): SettlementDocument => ({
  _id,
  gridPath,
  counts: [],
  signature: null,
  totals: null,
  explanation: '',
  settledBy: null,
  version: 0,
  requests: [],
});

/** Whoever asks has shown that the round is theirs. */
export const readSettlement = async (database: Database, round: RoundDocument): Promise<SettlementDocument> =>
  (await unscoped<SettlementDocument>(database, SETTLEMENTS).get(round._id)) ?? fresh(round);

/**
 * Changes a round's settlement, all or nothing; the same request again answers what stands. `decide` throws where it may not be, and answers the
 * same object where there is nothing to do.
 */
export async function changeSettlement(
  { database }: Pick<Context, 'database'>,
  round: RoundDocument,
  /** Null for what is no act of a person's own. */
  requestId: string | null,
  decide: (
    settlement: SettlementDocument,
    transaction: Transaction,
  ) => SettlementDocument | Promise<SettlementDocument>,
): Promise<SettlementDocument> {
  return inTransaction(database, async (transaction) => {
    const stored = (await transaction.get<SettlementDocument>(SETTLEMENTS, round._id)) ?? fresh(round);
    if (requestId !== null && stored.requests.includes(requestId)) return stored;
    const decided = await decide(stored, transaction);
    if (decided === stored) return stored;
    const next = {
      ...decided,
      version: stored.version + 1,
      ...(requestId !== null && { requests: [...stored.requests.slice(1 - KEPT_REQUESTS), requestId] }),
    };
    await transaction.put(SETTLEMENTS, next);
    return next;
  });
}

/** Marks every order of the round, those that are just being written among them: see `requireMovable`. */
export async function freezeOrders(database: Database, roundId: string, at: string): Promise<void> {
  await unscoped<OrderDocument>(database, ORDERS).update(
    { roundId },
    { frozenAt: at, version: database.command.inc(1) },
  );
}

export type OrderSums = {
  orders: number;
  ordered: number;
  due: number;
  delivered: number;
  paid: number;
  owing: { households: number; amount: number };
  overpaid: { households: number; amount: number };
  uncollected: { households: number; amount: number };
};

/** The sums over a round's placed orders: one aggregation over one index, however many they are. */
export async function sumOrders(database: Database, roundId: string): Promise<OrderSums> {
  const $ = database.command.aggregate;
  const above = (one: string, other: string) => $.gt([one, other]);
  const excess = (one: string, other: string) =>
    $.sum($.cond({ if: above(one, other), then: $.subtract([one, other]), else: 0 }));
  const households = (one: string, other: string) =>
    $.sum($.cond({ if: above(one, other), then: 1, else: 0 }));
  const { list } = (await database
    .collection(ORDERS)
    .aggregate()
    .match({ roundId, status: 'placed' })
    .group({
      _id: null,
      orders: $.sum(1),
      ordered: $.sum('$ordered'),
      due: $.sum('$due'),
      delivered: $.sum('$delivered'),
      paid: $.sum('$paid'),
      owing: excess('$delivered', '$paid'),
      owingHouseholds: households('$delivered', '$paid'),
      overpaid: excess('$paid', '$delivered'),
      overpaidHouseholds: households('$paid', '$delivered'),
      uncollected: excess('$due', '$delivered'),
      uncollectedHouseholds: households('$due', '$delivered'),
    })
    .end()) as { list: Record<string, number>[] };
  const sum = (key: string): number => list[0]?.[key] ?? 0;
  const difference = (key: string) => ({ households: sum(`${key}Households`), amount: sum(key) });
  return {
    orders: sum('orders'),
    ordered: sum('ordered'),
    due: sum('due'),
    delivered: sum('delivered'),
    paid: sum('paid'),
    owing: difference('owing'),
    overpaid: difference('overpaid'),
    uncollected: difference('uncollected'),
  };
}
