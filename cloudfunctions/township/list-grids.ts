import type { Grid } from '../contracts';
import type { Context } from '../kernel/context';
import { gridView } from './grid.document';
import { readGridsBelow } from './grid.repository';

/** One level of the tree of grids: where a household lives is picked level by level. Nobody moves into a retired one. */
export async function listGrids(
  { parentId }: { parentId?: string | undefined },
  context: Context,
): Promise<{ grids: Grid[] }> {
  const grids = await readGridsBelow(context, parentId ?? null);
  return { grids: grids.filter(({ retired }) => retired !== true).map(gridView) };
}
