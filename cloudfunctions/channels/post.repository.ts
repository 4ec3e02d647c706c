import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { type PostDocument, ROBOT_POSTS } from './robot.document';

const postsOf = (context: Pick<Context, 'database' | 'scope'>) =>
  scoped<PostDocument>(context, ROBOT_POSTS, null);
const anyPosts = ({ database }: Pick<Context, 'database'>) => unscoped<PostDocument>(database, ROBOT_POSTS);

const SHOWN = 20;
const MOST_OF_A_NOTICE = 1_000;

/** What a robot of the caller's grids posted last, newest first. */
export const readPosts = async (
  context: Pick<Context, 'database' | 'scope'>,
  robotId: string,
): Promise<PostDocument[]> => postsOf(context).find({ robotId }, { orderBy: [['at', 'desc']], limit: SHOWN });

/** True when it is new: the same line is kept once. */
export const addPost = async (context: Pick<Context, 'database'>, post: PostDocument): Promise<boolean> =>
  anyPosts(context).insert(post);

/** Of one notice, what was posted or is still to be. */
export const readPostsOf = async (
  context: Pick<Context, 'database'>,
  noticeId: string,
): Promise<PostDocument[]> => anyPosts(context).find({ noticeId, what: 'out' }, { limit: MOST_OF_A_NOTICE });

/** What is due by now, longest waiting first. */
export const readDuePosts = async (
  { database, now }: Pick<Context, 'database' | 'now'>,
  limit: number,
): Promise<PostDocument[]> =>
  anyPosts({ database }).find(
    { wakesAt: database.command.gt('').and(database.command.lte(toTimestamp(now))) },
    { orderBy: [['wakesAt', 'asc']], limit },
  );

/** One more try, said before anything leaves: of two timers one makes it, and one that is killed is tried again later. */
export const claimTry = async (
  context: Pick<Context, 'database'>,
  { _id, tries }: PostDocument,
  wakesAt: string,
): Promise<boolean> =>
  (await anyPosts(context).update({ _id, tries, status: 'waiting' }, { tries: tries + 1, wakesAt })) === 1;

/** How it ended, or why it goes on waiting. */
export const settlePost = async (
  context: Pick<Context, 'database'>,
  { _id }: Pick<PostDocument, '_id'>,
  change: Partial<Pick<PostDocument, 'status' | 'sentAt' | 'reason' | 'wakesAt'>>,
): Promise<unknown> => anyPosts(context).update({ _id, status: 'waiting' }, change);

/** What was given up waits once more, from the first try on. False when it was not given up. */
export const reopenPost = async (
  context: Pick<Context, 'database' | 'scope' | 'now'>,
  robotId: string,
  _id: string,
): Promise<boolean> =>
  (await postsOf(context).update(
    { _id, robotId, status: 'failed' },
    { status: 'waiting', tries: 0, wakesAt: toTimestamp(context.now) },
  )) === 1;
