import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { inTransaction } from '../kernel/transaction';
import { HOUSEHOLDS } from '../registration/household.document';
import { type GridDocument, GRIDS } from './grid.document';
import { giveUpCode, takeCode } from './grid-code.repository';
import { countInChildren, leaveParent, readOwnGrid } from './grid.repository';
import { type MoveDocument, MOVES, pathChange } from './move.document';
import { PLACED } from './placed-collections';

export const readMove = async (
  { database }: Pick<Context, 'database'>,
  gridId: string,
): Promise<MoveDocument | null> => unscoped<MoveDocument>(database, MOVES).get(gridId);

/** Hangs the grid itself under its new parent and notes what is left to do; everything else follows from these two documents. */
export const beginMove = async (
  context: Context,
  { requestId, gridId, parentId }: { requestId: string; gridId: string; parentId: string },
): Promise<void> =>
  inTransaction(context.database, async (transaction) => {
    const grid = await transaction.get<GridDocument>(GRIDS, gridId);
    const parent = await transaction.get<GridDocument>(GRIDS, parentId);
    const move = await transaction.get<MoveDocument>(MOVES, gridId);
    if (!grid || !parent || grid.parentId === null || move?.status === 'moving')
      throw new AppError('CONFLICT', '别人刚改过，请看过最新内容再移');
    if (grid.parentId === parentId) return;
    const from = await transaction.get<GridDocument>(GRIDS, grid.parentId);
    if (from) await leaveParent(context, transaction, from);
    await countInChildren(context, transaction, parent);
    await giveUpCode(transaction, grid);
    if (!(await takeCode(transaction, { ...grid, parentId })))
      throw invalidFields({ parentId: `${parent.name}已经有编号“${grid.code ?? ''}”了，先改个编号再移` });
    const at = toTimestamp(context.now);
    await transaction.put(GRIDS, {
      ...grid,
      parentId,
      path: [...parent.path, gridId],
      pathNames: [...parent.pathNames, grid.name],
      movedFrom: [...(grid.movedFrom ?? []), { parentId: grid.parentId, at, requestId }],
    } satisfies GridDocument);
    await transaction.put(MOVES, {
      _id: gridId,
      status: 'moving',
      fromParentId: grid.parentId,
      parentId,
      cursor: '',
      moved: 0,
      startedAt: at,
      startedBy: context.caller.openid,
    } satisfies MoveDocument);
  });

/** Everything but the households: one change a collection, which finds nothing the second time. */
export async function movePlaces(
  { database }: Context,
  grid: GridDocument,
  { fromParentId }: MoveDocument,
): Promise<void> {
  for (const [collection, field, hasNames] of PLACED)
    await unscoped(database, collection).update(
      { [field]: database.command.all([grid._id, fromParentId]) },
      pathChange(grid, field, hasNames),
    );
}

/**
 * Writes the names of what lies above into everything that moved. A village may be renamed while files move to it, and one that was just
 * being written then keeps the old name. A rename begins with the grids: where their names stay the same meanwhile, none came in between.
 */
export async function nameAnew(context: Context, gridId: string): Promise<void> {
  for (let written = ''; ;) {
    const grid = await readOwnGrid(context, gridId);
    const names = grid.pathNames.join('/');
    if (names === written) return;
    for (const [collection, field, hasNames] of [...PLACED, [HOUSEHOLDS, 'gridPath', true] as const])
      if (hasNames)
        await unscoped(context.database, collection).update(
          { [field]: grid._id },
          pathChange(grid, field, true),
        );
    written = names;
  }
}

/** Nothing is left; a second officer who was a moment behind changes nothing by it. */
export async function endMove({ database }: Context, { _id, parentId }: MoveDocument): Promise<void> {
  await unscoped<MoveDocument>(database, MOVES).update({ _id, parentId }, { status: 'done' });
}
