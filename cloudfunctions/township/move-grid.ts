import type * as z from 'zod';
import type { townshipContract } from '../contracts/township';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import type { GridDocument } from './grid.document';
import { readOwnGrid, readSibling } from './grid.repository';
import type { MoveDocument } from './move.document';
import { beginMove, endMove, movePlaces, nameAnew, readMove } from './move.repository';
import { moveHeldPosts } from './moved-accounts';
import { countLeft, moveNextHouseholds } from './moved-households';
import { levelError } from './rules';

type Input = z.output<typeof townshipContract.moveGrid.input>;
type Output = z.output<typeof townshipContract.moveGrid.output>;

/** How long one call goes on, and with how many lots of files: short enough for the phone to show that it moves. */
const BUDGET_MS = 5_000;
const LOTS_A_CALL = 5;

/**
 * Moves a grid with everything below it under another one, a few seconds a call. The grid itself goes first, so who registers meanwhile is
 * written to the new place. Each file changes its path in one step: until then the old village finds it, from then on the new one, and
 * the grid's own people all the time. No file is ever in neither. Killed in between, the next call goes on.
 */
export async function moveGrid(input: Input, context: Context): Promise<Output> {
  const grid = await readOwnGrid(context, input.gridId);
  const parent = await readOwnGrid(context, input.parentId);
  context.about({ gridPath: grid.path });
  const move = await readMove(context, grid._id);
  if (move?.status === 'moving') {
    if (move.parentId !== parent._id)
      throw new AppError('CONFLICT', `${grid.name}还在移到别处，先把那次移完`);
    return goOn(context, move);
  }
  const isRepeat = grid.movedFrom?.some(({ requestId }) => requestId === input.requestId) ?? false;
  if (isRepeat || grid.parentId === parent._id) return { done: true, moved: move?.moved ?? 0, left: 0 };

  await refuseWrongPlace(context, grid, parent);
  try {
    await beginMove(context, input);
  } catch (fault) {
    // Somebody else just gave that name to a grid there.
    if (await readSibling(context, { parentId: parent._id, name: grid.name })) throw sameName(grid, parent);
    throw fault;
  }
  const begun = await readMove(context, grid._id);
  return begun?.status === 'moving' ? goOn(context, begun) : { done: true, moved: 0, left: 0 };
}

/** The level says that nothing moves below itself: what lies below a grid is of a lower level than what it may lie under. */
async function refuseWrongPlace(context: Context, grid: GridDocument, parent: GridDocument): Promise<void> {
  if (grid.parentId === null) throw new AppError('CONFLICT', '镇不能移');
  const wrongLevel = levelError(parent.level, grid.level);
  if (wrongLevel !== null) throw invalidFields({ parentId: wrongLevel });
  if (parent.path[0] !== grid.path[0]) throw invalidFields({ parentId: '只能在本镇里移' });
  if (parent.retired === true) throw invalidFields({ parentId: `${parent.name}已经停用，不能移到那里` });
  if (await readSibling(context, { parentId: parent._id, name: grid.name })) throw sameName(grid, parent);
}

async function goOn(context: Context, move: MoveDocument): Promise<Output> {
  const end = performance.now() + BUDGET_MS;
  const grid = await readOwnGrid(context, move._id);
  await movePlaces(context, grid, move);
  let isMore = true;
  for (let lot = 0; isMore && lot < LOTS_A_CALL && performance.now() < end; lot += 1)
    isMore = await moveNextHouseholds(context, move);
  const left = await countLeft(context, move);
  if (!isMore && left === 0) {
    await moveHeldPosts(context, grid);
    await nameAnew(context, grid._id);
    await endMove(context, move);
  }
  const { moved } = (await readMove(context, grid._id)) ?? move;
  return { done: !isMore && left === 0, moved, left };
}

const sameName = (grid: GridDocument, parent: GridDocument) =>
  invalidFields({ parentId: `${parent.name}已经有“${grid.name}”了，先改个名称再移` });
