import { createHash } from 'node:crypto';
import type { Context } from '../kernel/context';
import { isForEverybody } from '../publishing/notice-view';
import { readAnyNotice } from '../publishing/notice.repository';
import { findGroup } from './group.repository';
import { addSeen, countViewer, isKnownThere } from './share.repository';

const VIEWER_LENGTH = 16;

/** Somebody opened a notice in a group's chat. Of a group that nobody has bound nothing is kept. */
export async function countSeen(
  { noticeId, cloudId }: { noticeId: string; cloudId: string },
  context: Context,
): Promise<Record<string, never>> {
  const groupId = await context.wechatGroupOf(cloudId);
  const group = await findGroup(context, groupId);
  if (group?.status !== 'bound') return {};
  const placed = { groupId, noticeId };
  const viewer = viewerOf(context.caller.openid, placed);
  if ((await countViewer(context, placed, viewer)) || (await isKnownThere(context, placed))) return {};
  const notice = await readAnyNotice(context, noticeId);
  if (!notice?.publishedAt || !isForEverybody(notice)) return {};
  // Another phone may have been the first in this very moment.
  if (!(await addSeen(context, placed, viewer))) await countViewer(context, placed, viewer);
  return {};
}

/** Different for each notice, so that nobody's reading can be put together. */
const viewerOf = (openid: string, { groupId, noticeId }: { groupId: string; noticeId: string }): string =>
  createHash('sha256')
    .update(`viewer:${groupId}:${noticeId}:${openid}`)
    .digest('base64url')
    .slice(0, VIEWER_LENGTH);
