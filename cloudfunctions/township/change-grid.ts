import type * as z from 'zod';
import type { Grid } from '../contracts';
import type { townshipContract } from '../contracts/township';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { gridView } from './grid.document';
import { readOwnGrid, readSibling, renameGrid, writeKnownHouseholds } from './grid.repository';

type Input = z.output<typeof townshipContract.changeGrid.input>;

/** A grid's name, and how many households are known to live there. The latter is kept on the lowest grids only, where it counts. */
export async function changeGrid(input: Input, context: Context): Promise<Grid> {
  const grid = await readOwnGrid(context, input.gridId);
  if (input.name !== grid.name) {
    const sibling = await readSibling(context, { parentId: grid.parentId, name: input.name });
    if (sibling) throw invalidFields({ name: `这里已经有“${input.name}”了，请换个名称` });
    await renameGrid(context, grid, input.name);
  }
  if (grid.childCount === 0) await writeKnownHouseholds(context, grid._id, input.knownHouseholds);
  return gridView({ ...grid, name: input.name, pathNames: [...grid.pathNames.slice(0, -1), input.name] });
}
