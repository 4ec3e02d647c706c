import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import type { Account } from '../kernel/identity';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { accountWithPosts, type PostDocument, POSTS } from './post.document';

const ACCOUNTS = 'accounts';
/** Posts of one grid, or of one phone number. */
const MAX_POSTS = 200;

/** Who holds which role in one grid of the caller's. */
export const readPostsIn = async (context: Context, gridId: string): Promise<PostDocument[]> =>
  scoped<PostDocument>(context, POSTS, null).find(
    { gridId },
    { orderBy: [['role', 'asc']], limit: MAX_POSTS },
  );

/** A post within the caller's office; throws NOT_FOUND for any other. */
export async function readOwnPost(context: Context, postId: string): Promise<PostDocument> {
  const post = await scoped<PostDocument>(context, POSTS, null).get(postId);
  if (!post) throw new AppError('NOT_FOUND', '这个岗位已经不在了');
  return post;
}

/** All posts given to a phone number whose holder just proved it. */
export const readPostsOfPhone = async ({ database }: Context, phoneIndex: string): Promise<PostDocument[]> =>
  unscoped<PostDocument>(database, POSTS).find({ phoneIndex }, { limit: MAX_POSTS });

/** A number proves one person at a time: whoever proved it earlier keeps their posts, but gets no new ones by it. */
export async function takeNumberFromOthers({ caller, database }: Context, phoneIndex: string): Promise<void> {
  await unscoped<Account>(database, ACCOUNTS).update(
    { phoneIndex, _id: database.command.neq(caller.openid) },
    { phone: null, phoneIndex: null },
  );
}

/** The account that last proved to hold a phone number. */
export async function readAccountOfPhone({ database }: Context, phoneIndex: string): Promise<Account | null> {
  const [account] = await unscoped<Account>(database, ACCOUNTS).find({ phoneIndex }, { limit: 1 });
  return account ?? null;
}

/** Writes a post, and onto its holder's account when it has one. A post that is there already is left as it is. */
export const givePost = async (context: Context, post: PostDocument): Promise<PostDocument> =>
  inTransaction(context.database, async (transaction) => putPost(transaction, post));

/** The same, together with something else. */
export async function putPost(transaction: Transaction, post: PostDocument): Promise<PostDocument> {
  const present = await transaction.get<PostDocument>(POSTS, post._id);
  if (present?.status === 'active' || (present && post.openid === null)) return present;
  await transaction.put(POSTS, post);
  await putOnAccount(transaction, post);
  return post;
}

/**
 * A person who just proved a phone number takes the posts that wait for it. Number and posts go onto the account together. Somebody without an
 * account for whom nothing waits gets none: what isn't needed isn't kept.
 */
export const acceptPosts = async (
  context: Context,
  { waiting, phone, phoneIndex }: { waiting: readonly PostDocument[]; phone: string; phoneIndex: string },
): Promise<PostDocument[]> =>
  inTransaction(context.database, async (transaction) => {
    const { openid } = context.caller;
    const accepted: PostDocument[] = [];
    for (const { _id } of waiting) {
      const post = await transaction.get<PostDocument>(POSTS, _id);
      if (post?.status !== 'invited') continue;
      const active: PostDocument = { ...post, status: 'active', openid };
      await transaction.put(POSTS, active);
      accepted.push(active);
    }
    const account = await transaction.get<Account>(ACCOUNTS, openid);
    const changed = accountWithPosts(openid, account, accepted);
    if (changed.name === null) return [];
    await transaction.put(ACCOUNTS, { ...changed, phone, phoneIndex });
    return accepted;
  });

/** Takes a post away; its holder's next call comes without it. */
export const takePost = async (context: Context, post: PostDocument): Promise<void> =>
  inTransaction(context.database, async (transaction) => removePost(transaction, post));

/** The same, together with something else. */
export async function removePost(transaction: Transaction, post: PostDocument): Promise<void> {
  await transaction.remove(POSTS, post._id);
  if (post.openid === null) return;
  const account = await transaction.get<Account>(ACCOUNTS, post.openid);
  if (!account) return;
  await transaction.put(ACCOUNTS, {
    ...account,
    posts: account.posts.filter(({ postId }) => postId !== post._id),
    version: account.version + 1,
  } satisfies Account);
}

/** Notes an active post on its holder's account, making the account where there is none. */
export async function putOnAccount(transaction: Transaction, post: PostDocument): Promise<void> {
  if (post.openid === null) return;
  const account = await transaction.get<Account>(ACCOUNTS, post.openid);
  await transaction.put(ACCOUNTS, accountWithPosts(post.openid, account, [post]));
}
