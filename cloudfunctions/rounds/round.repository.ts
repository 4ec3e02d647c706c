import { toTimestamp } from '../kernel/clock';
import type { Context, Database } from '../kernel/context';
import { type Condition, type Documents, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { mayTouchGrid } from '../kernel/scope';
import type { RoundStatus } from '../contracts/supplies';
import { type RoundDocument, type RoundJob, ROUNDS } from './round.document';
import { settledRound } from './round-file';

type Reader = Pick<Context, 'database'>;
type Staff = Pick<Context, 'database' | 'scope' | 'caller'>;

const rounds = ({ database }: Reader): Documents<RoundDocument> => unscoped<RoundDocument>(database, ROUNDS);

/** The same answer for a round elsewhere and for none at all. */
export const noRound = (): AppError => new AppError('NOT_FOUND', '没有找到这一批');

/** A household reads through no more at once. */
const MOST_OFFERED = 50;

/** The grids in which a member of staff works here, and those above them. */
function placesOf({ scope, caller }: Staff): { own: string[]; above: string[] } {
  if (scope.kind !== 'grids') return { own: [], above: [] };
  const own = [...scope.gridIds];
  const above = caller.posts
    .filter(({ gridId }) => own.includes(gridId))
    .flatMap(({ gridPath }) => [...gridPath]);
  return { own, above: [...new Set(above)] };
}

/** A round has to do with whoever works in a grid that may order, above it or below it. */
function concerns(context: Staff, { reach, gridIds }: RoundDocument): boolean {
  if (context.scope.kind === 'system') return true;
  const { own, above } = placesOf(context);
  return own.some((id) => reach.includes(id)) || above.some((id) => gridIds.includes(id));
}

/** The round, for staff whose grids it has to do with; throws NOT_FOUND otherwise. */
export async function readRound(context: Staff, roundId: string): Promise<RoundDocument> {
  const round = await rounds(context).get(roundId);
  if (!round || !concerns(context, round)) throw noRound();
  return round;
}

/** The round, for whoever may change it: its grid lies in their jurisdiction. */
export async function readManagedRound(context: Staff, roundId: string): Promise<RoundDocument> {
  const round = await readRound(context, roundId);
  if (!mayManage(context, round))
    throw new AppError('FORBIDDEN', `这一批由${round.pathNames.at(-1) ?? '上级'}管，请联系那里的网格长`);
  return round;
}

export const mayManage = ({ scope }: Pick<Context, 'scope'>, { gridPath }: RoundDocument): boolean =>
  mayTouchGrid(scope, gridPath);

/** A round that this household may see: of its grids, and not a draft. Throws NOT_FOUND otherwise. */
export async function readRoundForHousehold(
  context: Reader,
  { gridPath }: { gridPath: readonly string[] },
  roundId: string,
): Promise<RoundDocument> {
  const round = await rounds(context).get(roundId);
  if (!round || round.status === 'draft' || !round.gridIds.some((id) => gridPath.includes(id)))
    throw noRound();
  return round;
}

/** Rounds offered where a household lives, soonest cut-off first; those that are open unless told otherwise. */
export const readOfferedRounds = async (
  database: Database,
  gridPath: readonly string[],
  statuses: readonly RoundStatus[] = ['open'],
): Promise<RoundDocument[]> =>
  rounds({ database }).find(
    { gridIds: database.command.in([...gridPath]), status: database.command.in([...statuses]) },
    { orderBy: [['closesAt', 'asc']], limit: MOST_OFFERED },
  );

/** Rounds of some suppliers, latest cut-off first, from after the `listKey` given; drafts are nobody's business yet. */
export const readSupplierRounds = async (
  { database }: Reader,
  supplierIds: readonly string[],
  { statuses, after, limit }: { statuses: readonly RoundStatus[]; after?: string; limit: number },
): Promise<RoundDocument[]> =>
  supplierIds.length === 0
    ? []
    : rounds({ database }).find(
        {
          supplierId: database.command.in([...supplierIds]),
          status: database.command.in(statuses.filter((status) => status !== 'draft')),
          ...(after !== undefined && { listKey: database.command.lt(after) }),
        },
        { orderBy: [['listKey', 'desc']], limit },
      );

/** One of a supplier's own rounds; throws NOT_FOUND otherwise. */
export async function readSupplierRound(
  context: Reader,
  supplierIds: readonly string[],
  roundId: string,
): Promise<RoundDocument> {
  const round = await rounds(context).get(roundId);
  if (!round || round.status === 'draft' || !supplierIds.includes(round.supplierId)) throw noRound();
  return round;
}

/** Some rounds by their ids, for views of orders that were read within a scope already. */
export const readRoundsById = async (
  { database }: Reader,
  ids: readonly string[],
): Promise<RoundDocument[]> =>
  ids.length === 0
    ? []
    : rounds({ database }).find({ _id: database.command.in([...new Set(ids)]) }, { limit: ids.length });

/** Rounds that have to do with the caller's grids, latest cut-off first, from after the `listKey` given. */
export async function readStaffRounds(
  context: Staff,
  { statuses, after, limit }: { statuses: readonly RoundStatus[]; after?: string; limit: number },
): Promise<RoundDocument[]> {
  const { command } = context.database;
  const { own, above } = placesOf(context);
  const wanted: Condition = {
    status: command.in([...statuses]),
    ...(after !== undefined && { listKey: command.lt(after) }),
  };
  const page = { orderBy: [['listKey', 'desc']] as const, limit };
  const [below, fromAbove] = await Promise.all([
    rounds(context).find({ reach: command.in(own), ...wanted }, page),
    rounds(context).find({ gridIds: command.in(above), ...wanted }, page),
  ]);
  const byId = new Map([...below, ...fromAbove].map((round) => [round._id, round]));
  return [...byId.values()].sort((a, b) => (a.listKey < b.listKey ? 1 : -1)).slice(0, limit);
}

/** Adds a round; false when it is there already. */
export const addRound = async (context: Reader, round: RoundDocument): Promise<boolean> =>
  rounds(context).insert(round);

export const findRound = async (context: Reader, roundId: string): Promise<RoundDocument | null> =>
  rounds(context).get(roundId);

export const removeRound = async (
  context: Reader,
  { _id, version }: Pick<RoundDocument, '_id' | 'version'>,
): Promise<boolean> => (await rounds(context).remove({ _id, version, status: 'draft' })) === 1;

/** What may change of a round. */
export type RoundChange = Partial<Omit<RoundDocument, '_id' | 'version' | 'changes' | 'listKey' | 'wakesAt'>>;
export type RoundAct = { requestId: string; what: string };

const KEPT_CHANGES = 30;
export const somebodyElse = (): AppError => new AppError('CONFLICT', '别人刚改过这一批，请看过最新内容再办');

/** True for the same request by the same caller: tapped twice, or sent again because its answer got lost. */
export const isRepeatedOn = (
  { changes }: Pick<RoundDocument, 'changes'>,
  requestId: string,
  { caller }: Pick<Context, 'caller'>,
): boolean => changes.some((change) => change.requestId === requestId && change.by === caller.openid);

/** Throws CONFLICT when somebody changed the round since the caller saw it. */
export function requireSeen({ version }: Pick<RoundDocument, 'version'>, seen: number): void {
  if (version !== seen) throw somebodyElse();
}

/** The round with a change and one more act, as it will stand. */
export const changedRound = (
  { caller, now }: Pick<Context, 'caller' | 'now'>,
  round: RoundDocument,
  change: RoundChange,
  { requestId, what }: RoundAct,
): RoundDocument =>
  settledRound({
    ...round,
    ...change,
    version: round.version + 1,
    changes: [
      ...round.changes.slice(1 - KEPT_CHANGES),
      {
        requestId,
        by: caller.openid,
        byName: caller.name ?? (caller.openid === 'timer' ? '系统' : ''),
        at: toTimestamp(now),
        what,
      },
    ],
  });

/**
 * Changes the round as it was read: throws CONFLICT when somebody else was first, and answers what stands when that somebody was the same
 * request.
 */
export async function changeRound(
  context: Pick<Context, 'database' | 'caller' | 'now'>,
  round: RoundDocument,
  change: RoundChange,
  act: RoundAct,
): Promise<RoundDocument> {
  if (isRepeatedOn(round, act.requestId, context)) return round;
  const next = changedRound(context, round, change, act);
  const { _id, version } = round;
  const fields = changedFields(context, change, next);
  if ((await rounds(context).update({ _id, version }, fields)) === 1) return next;
  const now = await rounds(context).get(_id);
  if (now && isRepeatedOn(now, act.requestId, context)) return now;
  throw somebodyElse();
}

/** Only what changed travels; the SDK merges plain objects unless told to replace them. */
const changedFields = (context: Reader, change: RoundChange, next: RoundDocument): Record<string, unknown> =>
  replacing(context, {
    ...change,
    version: next.version,
    changes: next.changes,
    listKey: next.listKey,
    wakesAt: next.wakesAt,
  });

const replacing = ({ database }: Reader, fields: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? database.command.set(value) : value,
    ]),
  );

/**
 * The timer's own write: what a step found, and what is to do next (null: nothing more). Holds only while the round's job stands where it was
 * read, so of two ticks that overlap, and of a step whose round was cancelled meanwhile, one writes; null for the other. People's acts
 * count versions, a cursor doesn't.
 */
export async function writeJob(
  context: Pick<Context, 'database' | 'now'>,
  round: RoundDocument,
  next: Omit<RoundJob, 'since'> | null,
  change: RoundChange = {},
): Promise<RoundDocument | null> {
  if (round.job === null) return null;
  const { _id, version, job, status } = round;
  const at = toTimestamp(context.now);
  const isResult = Object.keys(change).length > 0;
  const after = settledRound({
    ...round,
    ...change,
    job: next && { ...next, since: next.step === job.step ? job.since : at },
    version: isResult ? version + 1 : version,
  });
  const { command } = context.database;
  const updated = await rounds(context).update(
    { _id, status, 'job.step': job.step, 'job.cursor': job.cursor },
    {
      ...replacing(context, { ...change, job: after.job }),
      wakesAt: after.wakesAt,
      ...(isResult && { version: command.inc(1) }),
    },
  );
  return updated === 1 ? after : null;
}

/** Rounds that the timer has to look at by now, longest overdue first. */
export const readAwakeRounds = async (
  { database }: Reader,
  now: string,
  limit: number,
): Promise<RoundDocument[]> =>
  rounds({ database }).find(
    { wakesAt: database.command.gt('').and(database.command.lte(now)) },
    {
      orderBy: [
        ['wakesAt', 'asc'],
        ['_id', 'asc'],
      ],
      limit,
    },
  );
