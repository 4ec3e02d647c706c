import type * as z from 'zod';
import type { QueueRow } from '../contracts';
import type { registrationContract } from '../contracts/registration';
import type { Context } from '../kernel/context';
import { filesWithDuplicates } from './duplicates';
import { queueRow } from './household-view';
import { readFilesSharingPapers, readQueue } from './registration.repository';

type Input = z.output<typeof registrationContract.queue.input>;

const ROWS_A_PAGE = 20;

/** One page of the files that wait. Rows name the door, because that is where the grid member goes next. */
export async function showQueue(
  { status, after }: Input,
  context: Context,
): Promise<{ rows: QueueRow[]; next: string | null }> {
  const found = await readQueue(context, {
    status,
    ...(after !== undefined && { after: Buffer.from(after, 'base64url').toString() }),
    limit: ROWS_A_PAGE + 1,
  });
  const files = found.slice(0, ROWS_A_PAGE);
  const papersIndexes = files.flatMap((file) => file.papersIndexes);
  const sharing = papersIndexes.length === 0 ? [] : await readFilesSharingPapers(context, papersIndexes);
  const duplicates = filesWithDuplicates([...files, ...sharing]);
  const last = files.at(-1);
  return {
    rows: files.map((file) => queueRow(file, duplicates.has(file._id), context.vault)),
    next: last && found.length > files.length ? Buffer.from(last.queueKey).toString('base64url') : null,
  };
}
