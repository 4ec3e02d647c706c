import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { type Change, scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type GroupDocument, WECHAT_GROUPS } from './group.document';

type Reader = Pick<Context, 'database' | 'scope'>;
const groupsOf = (context: Reader) => scoped<GroupDocument>(context, WECHAT_GROUPS, null);

/** More groups than all teams of a town have. */
const MOST_GROUPS = 500;
/** Acts that a retry may come back for; the audit keeps the older ones. */
const ACTS_KEPT = 10;

/** A group of the caller's grids; throws NOT_FOUND for one elsewhere, and for one that is nobody's any more. */
export async function readGroup(context: Reader, groupId: string): Promise<GroupDocument> {
  const group = await groupsOf(context).get(groupId);
  if (group?.status !== 'bound') throw noGroup();
  return group;
}

export const noGroup = (): AppError =>
  new AppError('NOT_FOUND', '没有找到这个群，可能已经解绑了。请回到群列表看最新的');

/** Whoever's it is: whether a group is known at all, for the calls of those in it. */
export const findGroup = async (
  { database }: Pick<Context, 'database'>,
  groupId: string,
): Promise<GroupDocument | null> => unscoped<GroupDocument>(database, WECHAT_GROUPS).get(groupId);

/** An unbound one of the caller's as well: the answer to the act that unbound it may have got lost. */
export const findOwnGroup = async (context: Reader, groupId: string): Promise<GroupDocument | null> =>
  groupsOf(context).get(groupId);

export const readGroups = async (context: Reader): Promise<GroupDocument[]> =>
  groupsOf(context).find(
    { status: 'bound' },
    {
      orderBy: [['_id', 'asc']],
      limit: MOST_GROUPS,
    },
  );

/** The caller's groups in which there are people of an audience: of its grids and all below, and the wider ones of the grids above. */
export const readGroupsFor = async (
  context: Reader,
  { gridIds, above }: { gridIds: readonly string[]; above: readonly string[] },
): Promise<GroupDocument[]> => {
  const { command } = context.database;
  const groups = groupsOf(context);
  const order = { orderBy: [['_id', 'asc']], limit: MOST_GROUPS } as const;
  const [inside, wider] = await Promise.all([
    groups.find({ status: 'bound', gridPath: command.in([...gridIds]) }, order),
    above.length === 0 ? [] : groups.find({ status: 'bound', gridId: command.in([...above]) }, order),
  ]);
  return [...inside, ...wider];
};

/** True when this very act was done before. */
export const isDone = ({ changes }: GroupDocument, requestId: string): boolean =>
  changes.some((act) => act.requestId === requestId);

type Act = { requestId: string; what: string };

export const actOf = (
  { caller, now }: Context,
  { requestId, what }: Act,
): GroupDocument['changes'][number] => ({
  requestId,
  by: caller.openid,
  byName: caller.name ?? '',
  at: toTimestamp(now),
  what,
});

export const addGroup = async (context: Reader, group: GroupDocument): Promise<boolean> =>
  groupsOf(context).insert(group);

/**
 * One act on a group, unless somebody else acted since (CONFLICT). A group that nobody holds any more may be taken by whoever is in it: then it is not
 * in the caller's scope yet.
 */
export async function changeGroup(
  context: Context,
  stored: GroupDocument,
  change: Partial<Pick<GroupDocument, 'name' | 'gridId' | 'gridPath' | 'pathNames' | 'status'>>,
  act: Act,
): Promise<GroupDocument> {
  const changes = [...stored.changes, actOf(context, act)].slice(-ACTS_KEPT);
  const next = { ...stored, ...change, changes, version: stored.version + 1 };
  const { command } = context.database;
  const written: Change = {
    ...change,
    ...(change.gridPath && { gridPath: command.set(change.gridPath) }),
    ...(change.pathNames && { pathNames: command.set(change.pathNames) }),
    changes: command.set(changes),
    version: next.version,
  };
  const groups =
    stored.status === 'unbound'
      ? unscoped<GroupDocument>(context.database, WECHAT_GROUPS)
      : groupsOf(context);
  if ((await groups.update({ _id: stored._id, version: stored.version }, written)) === 0)
    throw changedMeanwhile();
  return next;
}

export const changedMeanwhile = (): AppError =>
  new AppError('CONFLICT', '这个群刚有人改过。请退出再打开，看一眼最新的再改');
