import type * as z from 'zod';
import type { rosterContract } from '../contracts/roster';
import type { Context } from '../kernel/context';
import { readFaultyChunks, readJob } from './roster.repository';
import { byRow } from './roster-rows';

type Input = z.output<typeof rosterContract.faults.input>;
type Output = z.output<typeof rosterContract.faults.output>;

/** A chunk has twenty households: a page has some dozens of faults at the most. */
const CHUNKS_A_PAGE = 3;

/** One page of what was wrong, in the order of the sheet. */
export async function listFaults({ jobId, after }: Input, context: Context): Promise<Output> {
  const job = await readJob(context, jobId);
  const found = await readFaultyChunks(context, job._id, { from: after ?? 0, limit: CHUNKS_A_PAGE + 1 });
  const chunks = found.slice(0, CHUNKS_A_PAGE);
  return {
    faults: chunks.flatMap((chunk) => [...chunk.wrong, ...chunk.found].sort(byRow)),
    next: found[CHUNKS_A_PAGE]?.position ?? null,
  };
}
