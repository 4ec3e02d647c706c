import type * as z from 'zod';
import { pushedListContract } from '../contracts/pushed-list';
import type { Context } from '../kernel/context';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { scoped } from '../kernel/documents';
import { gridScope, mayTouchGrid } from '../kernel/scope';
import { entryView } from './list.document';
import { linkEntries } from './link-declared';
import { countOverdue, readEntries, readEntry } from './pushedlist.repository';

type ListInput = z.output<typeof pushedListContract.entries.input>;
type ListOutput = z.output<typeof pushedListContract.entries.output>;
type EntryOutput = z.output<typeof pushedListContract.entry.output>;

const A_PAGE = 20;
const ASSIGNERS = pushedListContract.assign.access.roles;

/** People to be found in the caller's grids, the nearest deadline first: what is overdue stands on top by itself. */
export async function showEntries(
  { state, listId, after }: ListInput,
  context: Context,
): Promise<ListOutput> {
  const [found, overdue] = await Promise.all([
    readEntries(context, { state, listId, after, limit: A_PAGE + 1 }),
    countOverdue(context, listId),
  ]);
  const page = found.slice(0, A_PAGE);
  return {
    entries: page.map((entry) => entryView(entry, context.now)),
    next: found.length > A_PAGE ? (page.at(-1)?.queueKey ?? null) : null,
    overdue,
  };
}

/** One person with the address, which is where whoever looks for them goes next. Who has just declared is found. */
export async function showEntry({ entryId }: { entryId: string }, context: Context): Promise<EntryOutput> {
  const standing = await readEntry(context, entryId);
  const isFound = standing.status === 'open' && (await linkEntries(context, [standing])) === 1;
  const entry = isFound ? await readEntry(context, entryId) : standing;
  const { householdId } = entry;
  const file =
    householdId === null
      ? null
      : await scoped<HouseholdDocument>(context, HOUSEHOLDS, '_id').get(householdId);
  return {
    ...entryView(entry, context.now),
    address: context.vault.open('address', entry.address),
    householdId: file && householdId,
    source: entry.source,
    mayAssign: mayTouchGrid(gridScope(context.caller, ASSIGNERS), entry.gridPath),
    history: entry.history.map(({ at, byName, what }) => ({ at, byName, what })),
  };
}
