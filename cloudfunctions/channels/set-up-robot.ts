import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { robotActions, RobotView } from '../contracts/robots';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { readOwnGrid } from '../township/grid.repository';
import type { RobotDocument } from './robot.document';
import {
  addRobot,
  changedMeanwhile,
  changeRobot,
  findRobot,
  isDone,
  isKeyTaken,
  readRobot,
} from './robot.repository';
import { robotView } from './robot-view';

type Adding = z.output<typeof robotActions.addRobot.input>;
type Changing = z.output<typeof robotActions.changeRobot.input>;
type Pausing = z.output<typeof robotActions.pauseRobot.input>;
type Removing = z.output<typeof robotActions.removeRobot.input>;

const KEY_END = 4;

/** Binds a work group's robot to a grid. The same form sent twice is one robot. */
export async function addGroupRobot(
  { requestId, gridId, name, webhook }: Adding,
  context: Context,
): Promise<RobotView> {
  const { caller, now } = context;
  const grid = await readOwnGrid(context, gridId);
  context.about({ gridPath: grid.path });
  const _id = `r${createHash('sha256').update(`robot:${caller.openid}:${requestId}`).digest('hex').slice(0, 24)}`;
  const stored = await findRobot(context, _id);
  if (stored) return robotView(stored);
  const sealed = sealedKey(webhook, context);
  if (await isKeyTaken(context, sealed.keyIndex, _id)) throw keyTaken();
  const robot: RobotDocument = {
    _id,
    name,
    gridId,
    gridPath: grid.path,
    pathNames: grid.pathNames,
    ...sealed,
    status: 'active',
    lastSentAt: null,
    trouble: null,
    version: 1,
    changes: [
      { requestId, by: caller.openid, byName: caller.name ?? '', at: toTimestamp(now), what: '添加' },
    ],
  };
  if (await addRobot(context, robot)) return robotView(robot);
  // Two taps at once: the other one added it. Otherwise somebody else was quicker with the same address.
  const other = await findRobot(context, _id);
  if (!other) throw keyTaken();
  return robotView(other);
}

/** Another name for it, or a new address; a new one has not failed yet. */
export const changeGroupRobot = (
  { robotId, name, webhook, ...act }: Changing,
  context: Context,
): Promise<RobotView> =>
  actOn({ ...act, robotId, what: webhook === null ? '改名' : '换地址' }, context, async () => {
    if (webhook === null) return { name };
    const sealed = sealedKey(webhook, context);
    if (await isKeyTaken(context, sealed.keyIndex, robotId)) throw keyTaken();
    return { name, ...sealed, trouble: null };
  });

export const pauseGroupRobot = ({ paused, ...act }: Pausing, context: Context): Promise<RobotView> =>
  actOn({ ...act, what: paused ? '停一停' : '接着发' }, context, async () => ({
    status: paused ? 'paused' : 'active',
  }));

/** Forgets its address; what it posted stays, for whoever asks. */
export async function removeGroupRobot(act: Removing, context: Context): Promise<Record<string, never>> {
  await actOn({ ...act, what: '移除' }, context, async () => ({
    status: 'removed',
    key: null,
    keyIndex: act.robotId,
    trouble: null,
  }));
  return {};
}

type Act = { requestId: string; robotId: string; version: number; what: string };

/** One act on a robot of the caller's grids; the same request twice is one. */
async function actOn(
  { requestId, robotId, version, what }: Act,
  context: Context,
  change: () => Promise<Parameters<typeof changeRobot>[2]>,
): Promise<RobotView> {
  const stored = await readRobot(context, robotId);
  context.about({ gridPath: stored.gridPath });
  if (isDone(stored, requestId)) return robotView(stored);
  if (stored.status === 'removed') throw new AppError('CONFLICT', '这个机器人已经移除了');
  if (stored.version !== version) throw changedMeanwhile();
  return robotView(await changeRobot(context, stored, await change(), { requestId, what }));
}

/** Of its address only the key says anything; it is kept sealed. */
function sealedKey(webhook: string, { vault }: Context): Pick<RobotDocument, 'key' | 'keyEnd' | 'keyIndex'> {
  const key = (new URL(webhook).searchParams.get('key') ?? '').toLowerCase();
  return {
    key: vault.seal('webhook', key),
    keyEnd: key.slice(-KEY_END),
    keyIndex: vault.indexOf('webhook', key),
  };
}

const keyTaken = (): AppError =>
  new AppError('CONFLICT', '这个机器人已经添加过了，一个机器人只能用在一个地方', {
    webhook: '这个地址已经添加过了，请换一个机器人的地址',
  });
