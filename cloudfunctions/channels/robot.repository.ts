import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import type { NoticeDocument } from '../publishing/notice.document';
import { type RobotDocument, ROBOTS } from './robot.document';

type Reader = Pick<Context, 'database' | 'scope'>;
const robotsOf = (context: Reader) => scoped<RobotDocument>(context, ROBOTS, null);

/** A town has a few hundred teams, and hardly a work group for each. */
const MOST = 500;
/** Acts that a retry may come back for; older ones are history that the audit keeps. */
const ACTS_KEPT = 20;

const isThere = ({ database }: Pick<Context, 'database'>) => database.command.in(['active', 'paused']);

/** The robots of the caller's grids. */
export const readRobots = async (context: Reader): Promise<RobotDocument[]> =>
  robotsOf(context).find({ status: isThere(context) }, { limit: MOST });

/** How many of the caller's grids are in trouble. */
export const countInTrouble = async (context: Reader): Promise<number> =>
  robotsOf(context).count({ status: 'active', 'trouble.since': context.database.command.gt('') });

/** A robot of the caller's grids, also a removed one: whoever retries a removal learns that it is done. */
export async function readRobot(context: Reader, robotId: string): Promise<RobotDocument> {
  const robot = await robotsOf(context).get(robotId);
  if (!robot) throw new AppError('NOT_FOUND', '没有找到这个机器人');
  return robot;
}

export const findRobot = async (context: Reader, robotId: string): Promise<RobotDocument | null> =>
  robotsOf(context).get(robotId);

/** False when it is there already, or its key stands somewhere. */
export const addRobot = async (context: Reader, robot: RobotDocument): Promise<boolean> =>
  robotsOf(context).insert(robot);

/** Whether a key stands at another robot, wherever. */
export const isKeyTaken = async (
  { database }: Pick<Context, 'database'>,
  keyIndex: string,
  robotId: string,
): Promise<boolean> =>
  (await unscoped<RobotDocument>(database, ROBOTS).count({
    keyIndex,
    _id: database.command.neq(robotId),
  })) > 0;

export const isDone = ({ changes }: RobotDocument, requestId: string): boolean =>
  changes.some((act) => act.requestId === requestId);

type Act = { requestId: string; what: string };

/** One act on a robot, unless somebody else acted since it was read (CONFLICT). Answers it as it is then. */
export async function changeRobot(
  context: Context,
  stored: RobotDocument,
  change: Partial<Pick<RobotDocument, 'name' | 'key' | 'keyEnd' | 'keyIndex' | 'status' | 'trouble'>>,
  { requestId, what }: Act,
): Promise<RobotDocument> {
  const { caller, now, database } = context;
  const act = { requestId, by: caller.openid, byName: caller.name ?? '', at: toTimestamp(now), what };
  const next = {
    ...stored,
    ...change,
    version: stored.version + 1,
    changes: [...stored.changes, act].slice(-ACTS_KEPT),
  };
  const { version, changes } = next;
  const written = await robotsOf(context).update(
    { _id: stored._id, version: stored.version },
    { ...change, version, changes: database.command.set(changes) },
  );
  if (written === 0) throw changedMeanwhile();
  return next;
}

export const changedMeanwhile = (): AppError =>
  new AppError('CONFLICT', '这个机器人刚有人改过，请退回去打开最新的再改');

/** Robots that a notice goes to: of every grid that it goes to as a whole, and of the one whose notice it is. */
export const readRobotsFor = async (
  { database }: Pick<Context, 'database'>,
  { gridIds, gridId }: Pick<NoticeDocument, 'gridIds' | 'gridId'>,
): Promise<RobotDocument[]> => {
  const { command } = database;
  const active = { status: 'active' } as const;
  const within = await unscoped<RobotDocument>(database, ROBOTS).find(
    { ...active, gridPath: command.in(gridIds) },
    { limit: MOST },
  );
  const own = await unscoped<RobotDocument>(database, ROBOTS).find({ ...active, gridId }, { limit: MOST });
  return [...new Map([...within, ...own].map((robot) => [robot._id, robot])).values()];
};

/** Without asking whose it is: for the timer. */
export const readAnyRobot = async (
  { database }: Pick<Context, 'database'>,
  robotId: string,
): Promise<RobotDocument | null> => unscoped<RobotDocument>(database, ROBOTS).get(robotId);

/** How its last line went. Nobody's act, so the version stays: whoever has the page open may still change the robot. */
export const noteOutcome = async (
  { database }: Pick<Context, 'database'>,
  robotId: string,
  outcome: Pick<RobotDocument, 'lastSentAt' | 'trouble'> | Pick<RobotDocument, 'trouble'>,
): Promise<unknown> =>
  unscoped<RobotDocument>(database, ROBOTS).update(
    { _id: robotId },
    { ...outcome, trouble: database.command.set(outcome.trouble) },
  );
