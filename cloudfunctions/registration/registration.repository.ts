import type { QueueStatus } from '../contracts';
import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { mayTouchGrid, type Scope } from '../kernel/scope';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { type GridDocument, GRIDS, takesHouseholds } from '../township/grid.document';
import type { ClaimDocument } from './claim.document';
import { placeClaims } from './claims.repository';
import { countFile } from './count-file';
import { isDone } from './file-change';
import { HOUSEHOLDS, type HouseholdDocument } from './household.document';
import { householdAccount, type Place } from './household-file';
import { headOf } from './household-phone';
import { searchable } from './search-keys';

/** Read by whoever decides on a file within their scope; the same answer for a file elsewhere and for none at all. */
const notFound = (): AppError => new AppError('NOT_FOUND', '没有找到这户的档案');

const reaches = (scope: Scope, file: HouseholdDocument): boolean =>
  scope.kind === 'household' ? scope.householdId === file._id : mayTouchGrid(scope, file.gridPath);

/** The file, if it lies in the caller's scope; throws NOT_FOUND otherwise. */
export async function readFile(context: Context, householdId: string): Promise<HouseholdDocument> {
  const file = await scoped<HouseholdDocument>(context, HOUSEHOLDS, '_id').get(householdId);
  if (!file) throw notFound();
  return file;
}

/** Files of one status in the caller's grids, longest waiting first, from after the file whose `queueKey` is given. */
export const readQueue = async (
  context: Context,
  { status, after, limit }: { status: QueueStatus; after?: string; limit: number },
): Promise<HouseholdDocument[]> =>
  scoped<HouseholdDocument>(context, HOUSEHOLDS, '_id').find(
    after === undefined ? { status } : { status, queueKey: context.database.command.gt(after) },
    { orderBy: [['queueKey', 'asc']], limit },
  );

/** More files than this with the same papers are a fault of the roll, not something one goes and asks about. */
const MAX_SHARING = 200;

/**
 * Files anywhere that hold one of these papers. It has to cross jurisdictions, because a person registered twice is mostly registered
 * in two villages; whoever calls it shows of the others only what their own scope allows.
 */
export const readFilesSharingPapers = async (
  { database }: Context,
  papersIndexes: readonly string[],
): Promise<HouseholdDocument[]> =>
  unscoped<HouseholdDocument>(database, HOUSEHOLDS).find(
    { papersIndexes: database.command.in([...papersIndexes]) },
    { limit: MAX_SHARING },
  );

/** Whether this caller's request stands in the file already, though the file may have left their scope by it. */
export async function hasDone(
  { caller, database }: Pick<Context, 'caller' | 'database'>,
  { householdId, requestId }: { householdId: string; requestId: string },
): Promise<boolean> {
  const file = await unscoped<HouseholdDocument>(database, HOUSEHOLDS).get(householdId);
  return isDone(file, requestId, caller);
}

/** Where a household may register; throws a refusal beside `gridId` for anything but a lowest grid. */
export async function readPlace({ database }: Context, gridId: string): Promise<Place & GridDocument> {
  const grid = await unscoped<GridDocument>(database, GRIDS).get(gridId);
  if (!grid || !takesHouseholds(grid))
    throw new AppError('INVALID_INPUT', '请选到最小的网格，例如几组', {
      gridId: '请选到最小的网格，例如几组',
    });
  return { ...grid, gridId: grid._id, gridPath: grid.path };
}

/** The same, within the caller's own grids: elsewhere nobody would expect a file that they put there. */
export async function readOwnPlace(context: Context, gridId: string): Promise<Place & GridDocument> {
  const place = await readPlace(context, gridId);
  if (!mayTouchGrid(context.scope, place.gridPath))
    throw invalidFields({ gridId: '只能选您自己管的网格；别处的，请那里的网格员或住户自己来办' });
  return place;
}

/** Writes a new file that no phone is bound to yet, once; answers the one that stands. */
export const addFileWithoutPhone = async (
  context: Context,
  file: HouseholdDocument,
): Promise<HouseholdDocument> =>
  inTransaction(context.database, async (transaction) => {
    const present = await transaction.get<HouseholdDocument>(HOUSEHOLDS, file._id);
    if (present) return present;
    await putFile(transaction, context, null, file);
    return file;
  });

/**
 * Writes a new file, binds the caller's phone to it and counts it, all or nothing. Answers the file that this phone has afterwards:
 * another one when it was there already.
 */
export async function addFile(context: Context, file: HouseholdDocument): Promise<HouseholdDocument> {
  const isKnown = context.caller.name !== null;
  // Somebody's first role may have made their account between our reading it and now; then it is changed, not added.
  for (const accountIsThere of [isKnown, !isKnown]) {
    try {
      await inTransaction(context.database, async (transaction) => {
        await transaction.add(HOUSEHOLDS, searchable(file, context.vault));
        await bindAccount(transaction, context, file, accountIsThere);
        await countFile(transaction, context, null, file);
      });
      return file;
    } catch (fault) {
      // Either it failed because the file is there, or its answer got lost on the way: in both cases what stands, counts.
      const present = await unscoped<HouseholdDocument>(context.database, HOUSEHOLDS).get(file._id);
      if (present) return present;
      if (accountIsThere !== isKnown) throw fault;
    }
  }
  throw new Error('unreachable: the second attempt returns or throws');
}

/**
 * Changes one file in the caller's scope together with its counters, all or nothing. `decide` gets the file as it stands and answers the
 * next one, or the same object when there is nothing to do. Where it may move to another place, `claims` are those that wait on it.
 */
export const changeFile = async (
  context: Context,
  householdId: string,
  decide: (file: HouseholdDocument) => HouseholdDocument,
  claims: readonly Pick<ClaimDocument, '_id'>[] = [],
): Promise<HouseholdDocument> =>
  inTransaction(context.database, async (transaction) => {
    const file = await getFile(transaction, context, householdId);
    const next = decide(file);
    if (next !== file) await putFile(transaction, context, file, next);
    if (next.gridId !== file.gridId) await placeClaims(transaction, next, claims);
    return next;
  });

/** The file inside a transaction, if it lies in the caller's scope; throws NOT_FOUND otherwise. */
export async function getFile(
  transaction: Transaction,
  { scope }: Pick<Context, 'scope'>,
  householdId: string,
): Promise<HouseholdDocument> {
  const file = await transaction.get<HouseholdDocument>(HOUSEHOLDS, householdId);
  if (!file || !reaches(scope, file)) throw notFound();
  return file;
}

/** Writes a file's next state inside a transaction, findable by its words, and moves the counters with it; `file` is null for a new one. */
export async function putFile(
  transaction: Transaction,
  context: Pick<Context, 'database' | 'vault'>,
  file: HouseholdDocument | null,
  next: HouseholdDocument,
): Promise<void> {
  await transaction.put(HOUSEHOLDS, searchable(next, context.vault));
  await countFile(transaction, context, file, next);
}

async function bindAccount(
  transaction: Transaction,
  { caller, database }: Context,
  file: HouseholdDocument,
  accountIsThere: boolean,
): Promise<void> {
  if (accountIsThere) {
    const version = database.command.inc(1);
    if (
      await transaction.change('accounts', caller.openid, {
        householdId: file._id,
        personId: headOf(file)?.personId ?? null,
        version,
      })
    )
      return;
    throw new Error('The account to bind is not there');
  }
  await transaction.add('accounts', householdAccount(caller.openid, file));
}
