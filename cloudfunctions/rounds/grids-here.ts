import type { Context } from '../kernel/context';
import { mayTouchGrid } from '../kernel/scope';
import { readGridsById } from '../township/grid.repository';

export type PlacedGrid = { _id: string; path: readonly string[] };

/** Where some grids and the caller's work meet: those of them that are the caller's, and the caller's own inside of one of them. */
export async function gridsHere(
  context: Pick<Context, 'caller' | 'database' | 'scope'>,
  gridIds: readonly string[],
): Promise<PlacedGrid[]> {
  const { caller, scope } = context;
  const wanted = await readGridsById(context, [...new Set(gridIds)]);
  const theirs = wanted.filter(({ path }) => mayTouchGrid(scope, path));
  const inside = caller.posts
    .filter(({ gridPath }) => mayTouchGrid(scope, gridPath))
    .filter(({ gridPath }) => gridPath.some((id) => gridIds.includes(id)))
    .filter(({ gridPath }) => !theirs.some(({ _id }) => gridPath.includes(_id)))
    .map(({ gridId, gridPath }) => ({ _id: gridId, path: gridPath }));
  return [...new Map<string, PlacedGrid>([...theirs, ...inside].map((grid) => [grid._id, grid])).values()];
}
