import type * as z from 'zod';
import type { Grid } from '../contracts';
import type { townshipContract } from '../contracts/township';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { gridView, newGrid } from './grid.document';
import { addGridBelow, readGridsById, readOwnGrid, readSibling } from './grid.repository';
import { levelError, newGridId } from './rules';

type Input = z.output<typeof townshipContract.addGrid.input>;

/** Adds a grid below one of the office's own. The same request adds it once. */
export async function addGrid(input: Input, context: Context): Promise<Grid> {
  const parent = await readOwnGrid(context, input.parentId);
  if (parent.retired === true) throw new AppError('CONFLICT', `${parent.name}已经停用，先重新启用再加`);
  const wrongLevel = levelError(parent.level, input.level);
  if (wrongLevel !== null) throw invalidFields({ level: wrongLevel });

  const id = newGridId(parent._id, input.requestId);
  const sibling = await readSibling(context, { parentId: parent._id, name: input.name });
  if (sibling?._id === id) return gridView(sibling);
  if (sibling) throw sameName(input.name);

  const order = context.now.valueOf();
  const { name, code, level } = input;
  const grid = newGrid({ id, name, code, level, order }, parent);
  try {
    await addGridBelow(context, parent, grid, input.knownHouseholds);
  } catch (fault) {
    // Two taps at once: the other one wrote it, and has the code; or somebody else just gave that name to a grid here.
    const [present] = await readGridsById(context, [id]);
    if (present) return gridView(present);
    if (await readSibling(context, grid)) throw sameName(input.name);
    throw fault;
  }
  return gridView(grid);
}

const sameName = (name: string) => invalidFields({ name: `这里已经有“${name}”了，请换个名称` });
