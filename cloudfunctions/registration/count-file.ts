import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/transaction';
import { COVERAGE } from '../township/grid.document';
import type { HouseholdDocument } from './household.document';
import { careMoves, counterMoves } from './rules';

/** Moves the counters of the grids in which a file stood and stands, inside the transaction that writes it. */
export async function countFile(
  transaction: Transaction,
  { database }: Pick<Context, 'database'>,
  before: HouseholdDocument | null,
  after: HouseholdDocument,
): Promise<void> {
  const changes = new Map<string, Record<string, unknown>>();
  const changeOf = (gridId: string) => {
    const change = changes.get(gridId) ?? {};
    changes.set(gridId, change);
    return change;
  };
  for (const { gridId, status, by } of counterMoves(before, after))
    changeOf(gridId)[status] = database.command.inc(by);
  for (const [gridId, moves] of careMoves(before, after))
    for (const [category, by] of moves)
      if (by !== 0) changeOf(gridId)[`care.${category}`] = database.command.inc(by);

  for (const [gridId, change] of changes)
    if (!(await transaction.change(COVERAGE, gridId, change)))
      throw new Error(`The grid ${gridId} has no counters`);
}
