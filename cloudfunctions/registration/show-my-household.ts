import type { HouseholdView } from '../contracts';
import type { Context } from '../kernel/context';
import { householdView } from './household-view';
import { readFile } from './registration.repository';

/** The caller's own file. */
export async function showMyHousehold(_input: object, context: Context): Promise<HouseholdView> {
  const { caller, now, vault } = context;
  const file = await readFile(context, caller.householdId ?? '');
  return householdView(file, vault, now);
}
