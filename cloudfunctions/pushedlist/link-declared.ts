import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { timeBudget } from '../kernel/time-budget';
import { linked } from './entry-acts';
import type { EntryDocument } from './list.document';
import {
  moveEntry,
  readListsBefore,
  readOpenDeclarations,
  readOpenEntriesFrom,
  removeList,
} from './pushedlist.repository';

const AT_A_TIME = 100;
/** An upload that nobody finished within this is left over. */
const HOURS_TO_STAGE = 1;
/** Long enough to put a list right and dispatch it; then its rows, which are personal, go. */
const DAYS_TO_DISPATCH = 7;

/** The timer's round: links everybody who has declared by themselves meanwhile, and clears away what nobody finished. */
export async function tick(_input: object, context: Context): Promise<{ linked: number; removed: number }> {
  const isTimeLeft = timeBudget(TIMER_BUDGET_MS);
  let count = 0;
  for (let after = ''; isTimeLeft();) {
    const entries = await readOpenEntriesFrom(context, after, AT_A_TIME);
    count += await linkEntries(context, entries);
    if (entries.length < AT_A_TIME) break;
    after = entries.at(-1)?._id ?? '';
  }
  return { linked: count, removed: await clearAway(context) };
}

const TIMER_BUDGET_MS = 30_000;

/** Ends the search for those among these who have declared; answers how many. */
export async function linkEntries(context: Context, entries: readonly EntryDocument[]): Promise<number> {
  const declarations = await readOpenDeclarations(
    context,
    entries.map(({ personKey }) => personKey),
  );
  const found = entries.filter(({ personKey }) => declarations.has(personKey));
  const moved = await Promise.all(
    found.map(async (entry) => {
      const { next, what } = linked(entry, declarations.get(entry.personKey) ?? '');
      const history = [...entry.history, { at: toTimestamp(context.now), by: 'timer', byName: '系统', what }];
      return moveEntry(context, entry, { ...next, version: entry.version + 1, history });
    }),
  );
  return moved.filter(Boolean).length;
}

async function clearAway(context: Context): Promise<number> {
  const before = (days: number, hours: number) =>
    toTimestamp(context.now.subtract(days, 'day').subtract(hours, 'hour'));
  const left = (
    await Promise.all([
      readListsBefore(context, { before: before(0, HOURS_TO_STAGE), status: 'staging', limit: 50 }),
      readListsBefore(context, { before: before(DAYS_TO_DISPATCH, 0), status: 'checking', limit: 50 }),
      readListsBefore(context, { before: before(DAYS_TO_DISPATCH, 0), status: 'checked', limit: 50 }),
    ])
  ).flat();
  for (const list of left) {
    if (list.status === 'staging') await context.files.remove(list.fileId);
    await removeList(context, list._id);
  }
  return left.length;
}
