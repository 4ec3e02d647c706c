import type { StaffRole } from '../contracts/contract';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { type Documents, scoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { ROUND_SCHEDULES, type ScheduleDocument } from './schedule.document';

type Reader = Pick<Context, 'database' | 'scope'>;

const schedules = (context: Reader): Documents<ScheduleDocument> =>
  scoped<ScheduleDocument>(context, ROUND_SCHEDULES, null);

const MOST_SHOWN = 100;
/** A town has no more grids worth closing off. */
const MOST_RUNNING = 500;

export async function readSchedule(context: Reader, scheduleId: string): Promise<ScheduleDocument> {
  const schedule = await schedules(context).get(scheduleId);
  if (!schedule) throw new AppError('NOT_FOUND', '没有找到这个定期团购');
  return schedule;
}

/** Those that run in the scope, the next to open first. */
export const readSchedules = async (context: Reader): Promise<ScheduleDocument[]> =>
  schedules(context).find({ status: 'active' }, { orderBy: [['nextAt', 'asc']], limit: MOST_SHOWN });

/** False when it is there already. */
export const addSchedule = async (context: Reader, schedule: ScheduleDocument): Promise<boolean> =>
  schedules(context).insert(settledSchedule(schedule));

/** The timer's next look: to open a round, or to count who has been left out. */
export const settledSchedule = (schedule: ScheduleDocument): ScheduleDocument => {
  const { status, nextAt, countsAt } = schedule;
  return { ...schedule, wakesAt: status === 'ended' ? '' : nextAt < countsAt ? nextAt : countsAt };
};

/** The timer's write: what comes after the version that was read; false when somebody else wrote first. */
export const writeSchedule = async (
  context: Reader,
  before: ScheduleDocument,
  next: ScheduleDocument,
): Promise<boolean> => {
  const { nextAt, countsAt, trouble, lacking, counting, wakesAt } = settledSchedule(next);
  const { command } = context.database;
  const written = await schedules(context).update(
    { _id: before._id, version: before.version },
    {
      ...{ nextAt, countsAt, trouble, wakesAt },
      lacking: lacking && command.set(lacking),
      counting: counting && command.set(counting),
      version: before.version + 1,
    },
  );
  return written === 1;
};

/** Ends a schedule that runs, whatever the timer writes meanwhile. */
export const markEnded = async (
  context: Pick<Context, 'caller' | 'database' | 'now' | 'scope'>,
  scheduleId: string,
  requestId: string,
): Promise<unknown> => {
  const { caller, database, now } = context;
  const { command } = database;
  const change = {
    requestId,
    by: caller.openid,
    byName: caller.name ?? '',
    at: toTimestamp(now),
    what: '不再定期开',
  };
  return schedules(context).update(
    { _id: scheduleId, status: 'active' },
    { status: 'ended', wakesAt: '', version: command.inc(1), changes: command.push(change) },
  );
};

/** Schedules that the timer has to look at by now, longest overdue first. */
export const readAwakeSchedules = async (
  { database, scope, now }: Pick<Context, 'database' | 'scope' | 'now'>,
  limit: number,
): Promise<ScheduleDocument[]> =>
  schedules({ database, scope }).find(
    { wakesAt: database.command.gt('').and(database.command.lte(toTimestamp(now))) },
    {
      orderBy: [
        ['wakesAt', 'asc'],
        ['_id', 'asc'],
      ],
      limit,
    },
  );

/** Everything that runs in a town, for whoever works in one of its grids: what is told of it is for the use case to narrow. */
export const readRunningInTown = async (
  { database }: Pick<Context, 'database'>,
  townId: string,
): Promise<ScheduleDocument[]> =>
  schedules({ database, scope: { kind: 'grids', gridIds: [townId] } }).find(
    { status: 'active' },
    { limit: MOST_RUNNING },
  );

/** A row of the home page: how many households of the caller's closed-off grids had got nothing for too long; null where none is closed off. */
export async function countLacking(
  context: Pick<Context, 'caller' | 'database'>,
  roles: readonly StaffRole[],
): Promise<number | null> {
  const posts = context.caller.posts.filter(({ role }) => roles.includes(role));
  const townId = posts[0]?.gridPath[0];
  if (townId === undefined) return null;
  const running = (await readRunningInTown(context, townId)).filter(({ plan }) =>
    posts.some(
      ({ gridId, gridPath }) =>
        plan.reach.includes(gridId) || gridPath.some((id) => plan.gridIds.includes(id)),
    ),
  );
  if (running.length === 0) return null;
  const own = outermost(posts.map(({ gridId, gridPath }) => ({ gridId, gridPath })));
  return running.reduce(
    (sum, { lacking }) => sum + own.reduce((inAll, id) => inAll + (lacking?.byGrid[id] ?? 0), 0),
    0,
  );
}

/** Without grids that lie in another of them, which count already. */
const outermost = (held: readonly { gridId: string; gridPath: readonly string[] }[]): string[] => [
  ...new Set(
    held
      .filter(
        ({ gridId, gridPath }) =>
          !held.some((other) => other.gridId !== gridId && gridPath.includes(other.gridId)),
      )
      .map(({ gridId }) => gridId),
  ),
];
