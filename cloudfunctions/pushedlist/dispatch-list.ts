import type { PushedList } from '../contracts/pushed-list';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { timeBudget } from '../kernel/time-budget';
import type { GridDocument } from '../township/grid.document';
import { type Compared, compareRows } from './compare-rows';
import { type ListDocument, listView, noCounts, type RowsDocument } from './list.document';
import {
  dispatchChunk,
  keepFound,
  moveList,
  readGridsOfTown,
  readList,
  readRowsAt,
} from './pushedlist.repository';

type Input = { listId: string };

/** Goes on with the dry run: what each row would be. Nobody is looked for yet; a killed call goes on where the list stands. */
export const checkList = async ({ listId }: Input, context: Context): Promise<PushedList> =>
  goOn(context, listId, 'checking', async (list, chunk, compared) => {
    await keepFound(context, chunk, compared.found);
    return moveList(context, list, stepAfter(list, chunk, compared, 'checked'));
  });

/**
 * Dispatches a checked list to the grids, chunk by chunk. A chunk's entries and the list's cursor move in one transaction: a killed call goes
 * on behind the last whole chunk, and two who press at once dispatch each row once.
 */
export async function applyList({ listId }: Input, context: Context): Promise<PushedList> {
  const list = await readList(context, listId);
  if (list.status === 'checking') throw new AppError('CONFLICT', '还没有检查完，请先检查');
  if (list.status === 'checked')
    await moveList(context, list, {
      status: 'applying',
      cursor: 0,
      done: 0,
      unplaced: 0,
      counts: noCounts(),
    });
  return goOn(context, listId, 'applying', async (before, chunk, compared) =>
    dispatchChunk(context, {
      before,
      next: { ...before, ...stepAfter(before, chunk, compared, 'applied') },
      chunk: {
        ...chunk,
        sealed: null,
        found: compared.found,
        faultCount: chunk.wrong.length + compared.found.length,
      },
      entries: [...compared.toFind, ...compared.declared],
    }),
  );
}

type Step = (list: ListDocument, chunk: RowsDocument, compared: Compared) => Promise<boolean>;

async function goOn(
  context: Context,
  listId: string,
  status: 'checking' | 'applying',
  step: Step,
): Promise<PushedList> {
  const isTimeLeft = timeBudget();
  let list = await readList(context, listId);
  const grids: GridDocument[] = await readGridsOfTown(context, list.gridPath[0] ?? '');
  while (list.status === status && isTimeLeft()) {
    const chunk = await readRowsAt(context, listId, list.cursor);
    // A dispatched chunk has no rows any more: somebody else was faster, and the list says how far they are.
    if (chunk.sealed !== null) await step(list, chunk, await compareRows(context, list, chunk, grids));
    list = await readList(context, listId);
  }
  return listView(list);
}

function stepAfter(
  list: ListDocument,
  chunk: RowsDocument,
  { toFind, declared, found }: Compared,
  end: 'checked' | 'applied',
): Partial<ListDocument> {
  const cursor = list.cursor + 1;
  const listed = found.filter(({ outcome }) => outcome === 'listed').length;
  return {
    cursor,
    done: list.done + chunk.rows,
    unplaced: list.unplaced + toFind.filter(({ placed }) => !placed).length,
    counts: {
      toFind: list.counts.toFind + toFind.length,
      declared: list.counts.declared + declared.length,
      listed: list.counts.listed + listed,
      wrong: list.counts.wrong + new Set(chunk.wrong.map(({ row }) => row)).size,
    },
    ...(cursor === list.chunks && { status: end }),
  };
}
