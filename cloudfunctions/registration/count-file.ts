import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/transaction';
import { COVERAGE } from '../township/grid.document';
import type { HouseholdDocument } from './household.document';
import { careMoves, counterMoves } from './rules';

/** A file as it stood, null for a new one, and as it is written now. */
type Written = { before: HouseholdDocument | null; after: HouseholdDocument };

/** Moves the counters of the grids in which a file stood and stands, inside the transaction that writes it. */
export const countFile = async (
  transaction: Transaction,
  context: Pick<Context, 'database'>,
  before: HouseholdDocument | null,
  after: HouseholdDocument,
): Promise<void> => countFiles(transaction, context, [{ before, after }]);

/** The same for many files: one change for each grid, however many of its households there are. */
export async function countFiles(
  transaction: Transaction,
  { database }: Pick<Context, 'database'>,
  writes: readonly Written[],
): Promise<void> {
  const sums = new Map<string, Map<string, number>>();
  const add = (gridId: string, counter: string, by: number) => {
    const sum = sums.get(gridId) ?? new Map<string, number>();
    sums.set(gridId, sum.set(counter, (sum.get(counter) ?? 0) + by));
  };
  for (const { before, after } of writes) {
    for (const { gridId, status, by } of counterMoves(before, after)) add(gridId, status, by);
    for (const [gridId, moves] of careMoves(before, after))
      for (const [category, by] of moves) add(gridId, `care.${category}`, by);
  }
  for (const [gridId, sum] of sums) {
    const moved = [...sum].filter(([, by]) => by !== 0);
    if (moved.length === 0) continue;
    const change = Object.fromEntries(moved.map(([counter, by]) => [counter, database.command.inc(by)]));
    if (!(await transaction.change(COVERAGE, gridId, change)))
      throw new Error(`The grid ${gridId} has no counters`);
  }
}
