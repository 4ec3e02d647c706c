import type * as z from 'zod';
import type { numbersContract } from '../contracts/numbers';
import type { Context } from '../kernel/context';
import { readOwnGrid } from '../township/grid.repository';
import { readDays } from './counts.repository';

type Contract = typeof numbersContract;

/** The last 14 days of one grid. */
export async function showDays(
  { gridId }: z.output<Contract['days']['input']>,
  context: Context,
): Promise<z.output<Contract['days']['output']>> {
  const grid = await readOwnGrid(context, gridId);
  return { days: await readDays(context, grid._id) };
}
