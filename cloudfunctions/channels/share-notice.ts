import type * as z from 'zod';
import type { ShareTarget } from '../contracts';
import type { groupActions } from '../contracts/wechat-groups';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { isForEverybody } from '../publishing/notice-view';
import type { NoticeDocument } from '../publishing/notice.document';
import { readGridsById } from '../township/grid.repository';
import { shareTarget } from './group-view';
import { readGroup, readGroupsFor } from './group.repository';
import { readNoticeHere } from './notice-here';
import { readSharesOf, writeShared } from './share.repository';

type Targets = typeof groupActions.shareTargets;
type Marking = z.output<typeof groupActions.markShared.input>;

/** The groups of the caller that a notice goes into. What only some households are told goes into none. */
export async function listShareTargets(
  { noticeId }: { noticeId: string },
  context: Context,
): Promise<z.input<Targets['output']>> {
  const notice = await readNoticeHere(context, noticeId);
  const { kind, title, shareKey, gridIds } = notice;
  if (!isForEverybody(notice)) return { noticeId, kind, title, shareKey: null, groups: [] };
  const groups = await readGroupsFor(context, { gridIds, above: await gridsAbove(notice, context) });
  const shares = await readSharesOf(context, noticeId, groups);
  return {
    noticeId,
    kind,
    title,
    shareKey,
    groups: groups.map((group) =>
      shareTarget(
        group,
        shares.find(({ groupId }) => groupId === group._id),
        isWider(group, notice),
      ),
    ),
  };
}

/** Ticked off by whoever shared it: WeChat tells the mini-program neither that nor where a card went. */
export async function markShared(
  { requestId, noticeId, groupId, shared }: Marking,
  context: Context,
): Promise<ShareTarget> {
  const group = await readGroup(context, groupId);
  const notice = await readNoticeHere(context, noticeId);
  if (!isForEverybody(notice))
    throw new AppError('CONFLICT', '这条通知只给一部分家庭看，不能发到群里。请让网格员一户一户告诉');
  await writeShared(context, { groupId, noticeId }, { requestId, shared });
  const [share] = await readSharesOf(context, noticeId, [group]);
  return shareTarget(group, share, isWider(group, notice));
}

const isWider = ({ gridPath }: { gridPath: readonly string[] }, { gridIds }: NoticeDocument): boolean =>
  !gridPath.some((gridId) => gridIds.includes(gridId));

async function gridsAbove({ gridIds }: NoticeDocument, context: Context): Promise<string[]> {
  const grids = await readGridsById(context, gridIds);
  return [...new Set(grids.flatMap(({ path }) => path))].filter((gridId) => !gridIds.includes(gridId));
}
