import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { logFault } from '../kernel/fault-log';
import { type Posted, postToGroup } from '../kernel/group-robot';
import { readAnyNotice } from '../publishing/notice.repository';
import { claimTry, settlePost } from './post.repository';
import { isWorthRetrying, mostTries, pauseAfter, REASONS } from './retrying';
import type { PostDocument, RobotDocument } from './robot.document';
import { noteOutcome, readAnyRobot } from './robot.repository';
import { noticeText, testText, withdrawnText } from './robot-text';

/**
 * Makes one try of a line. When it is looked at next stands there before it leaves: a call that is killed in the middle is made up for then, and a
 * group may read a line twice rather than never. True when it arrived.
 */
export async function sendPost(post: PostDocument, context: Context): Promise<boolean> {
  const { now } = context;
  const tries = post.tries + 1;
  const next = toTimestamp(now.add(pauseAfter(tries), 'minute'));
  if (!(await claimTry(context, post, next))) return false;

  const robot = await readAnyRobot(context, post.robotId);
  const text = robot && (await textOf(post, robot, context));
  if (!text || robot.key === null) {
    await settlePost(context, post, { status: 'dropped', wakesAt: '', reason: null });
    return false;
  }
  // Its last try was cut off: nobody knows how it went.
  const isOver = tries > mostTries(post.what);
  const posted = isOver ? 'unreachable' : await postWith(robot.key, text, context);
  if (posted === 'sent') {
    const sentAt = toTimestamp(now);
    await settlePost(context, post, { status: 'sent', sentAt, wakesAt: '', reason: null });
    await noteOutcome(context, robot._id, { lastSentAt: sentAt, trouble: null });
    return true;
  }
  await noteFailure({ post, robot, posted, isLast: tries >= mostTries(post.what) }, context);
  return false;
}

/** An address that does not open, because the keys were changed, is as good as none. */
async function postWith(sealed: string, text: string, { vault }: Context): Promise<Posted> {
  let key: string;
  try {
    key = vault.open('webhook', sealed);
  } catch (error) {
    logFault('groupRobot.open', 'webhook', error);
    return 'gone';
  }
  return postToGroup(key, text);
}

type Failure = {
  post: PostDocument;
  robot: RobotDocument;
  posted: Exclude<Posted, 'sent'>;
  isLast: boolean;
};

/** It waits for its next try, or is given up; then the robot is in trouble until something arrives. */
async function noteFailure({ post, robot, posted, isLast }: Failure, context: Context): Promise<void> {
  const reason = REASONS[posted];
  if (!isLast && isWorthRetrying(posted)) {
    await settlePost(context, post, { reason });
    return;
  }
  await settlePost(context, post, { status: 'failed', wakesAt: '', reason });
  const since = robot.trouble?.since ?? toTimestamp(context.now);
  await noteOutcome(context, robot._id, { trouble: { since, reason } });
}

/** What it says as things are now; null when there is nothing to say any more. A test is made by hand, so also while the robot pauses. */
async function textOf(post: PostDocument, robot: RobotDocument, context: Context): Promise<string | null> {
  if (post.what === 'test') return testText(robot.name, toTimestamp(context.now));
  if (robot.status !== 'active' || post.noticeId === null) return null;
  const notice = await readAnyNotice(context, post.noticeId);
  if (notice?.status === 'published' && post.what === 'out') return noticeText(notice);
  return notice?.status === 'withdrawn' && post.what === 'withdrawn' ? withdrawnText(notice) : null;
}
