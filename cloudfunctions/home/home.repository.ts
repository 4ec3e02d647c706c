import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { householdScope, type Scope } from '../kernel/scope';
import { type ClaimDocument, claimIdOf, CLAIMS } from '../registration/claim.document';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { type GridDocument, GRIDS } from '../township/grid.document';
import { type PostDocument, POSTS } from '../township/post.document';

/** The caller's own file, or null for somebody without one. */
export async function readOwnFile({ caller, database }: Context): Promise<HouseholdDocument | null> {
  if (caller.householdId === null) return null;
  const scope = householdScope(caller);
  return scoped<HouseholdDocument>({ database, scope }, HOUSEHOLDS, '_id').get(caller.householdId);
}

/**
 * Grid members and leaders of the grids that a household lives in. It crosses the household's scope on purpose: whom to call is
 * theirs to know, and only name and work number leave the use case.
 */
export const readContacts = async (
  { database }: Context,
  gridPath: readonly string[],
): Promise<PostDocument[]> =>
  unscoped<PostDocument>(database, POSTS).find(
    {
      gridId: database.command.in([...gridPath]),
      role: database.command.in(['gridMember', 'gridLeader']),
      status: 'active',
    },
    { limit: 20 },
  );

/** The file that has waited longest within a scope. */
export async function readLongestWaiting(
  { database }: Context,
  scope: Scope,
): Promise<HouseholdDocument | null> {
  const [file] = await scoped<HouseholdDocument>({ database, scope }, HOUSEHOLDS, '_id').find(
    { status: 'submitted' },
    { orderBy: [['queueKey', 'asc']], limit: 1 },
  );
  return file ?? null;
}

/** How many claims wait for a decision within a scope. */
export const countWaitingClaims = async ({ database }: Context, scope: Scope): Promise<number> =>
  scoped<ClaimDocument>({ database, scope }, CLAIMS, 'householdId').count({ status: 'waiting' });

/** The claim that the caller's own phone sent, if any. */
export const readOwnClaim = async ({ caller, database }: Context): Promise<ClaimDocument | null> =>
  unscoped<ClaimDocument>(database, CLAIMS).get(claimIdOf(caller.openid));

/** False only in an empty install: a town is the first grid there is. */
export const isTownThere = async ({ database }: Context): Promise<boolean> =>
  (await unscoped<GridDocument>(database, GRIDS).find({ parentId: null }, { limit: 1 })).length > 0;

/** Visits agreed for today or earlier within a scope. */
export const countVisitsDue = async ({ database, now }: Context, scope: Scope): Promise<number> =>
  scoped<HouseholdDocument>({ database, scope }, HOUSEHOLDS, '_id').count({
    'visit.date': database.command.gt('').and(database.command.lte(toCalendarDate(now))),
  });
