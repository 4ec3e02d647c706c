import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { type ClaimDocument, CLAIMS, claimIdOf } from './claim.document';
import { type HouseholdDocument, HOUSEHOLDS } from './household.document';

/** More than this wait nowhere: whoever decides sees the oldest first. */
const MAX_CLAIMS = 50;

export type WaitingClaim = { claim: ClaimDocument; file: HouseholdDocument };

/** Claims that wait within the caller's scope, oldest first, each with the file that it asks for. */
export async function readWaitingClaims(context: Context): Promise<WaitingClaim[]> {
  const claims = await scoped<ClaimDocument>(context, CLAIMS, 'householdId').find(
    { status: 'waiting' },
    { orderBy: [['sentAt', 'asc']], limit: MAX_CLAIMS },
  );
  if (claims.length === 0) return [];
  const ids = [...new Set(claims.map(({ householdId }) => householdId))];
  const files = await scoped<HouseholdDocument>(context, HOUSEHOLDS, '_id').find(
    { _id: context.database.command.in(ids) },
    { limit: MAX_CLAIMS },
  );
  const fileOf = new Map(files.map((file) => [file._id, file]));
  return claims.flatMap((claim) => {
    const file = fileOf.get(claim.householdId);
    return file ? [{ claim, file }] : [];
  });
}

/** Claims that wait on one file, whoever may decide on them. */
export const readClaimsOn = async (
  { database }: Pick<Context, 'database'>,
  householdId: string,
): Promise<ClaimDocument[]> =>
  unscoped<ClaimDocument>(database, CLAIMS).find({ householdId, status: 'waiting' }, { limit: MAX_CLAIMS });

/** The claims follow their file to its new place inside a transaction, so that whoever looks after it there decides on them. */
export async function placeClaims(
  transaction: Transaction,
  { _id: householdId, gridPath }: HouseholdDocument,
  claims: readonly Pick<ClaimDocument, '_id'>[],
): Promise<void> {
  for (const { _id } of claims) {
    const claim = await transaction.get<ClaimDocument>(CLAIMS, _id);
    if (claim?.householdId === householdId) await transaction.put(CLAIMS, { ...claim, gridPath });
  }
}

/** Writes the caller's claim in place of an earlier one. One that waits for the same file, or was sent by the same request, stays. */
export const putOwnClaim = async (context: Context, claim: ClaimDocument): Promise<ClaimDocument> =>
  inTransaction(context.database, async (transaction) => {
    const present = await transaction.get<ClaimDocument>(CLAIMS, claim._id);
    const isSame =
      present?.requestId === claim.requestId ||
      (present?.status === 'waiting' &&
        present.householdId === claim.householdId &&
        present.personId === claim.personId);
    if (present && isSame) return present;
    await transaction.put(CLAIMS, claim);
    return claim;
  });

/** Takes the caller's claim away and answers it; null when there was none. A confirmed one has done its work and is left. */
export const removeOwnClaim = async ({
  caller,
  database,
}: Pick<Context, 'caller' | 'database'>): Promise<ClaimDocument | null> =>
  inTransaction(database, async (transaction) => {
    const claim = await transaction.get<ClaimDocument>(CLAIMS, claimIdOf(caller.openid));
    if (!claim || claim.status === 'confirmed') return null;
    await transaction.remove(CLAIMS, claim._id);
    return claim;
  });
