import type * as z from 'zod';
import type { pushedListContract } from '../contracts/pushed-list';
import type { Context } from '../kernel/context';
import { listView } from './list.document';
import { countEntries, countOverdue, readLists } from './pushedlist.repository';

type Input = z.output<typeof pushedListContract.lists.input>;
type Output = z.output<typeof pushedListContract.lists.output>;

const A_PAGE = 10;

/** The town's lists with how far each is: three counts a list, each answered from an index. */
export async function showLists({ after }: Input, context: Context): Promise<Output> {
  const found = await readLists(context, {
    ...(after !== undefined && { before: after }),
    limit: A_PAGE + 1,
  });
  const page = found.slice(0, A_PAGE);
  return {
    lists: await Promise.all(
      page.map(async (list) => {
        const [open, overdue, unassigned] = await Promise.all([
          countEntries(context, { listId: list._id, status: 'open' }),
          countOverdue(context, list._id),
          countEntries(context, { listId: list._id, status: 'open', placed: false }),
        ]);
        return { ...listView(list), open, overdue, unassigned };
      }),
    ),
    next: found.length > A_PAGE ? (page.at(-1)?.importedAt ?? null) : null,
  };
}
