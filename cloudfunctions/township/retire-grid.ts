import type * as z from 'zod';
import type { townshipContract } from '../contracts/township';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { markRetired, readGridsById, readOwnGrid } from './grid.repository';

type Input = z.output<typeof townshipContract.retireGrid.input>;

/** Takes a village or a team out of use, or opens it again. Said twice, it is done once. */
export async function retireGrid(
  { gridId, retired }: Input,
  context: Context,
): Promise<Record<string, never>> {
  const grid = await readOwnGrid(context, gridId);
  if (grid.parentId === null) throw new AppError('CONFLICT', '镇不能停用');
  const [parent] = retired ? [] : await readGridsById(context, [grid.parentId]);
  if (parent?.retired === true)
    throw new AppError('CONFLICT', `${parent.name}还停用着，先启用${parent.name}`);
  await markRetired(context, grid, retired);
  return {};
}
