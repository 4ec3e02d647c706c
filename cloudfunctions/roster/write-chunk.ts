import type { Context } from '../kernel/context';
import { isDuplicateKey } from '../kernel/documents';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { counterMoves } from '../registration/rules';
import { searchable } from '../registration/search-keys';
import { COVERAGE } from '../township/grid.document';
import { type ChunkDocument, CHUNKS, type JobDocument, JOBS } from './job.document';

/** A file to add, or to change from what it was when it was compared. */
export type FileWrite = { before: HouseholdDocument | null; after: HouseholdDocument };

/** The job or one of the files is not what it was: read again and decide again. */
export class MovedMeanwhile extends Error {}

type ChunkWrite = {
  before: JobDocument;
  job: JobDocument;
  chunk: ChunkDocument;
  writes: readonly FileWrite[];
};

/** Files, counters, the chunk and the job's cursor: all of them or none. */
export const writeChunk = async (
  context: Context,
  { before, job, chunk, writes }: ChunkWrite,
): Promise<void> =>
  inTransaction(context.database, async (transaction) => {
    const present = await transaction.get<JobDocument>(JOBS, job._id);
    if (present?.status !== before.status || present.cursor !== before.cursor) throw new MovedMeanwhile();
    for (const write of writes) await writeFile(transaction, context, write);
    await moveCounters(transaction, context, writes);
    await transaction.put(CHUNKS, chunk);
    await transaction.put(JOBS, job);
  });

async function writeFile(
  transaction: Transaction,
  { vault }: Context,
  { before, after }: FileWrite,
): Promise<void> {
  const file = searchable(after, vault);
  if (before === null) {
    // One call instead of two for each household of a first import.
    await transaction.add(HOUSEHOLDS, file).catch((fault: unknown) => {
      throw isDuplicateKey(fault) ? new MovedMeanwhile() : fault;
    });
    return;
  }
  const present = await transaction.get<HouseholdDocument>(HOUSEHOLDS, before._id);
  if (present?.version !== before.version) throw new MovedMeanwhile();
  await transaction.put(HOUSEHOLDS, file);
}

/** One change for each grid, however many of its households there are. */
async function moveCounters(
  transaction: Transaction,
  { database }: Context,
  writes: readonly FileWrite[],
): Promise<void> {
  const sums = new Map<string, Record<string, number>>();
  for (const { before, after } of writes)
    for (const { gridId, status, by } of counterMoves(before, after)) {
      const sum = sums.get(gridId) ?? {};
      sum[status] = (sum[status] ?? 0) + by;
      sums.set(gridId, sum);
    }
  for (const [gridId, sum] of sums) {
    const change = Object.fromEntries(
      Object.entries(sum).map(([status, by]) => [status, database.command.inc(by)]),
    );
    if (!(await transaction.change(COVERAGE, gridId, change)))
      throw new Error(`The grid ${gridId} has no counters`);
  }
}
