import { createHash } from 'node:crypto';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { RobotPost, RobotView } from '../contracts/robots';
import { addPost, reopenPost } from './post.repository';
import type { PostDocument } from './robot.document';
import { readRobot } from './robot.repository';
import { robotWithPosts } from './robot-view';
import { sendPost } from './send-post';

type Shown = { robot: RobotView; posts: RobotPost[] };

/** Posts a line into the group at once, once a request, and shows how it went. */
export async function testRobot(
  { requestId, robotId }: { requestId: string; robotId: string },
  context: Context,
): Promise<Shown> {
  const robot = await readRobot(context, robotId);
  context.about({ gridPath: robot.gridPath });
  if (robot.status === 'removed') throw new AppError('CONFLICT', '这个机器人已经移除了');
  const at = toTimestamp(context.now);
  const id = createHash('sha256')
    .update(`test:${context.caller.openid}:${requestId}`)
    .digest('hex')
    .slice(0, 24);
  const post: PostDocument = {
    _id: `t${id}`,
    robotId,
    gridPath: robot.gridPath,
    noticeId: null,
    title: '测试',
    what: 'test',
    status: 'waiting',
    tries: 0,
    wakesAt: '',
    at,
    sentAt: null,
    reason: null,
  };
  if (await addPost(context, post)) await sendPost(post, context);
  return robotWithPosts(await readRobot(context, robotId), context);
}

/** What was given up is tried once more, by the next timer. */
export async function retryPost(
  { robotId, postId }: { robotId: string; postId: string },
  context: Context,
): Promise<Shown> {
  const robot = await readRobot(context, robotId);
  await reopenPost(context, robotId, postId);
  return robotWithPosts(robot, context);
}
