import type { HouseholdView } from '../contracts';
import type { Context } from '../kernel/context';
import { type Duplicate, duplicatesOf } from './duplicates';
import { householdView } from './household-view';
import { readFile, readFilesSharingPapers } from './registration.repository';

/** One file in the caller's grids, with a hint where the same papers stand in another. */
export async function showHousehold(
  { householdId }: { householdId: string },
  context: Context,
): Promise<HouseholdView & { duplicates: Duplicate[] }> {
  const { now, scope, vault } = context;
  context.about({ householdId });
  const file = await readFile(context, householdId);
  context.about({ gridPath: file.gridPath });
  const sharing = await readFilesSharingPapers(context, file.papersIndexes);
  return { ...householdView(file, vault, now), duplicates: duplicatesOf(file, sharing, scope) };
}
