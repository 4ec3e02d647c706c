import type { Context } from '../kernel/context';
import { isDuplicateKey } from '../kernel/documents';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { countFiles } from '../registration/count-file';
import { searchable } from '../registration/search-keys';
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
    await countFiles(transaction, context, writes);
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
