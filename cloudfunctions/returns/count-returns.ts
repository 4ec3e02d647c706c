import type { Measure } from '../contracts/health';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/transaction';

export const RETURN_COUNTS = 'return_counts';
export const RETURN_DAYS = 'return_days';

/**
 * `expected`: declared and not checked yet. `arrived`: ever checked. `released`: ever released. `alerts`: open now. `measures.<measure>`: under it
 * now (free movement: ever).
 */
export type ReturnCounter = 'expected' | 'arrived' | 'released' | 'alerts' | `measures.${Measure}`;
type Counters = {
  expected?: number;
  arrived?: number;
  released?: number;
  alerts?: number;
  measures?: Partial<Record<Measure, number>>;
};

/** How things stand in one lowest grid; a counter that never moved is absent. Villages and towns are sums over `gridPath`. */
export type ReturnCountsDocument = Counters & { _id: string; gridPath: string[] };

/** What happened on one day in one lowest grid: increases only, so a day says how many came, not how many were left. */
export type ReturnDayDocument = Counters & {
  /** `<gridId>:<YYYY-MM-DD>` */
  _id: string;
  gridPath: string[];
  date: string;
};

type Grid = { gridId: string; gridPath: readonly string[] };
type Moves = Partial<Record<ReturnCounter, number>>;

/** Moves a grid's counters inside the transaction that writes what they count. */
export async function countReturns(
  transaction: Transaction,
  context: Pick<Context, 'database' | 'now'>,
  grid: Grid,
  moves: Moves,
): Promise<void> {
  const moved = Object.entries(moves).filter(([, by]) => by !== 0);
  const risen = moved.filter(([, by]) => by > 0);
  const date = toCalendarDate(context.now);
  const gridPath = [...grid.gridPath];
  await move(transaction, context, RETURN_COUNTS, { _id: grid.gridId, gridPath }, moved);
  await move(transaction, context, RETURN_DAYS, { _id: `${grid.gridId}:${date}`, gridPath, date }, risen);
}

/** Written whole where it is the first: two who are first at once meet in the transaction, and one comes again. */
async function move(
  transaction: Transaction,
  { database }: Pick<Context, 'database'>,
  collection: string,
  empty: { _id: string; gridPath: string[]; date?: string },
  moves: readonly [string, number][],
): Promise<void> {
  if (moves.length === 0) return;
  const change = Object.fromEntries(moves.map(([counter, by]) => [counter, database.command.inc(by)]));
  if (await transaction.change(collection, empty._id, change)) return;
  const measures: Record<string, number> = {};
  const counters: Record<string, number> = {};
  for (const [counter, by] of moves) {
    const measure = counter.startsWith('measures.') ? counter.slice('measures.'.length) : null;
    if (measure === null) counters[counter] = by;
    else measures[measure] = by;
  }
  await transaction.put(collection, { ...empty, ...counters, measures });
}
