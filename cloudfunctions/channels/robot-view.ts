import type { RobotPost, RobotView } from '../contracts/robots';
import type { Context } from '../kernel/context';
import { placeOf } from '../registration/household-view';
import { readPosts } from './post.repository';
import type { PostDocument, RobotDocument } from './robot.document';

/** Nothing of its key but the end. */
export const robotView = (robot: RobotDocument): RobotView => ({
  robotId: robot._id,
  name: robot.name,
  gridId: robot.gridId,
  place: placeOf(robot.pathNames),
  keyEnd: robot.keyEnd,
  status: robot.status === 'paused' ? 'paused' : 'active',
  lastSentAt: robot.lastSentAt,
  trouble: robot.trouble,
  version: robot.version,
});

const postView = ({
  _id,
  what,
  noticeId,
  title,
  status,
  at,
  sentAt,
  tries,
  reason,
}: PostDocument): RobotPost => ({ postId: _id, what, noticeId, title, status, at, sentAt, tries, reason });

export const robotWithPosts = async (
  robot: RobotDocument,
  context: Context,
): Promise<{ robot: RobotView; posts: RobotPost[] }> => ({
  robot: robotView(robot),
  posts: (await readPosts(context, robot._id)).map(postView),
});
