import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { mayTouchGrid } from '../kernel/scope';
import { inTransaction } from '../kernel/transaction';
import { type ReturneeDocument, RETURNEES } from '../returns/declaration.document';
import { type GridDocument, GRIDS } from '../township/grid.document';
import {
  chunkIdOf,
  ENTRIES,
  type EntryDocument,
  type ListDocument,
  LISTS,
  type RowFault,
  ROWS,
  type RowsDocument,
} from './list.document';

const listsOf = (context: Context) => scoped<ListDocument>(context, LISTS, null);
const rowsOf = (context: Context) => scoped<RowsDocument>(context, ROWS, null);
const entriesOf = (context: Context) => scoped<EntryDocument>(context, ENTRIES, null);

/** A list of the caller's town; throws NOT_FOUND for any other. */
export async function readList(context: Context, listId: string): Promise<ListDocument> {
  const list = await listsOf(context).get(listId);
  if (!list || list.status === 'staging') throw new AppError('NOT_FOUND', '没有找到这份名单，请重新选择表格');
  context.about({ gridPath: list.gridPath });
  return list;
}

/** A list in whatever state, for the form that made it. */
export const findList = async (context: Context, listId: string): Promise<ListDocument | null> =>
  listsOf(context).get(listId);

export const readLists = async (
  context: Context,
  { before, limit }: { before?: string; limit: number },
): Promise<ListDocument[]> => {
  const { command } = context.database;
  return listsOf(context).find(
    {
      status: command.neq('staging'),
      ...(before !== undefined && { importedAt: command.lt(before) }),
    },
    { orderBy: [['importedAt', 'desc']], limit },
  );
};

export const insertList = async (context: Context, list: ListDocument): Promise<boolean> =>
  listsOf(context).insert(list);

/** Moves a list on if it still stands where the caller saw it; false when somebody else was faster. */
export const moveList = async (
  context: Context,
  { _id, status, cursor }: ListDocument,
  { counts, ...plain }: Partial<ListDocument>,
): Promise<boolean> =>
  (await listsOf(context).update(
    { _id, status, cursor },
    { ...plain, ...(counts && { counts: context.database.command.set(counts) }) },
  )) === 1;

/** Writes a list's rows. What is there already came from the same form. */
export async function insertRows(context: Context, chunks: readonly RowsDocument[]): Promise<void> {
  await Promise.all(chunks.map((chunk) => rowsOf(context).insert(chunk)));
}

export async function readRowsAt(context: Context, listId: string, position: number): Promise<RowsDocument> {
  const chunk = await rowsOf(context).get(chunkIdOf(listId, position));
  if (!chunk) throw new Error('A part of a list is not there');
  return chunk;
}

export async function keepFound(context: Context, chunk: RowsDocument, found: RowFault[]): Promise<void> {
  await rowsOf(context).update({ _id: chunk._id }, { found, faultCount: chunk.wrong.length + found.length });
}

export const readFaultyRows = async (
  context: Context,
  listId: string,
  { from, limit }: { from: number; limit: number },
): Promise<RowsDocument[]> => {
  const { command } = context.database;
  return rowsOf(context).find(
    { listId, position: command.gte(from), faultCount: command.gt(0) },
    { orderBy: [['position', 'asc']], limit },
  );
};

/** Removes a list and its rows; the rows first, so that a cut in between leaves something to come back to. */
export async function removeList(context: Context, listId: string): Promise<void> {
  await rowsOf(context).remove({ listId });
  await listsOf(context).remove({ _id: listId });
}

/** Lists that began before a moment, for the timer. */
export const readListsBefore = async (
  context: Context,
  { before, status, limit }: { before: string; status: ListDocument['status']; limit: number },
): Promise<ListDocument[]> =>
  listsOf(context).find({ status, importedAt: context.database.command.lt(before) }, { limit });

const MOST_GRIDS = 1000;

/** All grids of a town, itself included. */
export const readGridsOfTown = async ({ database }: Context, townId: string): Promise<GridDocument[]> =>
  unscoped<GridDocument>(database, GRIDS).find({ path: townId }, { limit: MOST_GRIDS });

/** The grid, where the caller's role reaches it. */
export async function readGrid({ database, scope }: Context, gridId: string): Promise<GridDocument> {
  const grid = await unscoped<GridDocument>(database, GRIDS).get(gridId);
  if (!grid || !mayTouchGrid(scope, grid.path)) throw new AppError('NOT_FOUND', '没有找到这个网格');
  return grid;
}

/** Which of these people have an open declaration, and which. */
export async function readOpenDeclarations(
  { database }: Context,
  personKeys: readonly string[],
): Promise<Map<string, string>> {
  if (personKeys.length === 0) return new Map();
  const found = await unscoped<ReturneeDocument>(database, RETURNEES).find(
    { _id: database.command.in([...personKeys]) },
    { limit: personKeys.length },
  );
  return new Map(
    found.flatMap(({ _id, openDeclarationId }) =>
      openDeclarationId === null ? [] : [[_id, openDeclarationId]],
    ),
  );
}

/** Which of these people somebody of the town is looking for already, on any list. */
export const readOpenEntriesOf = async (
  context: Context,
  personKeys: readonly string[],
): Promise<EntryDocument[]> =>
  personKeys.length === 0
    ? []
    : entriesOf(context).find(
        { personKey: context.database.command.in([...personKeys]), status: 'open' },
        { limit: 1000 },
      );

/** The rows of a chunk that are dispatched, and the list's step, all or nothing. False when somebody else was faster. */
export const dispatchChunk = async (
  context: Context,
  {
    before,
    next,
    chunk,
    entries,
  }: { before: ListDocument; next: ListDocument; chunk: RowsDocument; entries: EntryDocument[] },
): Promise<boolean> =>
  inTransaction(context.database, async (transaction) => {
    const present = await transaction.get<ListDocument>(LISTS, before._id);
    if (present?.status !== before.status || present.cursor !== before.cursor) return false;
    for (const entry of entries) await transaction.put(ENTRIES, entry);
    await transaction.put(ROWS, chunk);
    await transaction.put(LISTS, next);
    return true;
  });

/** People to be found, or whose search ended, from after the entry whose `queueKey` is given. */
export const readEntries = async (
  context: Context,
  {
    state,
    listId,
    after,
    limit,
  }: { state: 'open' | 'ended'; listId?: string | undefined; after?: string | undefined; limit: number },
): Promise<EntryDocument[]> => {
  const { command } = context.database;
  return entriesOf(context).find(
    {
      status: state === 'open' ? 'open' : command.neq('open'),
      ...(listId !== undefined && { listId }),
      ...(after !== undefined && { queueKey: command.gt(after) }),
    },
    { orderBy: [['queueKey', 'asc']], limit },
  );
};

/** People whose deadline has passed within the caller's scope. */
export const countOverdue = async (context: Context, listId?: string): Promise<number> =>
  entriesOf(context).count({
    status: 'open',
    queueKey: context.database.command.lt(toTimestamp(context.now)),
    ...(listId !== undefined && { listId }),
  });

export const countEntries = async (
  context: Context,
  condition: { listId?: string; status: 'open'; placed?: boolean },
): Promise<number> => entriesOf(context).count(condition);

/** Somebody to be found, in the caller's grids. */
export async function readEntry(context: Context, entryId: string): Promise<EntryDocument> {
  const entry = await entriesOf(context).get(entryId);
  if (!entry) throw new AppError('NOT_FOUND', '没有找到这个人，可能已经派给别的网格');
  context.about({
    gridPath: entry.gridPath,
    ...(entry.householdId !== null && { householdId: entry.householdId }),
  });
  return entry;
}

/** Writes an entry's next state if it still stands as it was read; false when somebody else was faster. */
export async function moveEntry(
  context: Context,
  { version }: EntryDocument,
  next: EntryDocument,
): Promise<boolean> {
  const { _id, ...fields } = next;
  return (await entriesOf(context).update({ _id, version }, fields)) === 1;
}

/** Open entries in the order of their ids, for the timer. */
export const readOpenEntriesFrom = async (
  context: Context,
  after: string,
  limit: number,
): Promise<EntryDocument[]> =>
  entriesOf(context).find(
    { status: 'open', _id: context.database.command.gt(after) },
    { orderBy: [['_id', 'asc']], limit },
  );
