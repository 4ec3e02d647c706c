import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { mayTouchGrid } from '../kernel/scope';
import type { GridDocument } from '../township/grid.document';
import { readGridsById } from '../township/grid.repository';

export type RoundGrids = {
  /** The lowest grid that holds all of `grids`: whose round it is. */
  grid: Pick<GridDocument, '_id' | 'path' | 'pathNames'>;
  /** Without those that lie in another of them. */
  grids: GridDocument[];
};

/** The grids that a round is for; refuses what the caller doesn't lead. */
export async function readRoundGrids(context: Context, gridIds: readonly string[]): Promise<RoundGrids> {
  const wanted = [...new Set(gridIds)];
  const found = await readGridsById(context, wanted);
  if (found.length < wanted.length || found.some(({ path }) => !mayTouchGrid(context.scope, path)))
    throw new AppError('NOT_FOUND', '没有找到这个网格，请重新选择');
  const retired = found.find((grid) => grid.retired === true);
  if (retired) throw invalidFields({ 'form.gridIds': `${retired.name}已经停用，请重新选择` });
  const grids = found.filter(({ _id, path }) => !path.some((id) => id !== _id && wanted.includes(id)));
  const [first] = grids;
  const depth = first ? sharedDepth(grids.map(({ path }) => path)) : 0;
  if (!first || depth === 0) throw invalidFields({ 'form.gridIds': '这几个网格不在一个镇里，请分开来订' });
  const grid = {
    _id: first.path[depth - 1] ?? '',
    path: first.path.slice(0, depth),
    pathNames: first.pathNames.slice(0, depth),
  };
  if (!mayTouchGrid(context.scope, grid.path))
    throw invalidFields({ 'form.gridIds': '这几个网格上面不归您管，请一个一个开' });
  return { grid, grids };
}

/** How many grids from the town down all the paths share. */
export function sharedDepth(paths: readonly (readonly string[])[]): number {
  const [first = []] = paths;
  const differs = first.findIndex((id, depth) => paths.some((path) => path[depth] !== id));
  return differs === -1 ? first.length : differs;
}
