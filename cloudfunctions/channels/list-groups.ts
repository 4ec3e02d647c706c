import type * as z from 'zod';
import type { groupActions } from '../contracts/wechat-groups';
import type { Context } from '../kernel/context';
import { groupViews } from './group-view';
import { readGroup, readGroups } from './group.repository';
import { readHeadsOf, readShares, SHARES_A_PAGE } from './share.repository';

type One = typeof groupActions.group;
type All = typeof groupActions.groups;

/** Those that heard nothing for longest come first: they are the ones that somebody forgot. */
export async function listGroups(_input: object, context: Context): Promise<z.input<All['output']>> {
  const groups = await groupViews(await readGroups(context), context);
  const last = ({ lastAt }: { lastAt: string | null }): string => lastAt ?? '';
  return { groups: groups.sort((a, b) => (last(a) < last(b) ? -1 : last(a) > last(b) ? 1 : 0)) };
}

export async function showGroup(
  { groupId, after }: z.output<One['input']>,
  context: Context,
): Promise<z.input<One['output']>> {
  const stored = await readGroup(context, groupId);
  const [[group], shares] = await Promise.all([
    groupViews([stored], context),
    readShares(context, stored, after),
  ]);
  if (!group) throw new Error('A group has its own view');
  const notices = await readHeadsOf(context, shares);
  const rows = shares.flatMap(({ noticeId, at, shared, seen }) => {
    const notice = notices.find(({ _id }) => _id === noticeId);
    if (!notice) return [];
    const { kind, title, status } = notice;
    return [{ noticeId, kind, title, status, at, sharedBy: shared?.byName ?? null, seen }];
  });
  return { group, rows, next: shares.length === SHARES_A_PAGE ? (shares.at(-1)?.order ?? null) : null };
}
