import type * as z from 'zod';
import type { homeContract } from '../contracts/home';
import type { Context } from '../kernel/context';
import { gridScope, householdScope } from '../kernel/scope';
import type { HouseholdDocument } from '../registration/household.document';
import { headOf, holderIdOf } from '../registration/household-phone';
import { placeOf } from '../registration/household-view';
import { readCoverage } from '../township/coverage.repository';
import { readGridsById } from '../township/grid.repository';
import {
  countVisitsDue,
  countWaitingClaims,
  isTownThere,
  readContacts,
  readLongestWaiting,
  readOwnClaim,
  readOwnFile,
} from './home.repository';
import { familyReturns, returnsWork } from './show-returns';
import { noticesNow } from './show-notices';
import { familySupplies, suppliesWork } from './show-supplies';
import { coverageDepth, coverageWorstFirst, nearestContact, VERIFYING_ROLES } from './rules';

type Today = z.output<typeof homeContract.today.output>;

/** What is waiting for the caller now. Each part reads only when the caller has it; the parts read at the same time. */
export async function showToday(_input: object, context: Context): Promise<Today> {
  const { caller } = context;
  const isKnown = caller.householdId !== null || caller.posts.length > 0;
  const file = readOwnFile(context);
  const [installed, own, claim, posts, work, family, returns, supplies, notices] = await Promise.all([
    isKnown || isTownThere(context),
    ownHousehold(file, context),
    ownClaim(context),
    ownPosts(context),
    ownWork(context),
    familyReturns(context),
    returnsWork(context),
    isKnown ? ownSupplies(file, context) : null,
    isKnown ? noticesNow(file, context) : null,
  ]);
  return {
    installed,
    name: caller.name,
    place: posts[0]?.place ?? own.place,
    household: own.household,
    contact: own.contact,
    claim,
    posts,
    ...work,
    family,
    returns,
    supplies,
    notices,
  };
}

type OwnFile = Promise<HouseholdDocument | null>;

async function ownSupplies(file: OwnFile, context: Context): Promise<Today['supplies']> {
  const [family, work] = await Promise.all([
    file.then((own) => familySupplies(own, context)),
    suppliesWork(context),
  ]);
  return { family, ...work };
}

async function ownHousehold(
  ownFile: OwnFile,
  context: Context,
): Promise<Pick<Today, 'household' | 'contact'> & { place: string | null }> {
  const file = await ownFile;
  if (!file) return { household: null, contact: null, place: null };
  const isHead = holderIdOf(context.caller, file) === headOf(file)?.personId;
  const [contacts, claims] = await Promise.all([
    readContacts(context, file.gridPath),
    isHead ? countWaitingClaims(context, householdScope(context.caller)) : 0,
  ]);
  const contact = nearestContact(contacts);
  return {
    household: { ...householdSummary(file), claims },
    contact: contact && { name: contact.name, phone: context.vault.open('phone', contact.phone) },
    place: placeOf(file.pathNames),
  };
}

const householdSummary = (file: HouseholdDocument): Omit<NonNullable<Today['household']>, 'claims'> => ({
  householdId: file._id,
  status: file.status,
  submittedAt: file.submittedAt,
  returnReason: file.returnReason,
  peopleCount: file.people.length,
});

/** A confirmed claim shows as the household that it led to. */
async function ownClaim(context: Context): Promise<Today['claim']> {
  if (context.caller.householdId !== null) return null;
  const claim = await readOwnClaim(context);
  if (!claim || claim.status === 'confirmed') return null;
  return { headMask: claim.headMask, sentAt: claim.sentAt, refused: claim.status === 'refused' };
}

async function ownPosts(context: Context): Promise<Today['posts']> {
  const { posts } = context.caller;
  const grids = await readGridsById(context, [...new Set(posts.map(({ gridId }) => gridId))]);
  const placeById = new Map(grids.map((grid) => [grid._id, placeOf(grid.pathNames)]));
  return posts.map(({ role, gridId }) => ({ role, gridId, place: placeById.get(gridId) ?? '' }));
}

async function ownWork(context: Context): Promise<Pick<Today, 'queue' | 'coverage'>> {
  const { caller } = context;
  const scope = gridScope(caller, VERIFYING_ROLES);
  if (scope.kind !== 'grids') return { queue: null, coverage: null };
  const verifying = caller.posts.filter(({ role }) => VERIFYING_ROLES.includes(role));
  const [rows, oldest, claims, visits] = await Promise.all([
    readCoverage({ ...context, scope }, coverageDepth(verifying)),
    readLongestWaiting(context, scope),
    countWaitingClaims(context, scope),
    countVisitsDue(context, scope),
  ]);
  return {
    queue: {
      submitted: rows.reduce((sum, { submitted }) => sum + submitted, 0),
      returned: rows.reduce((sum, { returned }) => sum + returned, 0),
      oldestAt: oldest?.submittedAt ?? null,
      claims,
      visits,
    },
    coverage: coverageWorstFirst(rows),
  };
}
