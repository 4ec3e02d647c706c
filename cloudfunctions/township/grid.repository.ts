import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { mayTouchGrid } from '../kernel/scope';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { HOUSEHOLDS } from '../registration/household.document';
import { sameCode, takeCode } from './grid-code.repository';
import { COVERAGE, emptyCoverage, type GridDocument, GRIDS } from './grid.document';
import { PLACED } from './placed-collections';

const gridsOf = ({ database }: Pick<Context, 'database'>) => unscoped<GridDocument>(database, GRIDS);

/** More than this right below one grid would be a list nobody reads. */
const MAX_SIBLINGS = 500;

/** Grids right below one, in the order in which they were added; the towns for null. Grids are public. */
export const readGridsBelow = async (
  context: Pick<Context, 'database'>,
  parentId: string | null,
): Promise<GridDocument[]> =>
  gridsOf(context).find(
    { parentId },
    {
      orderBy: [
        ['order', 'asc'],
        ['_id', 'asc'],
      ],
      limit: MAX_SIBLINGS,
    },
  );

export const readGridsById = async (
  context: Pick<Context, 'database'>,
  ids: readonly string[],
): Promise<GridDocument[]> =>
  ids.length === 0
    ? []
    : gridsOf(context).find({ _id: context.database.command.in([...ids]) }, { limit: MAX_SIBLINGS });

const notFound = (): AppError => new AppError('NOT_FOUND', '没有找到这个网格');

/** The grid, if the caller's office reaches it; another town's grid is answered like none at all. */
export async function readOwnGrid(context: Context, gridId: string): Promise<GridDocument> {
  const grid = await gridsOf(context).get(gridId);
  if (!grid || !mayTouchGrid(context.scope, grid.path)) throw notFound();
  return grid;
}

export const readSibling = async (
  context: Pick<Context, 'database'>,
  { parentId, name }: Pick<GridDocument, 'parentId' | 'name'>,
): Promise<GridDocument | null> => (await gridsOf(context).find({ parentId, name }, { limit: 1 }))[0] ?? null;

/** Writes a grid and its counters inside a transaction. */
export async function putNewGrid(transaction: Transaction, grid: GridDocument, known: number): Promise<void> {
  await transaction.add(GRIDS, grid);
  await transaction.add(COVERAGE, emptyCoverage(grid, known));
}

/**
 * Adds a grid below another of the caller's; throws a refusal beside `code` when a sibling has that. From then on the parent's households are counted in its children, so what was known of
 * it itself no longer counts.
 */
export const addGridBelow = async (
  context: Context,
  parent: GridDocument,
  grid: GridDocument,
  known: number,
): Promise<void> =>
  inTransaction(context.database, async (transaction) => {
    if (!(await takeCode(transaction, grid))) throw sameCode(grid.code ?? '');
    await putNewGrid(transaction, grid, known);
    await countInChildren(context, transaction, parent);
  });

/** One grid more below `parent`: its households are counted there now. */
export async function countInChildren(
  { database }: Pick<Context, 'database'>,
  transaction: Transaction,
  parent: GridDocument,
): Promise<void> {
  await transaction.change(GRIDS, parent._id, { childCount: database.command.inc(1) });
  // Towns and villages hold no households themselves, so a sum over them reads one document a team and no more.
  if (isAboveTeams(parent)) await transaction.remove(COVERAGE, parent._id);
  else await transaction.change(COVERAGE, parent._id, { known: 0 });
}

/** One grid less below `parent`; a village that has none left holds its own counters again, as when it was added. */
export async function leaveParent(
  { database }: Pick<Context, 'database'>,
  transaction: Transaction,
  parent: GridDocument,
): Promise<void> {
  await transaction.change(GRIDS, parent._id, { childCount: database.command.inc(-1) });
  if (parent.childCount === 1 && isAboveTeams(parent))
    await transaction.put(COVERAGE, emptyCoverage(parent, 0));
}

const isAboveTeams = ({ level }: GridDocument): boolean => level === 'town' || level === 'village';

export async function writeKnownHouseholds(
  { database }: Context,
  gridId: string,
  known: number,
): Promise<void> {
  await unscoped(database, COVERAGE).update({ _id: gridId }, { known });
}

/** Collections whose documents carry their place's names, so that no list has to look them up, and the path's field in each. */
const NAMED_BY_PATH = [...PLACED.filter(([, , hasNames]) => hasNames), [HOUSEHOLDS, 'gridPath'] as const];

/**
 * Renames a grid wherever its name is written. Rare, and it may be cut off in the middle: the grid's own name comes last, so that
 * saving again does the rest. Grids come first: whatever is newly written takes its place's names from there.
 */
export async function renameGrid({ database }: Context, grid: GridDocument, name: string): Promise<void> {
  const field = `pathNames.${grid.path.length - 1}`;
  for (const [collection, path] of NAMED_BY_PATH)
    await unscoped(database, collection).update({ [path]: grid._id }, { [field]: name });
  await unscoped(database, GRIDS).update({ _id: grid._id }, { name });
}

/**
 * Marks a grid and everything below it, and takes its roll off the counts: nobody is missing where nobody lives. Cut off in the middle,
 * saying it again does the rest.
 */
export async function markRetired(
  { database }: Context,
  { _id }: GridDocument,
  retired: boolean,
): Promise<void> {
  if (retired) await unscoped(database, COVERAGE).update({ gridPath: _id }, { known: 0 });
  await unscoped<GridDocument>(database, GRIDS).update({ path: _id }, { retired });
}
