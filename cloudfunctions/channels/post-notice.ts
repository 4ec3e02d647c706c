import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { NoticeDocument } from '../publishing/notice.document';
import { addPost, readPostsOf, settlePost } from './post.repository';
import type { PostDocument } from './robot.document';
import { readRobotsFor } from './robot.repository';

type Clock = Pick<Context, 'database' | 'now'>;
const AT_ONCE = 20;

/** What only some households are told is not for a group. */
const isForGroups = ({ audience }: Pick<NoticeDocument, 'audience'>): boolean => audience.tags.length === 0;

/** Gives a notice that went out to the robots of its grids; the timer of `channels` posts. Done twice it changes nothing. */
export async function postToRobots(notice: NoticeDocument, context: Clock): Promise<void> {
  if (!isForGroups(notice)) return;
  const robots = await readRobotsFor(context, notice);
  const posts = robots.map(({ _id, gridPath }) =>
    newPost(notice, { robotId: _id, gridPath }, 'out', context),
  );
  await addAll(posts, context);
}

/** A notice was taken back: groups that got it are told, those that would have got it are not. Done twice it changes nothing. */
export async function postWithdrawal(notice: NoticeDocument, context: Clock): Promise<void> {
  const posts = await readPostsOf(context, notice._id);
  const waiting = posts.filter(({ status }) => status === 'waiting');
  for (const post of waiting) await settlePost(context, post, { status: 'dropped', wakesAt: '' });
  const sent = posts.filter(({ status }) => status === 'sent');
  await addAll(
    sent.map(({ robotId, gridPath }) => newPost(notice, { robotId, gridPath }, 'withdrawn', context)),
    context,
  );
}

async function addAll(posts: readonly PostDocument[], context: Clock): Promise<void> {
  for (let from = 0; from < posts.length; from += AT_ONCE)
    await Promise.all(posts.slice(from, from + AT_ONCE).map((post) => addPost(context, post)));
}

const newPost = (
  { _id, title }: Pick<NoticeDocument, '_id' | 'title'>,
  robot: Pick<PostDocument, 'robotId' | 'gridPath'>,
  what: 'out' | 'withdrawn',
  { now }: Clock,
): PostDocument => ({
  _id: `${_id}:${robot.robotId}:${what}`,
  ...robot,
  noticeId: _id,
  title,
  what,
  status: 'waiting',
  tries: 0,
  wakesAt: toTimestamp(now),
  at: toTimestamp(now),
  sentAt: null,
  reason: null,
});
