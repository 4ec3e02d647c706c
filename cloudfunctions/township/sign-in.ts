import type { Post } from '../contracts';
import type { Context } from '../kernel/context';
import { postView } from './post.document';
import { acceptPosts, readPostsOfPhone, takeNumberFromOthers } from './post.repository';

/** Takes the posts that wait for the caller's phone number. Signing in again answers the posts that were taken with it. */
export async function signIn(
  { phoneCode }: { phoneCode: string },
  context: Context,
): Promise<{ accepted: Post[] }> {
  const { caller, vault } = context;
  const number = await context.phoneNumberOf(phoneCode);
  const phoneIndex = vault.indexOf('phone', number);
  await takeNumberFromOthers(context, phoneIndex);
  const posts = await readPostsOfPhone(context, phoneIndex);
  const waiting = posts.filter(({ status }) => status === 'invited');
  const accepted = await acceptPosts(context, { waiting, phone: vault.seal('phone', number), phoneIndex });
  const own = posts.filter(({ status, openid }) => status === 'active' && openid === caller.openid);
  return { accepted: [...own, ...accepted].map(postView) };
}
