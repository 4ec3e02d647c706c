import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { type Change, type Condition, scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type NoticeDocument, NOTICES } from './notice.document';

type Reader = Pick<Context, 'database' | 'scope'>;
const noticesOf = (context: Reader) => scoped<NoticeDocument>(context, NOTICES, null);

/** Acts that a retry may come back for; older ones are history that the audit keeps. */
const ACTS_KEPT = 20;

const notFound = (): AppError => new AppError('NOT_FOUND', '没有找到这条通知');

/** A notice of the caller's grids; throws NOT_FOUND for one elsewhere. */
export async function readNotice(context: Reader, noticeId: string): Promise<NoticeDocument> {
  const notice = await noticesOf(context).get(noticeId);
  if (!notice) throw notFound();
  return notice;
}

export const findNotice = async (context: Reader, noticeId: string): Promise<NoticeDocument | null> =>
  noticesOf(context).get(noticeId);

/** A notice whoever asks; what may leave is decided by who gets it. */
export const readAnyNotice = async (
  { database }: Pick<Context, 'database'>,
  noticeId: string,
): Promise<NoticeDocument | null> => unscoped<NoticeDocument>(database, NOTICES).get(noticeId);

export const addNotice = async (context: Reader, notice: NoticeDocument): Promise<boolean> =>
  noticesOf(context).insert(notice);

/** True when this very act was done before: the answer to it got lost. */
export const isDone = ({ changes }: NoticeDocument, requestId: string): boolean =>
  changes.some((act) => act.requestId === requestId);

type Act = { requestId: string; what: string };

/** One act on a notice, unless somebody else acted since it was read (CONFLICT). Answers it as it is then. */
export async function changeNotice(
  context: Context,
  stored: NoticeDocument,
  change: Partial<Omit<NoticeDocument, '_id' | 'version' | 'changes'>>,
  { requestId, what }: Act,
): Promise<NoticeDocument> {
  const next = changed(context, stored, change, { requestId, what });
  const { version, changes } = next;
  const written = await noticesOf(context).update(
    { _id: stored._id, version: stored.version },
    { ...replacing(context, { ...change, changes }), version },
  );
  if (written === 0) throw changedMeanwhile();
  return next;
}

/** The SDK merges a plain object into the stored one; what changes here is replaced whole. */
const replacing = ({ database }: Pick<Context, 'database'>, change: Change): Change =>
  Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? database.command.set(value) : value,
    ]),
  );

/** A notice after an act. */
const changed = (
  { caller, now }: Pick<Context, 'caller' | 'now'>,
  stored: NoticeDocument,
  change: Partial<NoticeDocument>,
  { requestId, what }: Act,
): NoticeDocument => ({
  ...stored,
  ...change,
  version: stored.version + 1,
  changes: lastOf([
    ...stored.changes,
    { requestId, by: caller.openid, byName: caller.name ?? '', at: toTimestamp(now), what },
  ]),
});

/** The first says who wrote it, and of which form: it always stays. */
const lastOf = <T>(acts: readonly T[]): T[] => [...acts.slice(0, 1), ...acts.slice(1).slice(-ACTS_KEPT)];

export const changedMeanwhile = (): AppError =>
  new AppError('CONFLICT', '这条通知刚有人动过，请看一眼最新的再办');

const PAGE = 30;

/** What a second person has to read: somebody else's, in the caller's grids. */
const forAgreement = ({ caller, database }: Pick<Context, 'caller' | 'database'>): Condition => ({
  status: 'waiting',
  'writtenBy.openid': database.command.neq(caller.openid),
});

export const countForAgreement = async (context: Reader & Pick<Context, 'caller'>): Promise<number> =>
  noticesOf(context).count(forAgreement(context));

/** Notices of the caller's grids: those for their agreement, those on their way, or those that went out; newest first. `after` is the last row's `order`. */
export const readList = async (
  context: Context,
  { tab, after }: { tab: 'agree' | 'waiting' | 'out'; after?: string | undefined },
): Promise<NoticeDocument[]> => {
  const { command } = context.database;
  const among: Record<typeof tab, Condition> = {
    agree: forAgreement(context),
    waiting: { status: command.in(['waiting', 'scheduled', 'returned']) },
    out: { status: command.in(['published', 'withdrawn', 'corrected']), shelf: command.exists(false) },
  };
  const condition: Condition = {
    ...among[tab],
    ...(after !== undefined && { order: command.lt(after) }),
  };
  return noticesOf(context).find(condition, { orderBy: [['order', 'desc']], limit: PAGE });
};
export { PAGE as NOTICES_A_PAGE };

/** What the timer has to look at by now: what is due to go out, and what has sheets to be made; longest waiting first. */
export const readAwake = async (
  { database, now }: Pick<Context, 'database' | 'now'>,
  limit: number,
): Promise<NoticeDocument[]> => {
  const { command } = database;
  return unscoped<NoticeDocument>(database, NOTICES).find(
    { wakesAt: command.gt('').and(command.lte(toTimestamp(now))) },
    { orderBy: [['wakesAt', 'asc']], limit },
  );
};

/** The timer's write: false when a person acted on the notice since, who then comes first. */
export const writeByTimer = async (
  context: Pick<Context, 'database'>,
  { _id, version }: Pick<NoticeDocument, '_id' | 'version'>,
  change: Partial<NoticeDocument>,
): Promise<boolean> =>
  (await unscoped<NoticeDocument>(context.database, NOTICES).update(
    { _id, version },
    { ...replacing(context, change), version: version + 1 },
  )) === 1;

/**
 * How far the timer's own work has come: false when another timer has taken it up, or a person acted on the notice since. It is nobody's act, so the
 * version stays: whoever has the notice open may still withdraw it.
 */
export const writeJob = async (
  context: Pick<Context, 'database'>,
  { _id, version, wakesAt }: Pick<NoticeDocument, '_id' | 'version' | 'wakesAt'>,
  change: Partial<Pick<NoticeDocument, 'job' | 'wakesAt' | 'reminded'>>,
): Promise<boolean> =>
  (await unscoped<NoticeDocument>(context.database, NOTICES).update(
    { _id, version, wakesAt },
    replacing(context, change),
  )) === 1;
