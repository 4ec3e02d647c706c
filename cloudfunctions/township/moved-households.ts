import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { inTransaction } from '../kernel/transaction';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { invitationIdOf, INVITATIONS } from '../registration/invitation.document';
import { putFile } from '../registration/registration.repository';
import { type GridDocument, GRIDS } from './grid.document';
import { type MoveDocument, movedPath, MOVES, pathChange } from './move.document';

/** Files in one transaction: few enough that somebody who saves one meanwhile seldom waits. */
const FILES_AT_ONCE = 20;

const householdsOf = ({ database }: Pick<Context, 'database'>) =>
  unscoped<HouseholdDocument>(database, HOUSEHOLDS);

/** Files that still stand under the old parent. */
export const countLeft = async (context: Context, { _id, fromParentId }: MoveDocument): Promise<number> =>
  householdsOf(context).count({ gridPath: context.database.command.all([_id, fromParentId]) });

/**
 * Takes the next files along, each findable by its words in the new village, together with the cursor. Their counters stand in their own
 * lowest grid and don't move. A household's version stays: it says nothing new of itself. False when none came after the cursor.
 */
export async function moveNextHouseholds(context: Context, { _id: gridId }: MoveDocument): Promise<boolean> {
  const { database } = context;
  const move = await unscoped<MoveDocument>(database, MOVES).get(gridId);
  if (move?.status !== 'moving') return false;
  const files = await householdsOf(context).find(
    { gridPath: gridId, _id: database.command.gt(move.cursor) },
    { orderBy: [['_id', 'asc']], limit: FILES_AT_ONCE },
  );
  const last = files.at(-1);
  if (last === undefined) return rewind(context, move);
  await inTransaction(database, async (transaction) => {
    const current = await transaction.get<MoveDocument>(MOVES, gridId);
    const grid = await transaction.get<GridDocument>(GRIDS, gridId);
    // Somebody else just took these along.
    if (!current || !grid || current.cursor !== move.cursor) return;
    let moved = 0;
    for (const { _id } of files) {
      const file = await transaction.get<HouseholdDocument>(HOUSEHOLDS, _id);
      if (!file?.gridPath.includes(gridId) || !file.gridPath.includes(move.fromParentId)) continue;
      await putFile(transaction, context, file, movedPath(file, grid));
      moved += 1;
    }
    await transaction.put(MOVES, { ...current, cursor: last._id, moved: current.moved + moved });
  });
  await moveInvitations(context, gridId, files);
  return true;
}

/** Somebody may have written a file with the old path just before the grid moved, behind the cursor: then it goes round once more. */
async function rewind(context: Context, move: MoveDocument): Promise<boolean> {
  if ((await countLeft(context, move)) === 0) return false;
  await unscoped<MoveDocument>(context.database, MOVES).update(
    { _id: move._id, cursor: move.cursor },
    { cursor: '' },
  );
  return true;
}

/** Invitations carry their household's path as well; they are found by the people's ids, for no index knows their place. */
async function moveInvitations(
  { database }: Context,
  gridId: string,
  files: readonly HouseholdDocument[],
): Promise<void> {
  const ids = files.flatMap(({ _id, people }) => people.map(({ personId }) => invitationIdOf(_id, personId)));
  const grid = await unscoped<GridDocument>(database, GRIDS).get(gridId);
  if (ids.length === 0 || !grid) return;
  await unscoped(database, INVITATIONS).update(
    { _id: database.command.in(ids), gridPath: gridId },
    pathChange(grid, 'gridPath', false),
  );
}
