import type * as z from 'zod';
import type { Grid } from '../contracts';
import type { townshipContract } from '../contracts/township';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { gridView } from './grid.document';
import { changeCode } from './grid-code.repository';
import { readOwnGrid, readSibling, renameGrid, writeKnownHouseholds } from './grid.repository';

type Input = z.output<typeof townshipContract.changeGrid.input>;

/** A grid's name and code, and how many households are known to live there. The latter is kept on the lowest grids only, where it counts. */
export async function changeGrid(input: Input, context: Context): Promise<Grid> {
  const grid = await readOwnGrid(context, input.gridId);
  if (input.knownHouseholds !== undefined && grid.childCount > 0)
    throw invalidFields({ knownHouseholds: `${grid.name}下面还分着网格，户数填在下面的网格里` });
  if (input.name !== grid.name) {
    const sibling = await readSibling(context, { parentId: grid.parentId, name: input.name });
    if (sibling) throw invalidFields({ name: `这里已经有“${input.name}”了，请换个名称` });
  }
  if (input.code !== undefined) await changeCode(context, grid._id, input.code);
  if (input.name !== grid.name) await renameGrid(context, grid, input.name);
  if (input.knownHouseholds !== undefined)
    await writeKnownHouseholds(context, grid._id, input.knownHouseholds);
  return gridView({ ...grid, name: input.name, pathNames: [...grid.pathNames.slice(0, -1), input.name] });
}
