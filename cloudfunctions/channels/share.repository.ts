import { toTimestamp } from '../kernel/clock';
import type { Context, Database } from '../kernel/context';
import { type Documents, unscoped } from '../kernel/documents';
import { type NoticeDocument, NOTICES } from '../publishing/notice.document';
import { GROUP_SHARES, type GroupDocument, type ShareDocument, shareIdOf } from './group.document';

/** Shares are reached through their group, which is read within the caller's scope before. */
const sharesOf = (database: Database): Documents<ShareDocument> => unscoped(database, GROUP_SHARES);
type Group = Pick<GroupDocument, '_id'>;
export type Share = Omit<ShareDocument, 'viewers'>;

const SHOWN = ['groupId', 'noticeId', 'at', 'order', 'shared', 'seen'] as const;
export const SHARES_A_PAGE = 30;

/** Notices that came to a group, newest first, from after the `order` given. */
export const readShares = async (
  { database }: Pick<Context, 'database'>,
  { _id }: Group,
  after: string | undefined,
): Promise<Share[]> =>
  sharesOf(database).pick(
    SHOWN,
    { groupId: _id, ...(after !== undefined && { order: database.command.lt(after) }) },
    { orderBy: [['order', 'desc']], limit: SHARES_A_PAGE },
  );

/** One notice in some groups. */
export const readSharesOf = async (
  { database }: Pick<Context, 'database'>,
  noticeId: string,
  groups: readonly Group[],
): Promise<Share[]> =>
  groups.length === 0
    ? []
    : sharesOf(database).pick(
        SHOWN,
        { _id: database.command.in(groups.map(({ _id }) => shareIdOf(_id, noticeId))) },
        { limit: groups.length },
      );

/** What notices are called, and whether they still hold; for those that were found in a group of the caller's. */
export const readHeadsOf = async (
  { database }: Pick<Context, 'database'>,
  shares: readonly Share[],
): Promise<Pick<NoticeDocument, '_id' | 'kind' | 'title' | 'status'>[]> =>
  shares.length === 0
    ? []
    : unscoped<NoticeDocument>(database, NOTICES).pick(
        ['kind', 'title', 'status'],
        { _id: database.command.in(shares.map(({ noticeId }) => noticeId)) },
        { limit: shares.length },
      );

export type Lately = { _id: string; notices: number; seen: number; lastAt: string };

/** What came to some groups since a moment: one sum over all of them. */
export async function sumShares(
  { database }: Pick<Context, 'database'>,
  groups: readonly Group[],
  since: string,
): Promise<Lately[]> {
  if (groups.length === 0) return [];
  const { command } = database;
  const $ = command.aggregate;
  const { list } = (await database
    .collection(GROUP_SHARES)
    .aggregate()
    .match({ groupId: command.in(groups.map(({ _id }) => _id)), at: command.gte(since) })
    .group({ _id: '$groupId', notices: $.sum(1), seen: $.sum('$seen'), lastAt: $.max('$at') })
    .limit(groups.length)
    .end()) as { list: Lately[] };
  return list;
}

type Placed = { groupId: string; noticeId: string };

const emptyShare = ({ groupId, noticeId }: Placed, at: string): ShareDocument => ({
  _id: shareIdOf(groupId, noticeId),
  groupId,
  noticeId,
  at,
  order: `${at} ${noticeId}`,
  shared: null,
  seen: 0,
  viewers: [],
});

/** Ticks a notice off in a group, or takes the tick back; twice is once, and somebody else's earlier tick stands. */
export async function writeShared(
  { database, caller, now }: Context,
  placed: Placed,
  { requestId, shared }: { requestId: string; shared: boolean },
): Promise<void> {
  const { command } = database;
  const _id = shareIdOf(placed.groupId, placed.noticeId);
  const shares = sharesOf(database);
  if (!shared) {
    await shares.update({ _id }, { shared: null });
    // Nothing is left of it when nobody has opened it there.
    await shares.remove({ _id, shared: null, seen: 0 });
    return;
  }
  const at = toTimestamp(now);
  const tick = { at, by: caller.openid, byName: caller.name ?? '', requestId };
  const write = () => shares.update({ _id, shared: null }, { shared: command.set(tick) });
  if ((await write()) === 1) return;
  // Not there yet, or ticked before; of two at the same time one makes it and the other finds it.
  if (!(await shares.insert({ ...emptyShare(placed, at), shared: tick }))) await write();
}

/** Whether a phone was counted: false when no notice was seen in this group before, and when this phone was counted already. */
export const countViewer = async (
  { database }: Pick<Context, 'database'>,
  placed: Placed,
  viewer: string,
): Promise<boolean> => {
  const { command } = database;
  const change = { viewers: command.push(viewer), seen: command.inc(1) };
  return (
    (await sharesOf(database).update(
      { _id: shareIdOf(placed.groupId, placed.noticeId), viewers: command.neq(viewer) },
      change,
    )) === 1
  );
};

/** The first time that a notice is opened in a group. False when another phone was there in the same moment. */
export const addSeen = async (
  { database, now }: Pick<Context, 'database' | 'now'>,
  placed: Placed,
  viewer: string,
): Promise<boolean> =>
  sharesOf(database).insert({ ...emptyShare(placed, toTimestamp(now)), seen: 1, viewers: [viewer] });

/** Whether this notice is known in this group. */
export const isKnownThere = async (
  { database }: Pick<Context, 'database'>,
  { groupId, noticeId }: Placed,
): Promise<boolean> => (await sharesOf(database).count({ _id: shareIdOf(groupId, noticeId) })) === 1;
