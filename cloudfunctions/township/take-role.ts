import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { readOwnPost, takePost } from './post.repository';

/** Takes a post away. An officer's own last one stays: a town without an office could not be helped by anybody. */
export async function takeRole(
  { postId }: { postId: string },
  context: Context,
): Promise<Record<string, never>> {
  const post = await readOwnPost(context, postId);
  context.about({ gridPath: post.gridPath });
  const ownOffices = context.caller.posts.filter(({ role }) => role === 'townOfficer');
  if (ownOffices.length === 1 && ownOffices[0]?.postId === postId)
    throw new AppError('CONFLICT', '不能撤掉自己最后一个镇防控办岗位。请让另一位来撤');
  await takePost(context, post);
  return {};
}
