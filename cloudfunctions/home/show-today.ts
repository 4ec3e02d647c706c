import type * as z from 'zod';
import type { homeContract } from '../contracts/home';
import type { Context } from '../kernel/context';
import { gridScope } from '../kernel/scope';
import type { HouseholdDocument } from '../registration/household.document';
import { placeOf } from '../registration/household-view';
import { readCoverage } from '../township/coverage.repository';
import { readGridsById } from '../township/grid.repository';
import { isTownThere, readContacts, readLongestWaiting, readOwnFile } from './home.repository';
import { coverageDepth, coverageWorstFirst, nearestContact, VERIFYING_ROLES } from './rules';

type Today = z.output<typeof homeContract.today.output>;

/** What is waiting for the caller now. Each part reads only when the caller has it; the parts read at the same time. */
export async function showToday(_input: object, context: Context): Promise<Today> {
  const { caller } = context;
  const isKnown = caller.householdId !== null || caller.posts.length > 0;
  const [installed, own, posts, work] = await Promise.all([
    isKnown || isTownThere(context),
    ownHousehold(context),
    ownPosts(context),
    ownWork(context),
  ]);
  return {
    installed,
    name: caller.name,
    place: posts[0]?.place ?? own.place,
    household: own.household,
    contact: own.contact,
    posts,
    ...work,
  };
}

async function ownHousehold(
  context: Context,
): Promise<Pick<Today, 'household' | 'contact'> & { place: string | null }> {
  const file = await readOwnFile(context);
  if (!file) return { household: null, contact: null, place: null };
  const contact = nearestContact(await readContacts(context, file.gridPath));
  return {
    household: householdSummary(file),
    contact: contact && { name: contact.name, phone: context.vault.open('phone', contact.phone) },
    place: placeOf(file.pathNames),
  };
}

const householdSummary = (file: HouseholdDocument): NonNullable<Today['household']> => ({
  householdId: file._id,
  status: file.status,
  submittedAt: file.submittedAt,
  returnReason: file.returnReason,
  peopleCount: file.people.length,
});

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
  const [rows, oldest] = await Promise.all([
    readCoverage({ ...context, scope }, coverageDepth(verifying)),
    readLongestWaiting(context, scope),
  ]);
  return {
    queue: {
      submitted: rows.reduce((sum, { submitted }) => sum + submitted, 0),
      returned: rows.reduce((sum, { returned }) => sum + returned, 0),
      oldestAt: oldest?.submittedAt ?? null,
    },
    coverage: coverageWorstFirst(rows),
  };
}
