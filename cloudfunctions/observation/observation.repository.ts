import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { type Condition, type Documents, scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import type { HeldPost } from '../kernel/context';
import type { PostDocument } from '../township/post.document';
import { POSTS } from '../township/post.document';
import { type ObservationDocument, OBSERVATIONS } from './observation.document';
import { notUrgentFrom, nothingMissedFrom } from './urgency';

type Reader = Pick<Context, 'database' | 'scope'>;
const observations = (context: Reader): Documents<ObservationDocument> =>
  scoped<ObservationDocument>(context, OBSERVATIONS, 'householdId');

/** The same answer for somebody elsewhere and for nobody at all. */
export const notFound = (): AppError => new AppError('NOT_FOUND', '没有找到这个人的观察记录');

/** The observation, if it lies in the caller's scope; throws NOT_FOUND otherwise. */
export async function readObservation(context: Reader, observationId: string): Promise<ObservationDocument> {
  const found = await observations(context).get(observationId);
  if (!found) throw notFound();
  return found;
}

/**
 * Writes what changed, unless somebody else wrote since `before` was read; then it answers false. Only the slots that changed travel,
 * for the whole record of two weeks is a hundred times one reading.
 */
export async function writeObservation(
  context: Reader,
  before: ObservationDocument,
  after: ObservationDocument,
): Promise<boolean> {
  const change = changeBetween(context, before, after);
  const { _id, version } = before;
  return (await observations(context).update({ _id, version }, { ...change, version: version + 1 })) === 1;
}

function changeBetween(
  { database }: Reader,
  before: ObservationDocument,
  after: ObservationDocument,
): Record<string, unknown> {
  const whole = (value: unknown): unknown =>
    typeof value === 'object' && value !== null ? database.command.set(value) : value;
  const { slots, ...fields } = after;
  const old = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(fields).filter(
    ([key, value]) => key !== '_id' && JSON.stringify(old.get(key)) !== JSON.stringify(value),
  );
  const ended = Object.entries(slots).filter(([key, end]) => before.slots[key] !== end);
  return {
    ...Object.fromEntries(changed.map(([key, value]) => [key, whole(value)])),
    ...Object.fromEntries(ended.map(([key, end]) => [`slots.${key}`, whole(end)])),
  };
}

/** A household has a few dozen people at most. */
const MOST_OF_A_HOUSEHOLD = 50;

/** Everybody of the caller's household whose measure is not over. */
export const readObserved = async (context: Reader): Promise<ObservationDocument[]> =>
  observations(context).find(
    { status: context.database.command.in(['active', 'paused', 'releasing']) },
    { limit: MOST_OF_A_HOUSEHOLD },
  );

/** How many of the caller's people have a slot that is open and not reported. */
export const countOwing = async (context: Reader & Pick<Context, 'now'>): Promise<number> =>
  observations(context).count({ status: 'active', ...owing(context) });

/** A slot opened by now, and its reading is not in: one range of one index. */
export const owing = ({ database, now }: Pick<Context, 'database' | 'now'>): Condition => {
  const { command } = database;
  return { nextOpensAt: command.gt('').and(command.lte(toTimestamp(now))) };
};

/** Whoever is observed in some household, wherever: to tie what the household says to it. */
export async function readActiveOf(
  { database }: Reader,
  householdId: string,
  personId: string,
): Promise<ObservationDocument | null> {
  const [found] = await unscoped<ObservationDocument>(database, OBSERVATIONS).find(
    { householdId, personId, status: database.command.in(['active', 'paused', 'releasing']) },
    { limit: 1 },
  );
  return found ?? null;
}

export type TodayFilter = {
  /** What opened by this moment is due. */
  dueBy: string | null;
  /** Nobody whose next slot is this one or later has anything due. */
  tomorrow: string;
  escalatedOnly: boolean;
  after: string | undefined;
  limit: number;
};

/** Today's list in the caller's grids, most urgent first, after the row whose `urgencyKey` is given: one range of one index. */
export const readToday = async (context: Reader, filter: TodayFilter): Promise<ObservationDocument[]> => {
  const { command } = context.database;
  const end = filter.escalatedOnly
    ? nothingMissedFrom()
    : filter.dueBy !== null
      ? notUrgentFrom(filter.tomorrow)
      : null;
  const range =
    end === null ? command.gt(filter.after ?? '') : command.gt(filter.after ?? '').and(command.lt(end));
  const condition: Condition = {
    status: 'active',
    urgencyKey: range,
    ...(filter.dueBy !== null && { nextOpensAt: command.gt('').and(command.lte(filter.dueBy)) }),
    ...(filter.escalatedOnly && { escalated: command.neq(null) }),
  };
  return observations(context).find(condition, {
    orderBy: [['urgencyKey', 'asc']],
    limit: filter.limit,
  });
};

/** Grid members and doctors whose grids somebody lives in. Crosses the household's scope: whom to call is theirs to know. */
export const readContacts = async (
  { database }: Reader,
  gridPath: readonly string[],
): Promise<PostDocument[]> =>
  unscoped<PostDocument>(database, POSTS).find(
    {
      gridId: database.command.in([...gridPath]),
      role: database.command.in(['gridMember', 'villageDoctor']),
      status: 'active',
    },
    { limit: 20 },
  );

/** In which role somebody on duty acts on a person: the doctor's word counts as the doctor's. */
export const actsAsDoctor = (posts: readonly HeldPost[], gridPath: readonly string[]): boolean =>
  posts.some(({ role, gridId }) => role === 'villageDoctor' && gridPath.includes(gridId));
