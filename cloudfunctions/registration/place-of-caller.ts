import type { Context } from '../kernel/context';
import { scoped } from '../kernel/documents';
import { householdScope } from '../kernel/scope';
import { readGridsById } from '../township/grid.repository';
import { type HouseholdDocument, HOUSEHOLDS } from './household.document';

export type CallerPlace = { gridId: string; gridPath: string[]; pathNames: string[] };

/** Where the caller belongs: their household's place, or where they are on duty; null for whoever is not known here. */
export async function placeOfCaller({
  caller,
  database,
}: Pick<Context, 'caller' | 'database'>): Promise<CallerPlace | null> {
  const [household] = await scoped<HouseholdDocument>(
    { database, scope: householdScope(caller) },
    HOUSEHOLDS,
    '_id',
  ).pick(['gridId', 'gridPath', 'pathNames'], {}, { limit: 1 });
  if (household) return household;
  const [post] = caller.posts;
  const [grid] = post ? await readGridsById({ database }, [post.gridId]) : [];
  return grid ? { gridId: grid._id, gridPath: grid.path, pathNames: grid.pathNames } : null;
}
