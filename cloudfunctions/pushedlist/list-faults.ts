import type * as z from 'zod';
import type { pushedListContract } from '../contracts/pushed-list';
import type { Context } from '../kernel/context';
import { readFaultyRows, readList } from './pushedlist.repository';

type Input = z.output<typeof pushedListContract.faults.input>;
type Output = z.output<typeof pushedListContract.faults.output>;

const CHUNKS_A_PAGE = 2;

/** One page of what was wrong, in the order of the sheet. */
export async function listFaults({ listId, after }: Input, context: Context): Promise<Output> {
  const list = await readList(context, listId);
  const found = await readFaultyRows(context, list._id, { from: after ?? 0, limit: CHUNKS_A_PAGE + 1 });
  return {
    faults: found
      .slice(0, CHUNKS_A_PAGE)
      .flatMap((chunk) => [...chunk.wrong, ...chunk.found].sort((a, b) => a.row - b.row)),
    next: found[CHUNKS_A_PAGE]?.position ?? null,
  };
}
