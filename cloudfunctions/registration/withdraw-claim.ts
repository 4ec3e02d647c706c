import type { Context } from '../kernel/context';
import { removeOwnClaim } from './claims.repository';

/** The claimant thinks better of it, or has read that it was refused. Without a claim there is nothing to do. */
export async function withdrawClaim(_input: object, context: Context): Promise<Record<string, never>> {
  const claim = await removeOwnClaim(context);
  if (claim) context.about({ householdId: claim.householdId, gridPath: claim.gridPath });
  return {};
}
