import type { Grid } from '../contracts';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { gridView, openForHouseholds } from './grid.document';
import { readGridsById } from './grid.repository';

/** The team that somebody's code names. Codes hang for years: the team may since be closed, or have been divided. */
export async function showTeam({ gridId }: { gridId: string }, context: Context): Promise<Grid> {
  const [grid] = await readGridsById(context, [gridId]);
  if (!grid) throw new AppError('NOT_FOUND', '没有找到这个登记码说的组');
  return gridView(openForHouseholds(grid));
}
