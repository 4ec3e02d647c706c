import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import type { Account } from '../kernel/identity';
import { inTransaction } from '../kernel/transaction';
import type { GridDocument } from './grid.document';
import type { PostDocument } from './post.document';
import { POSTS } from './post.document';

const ACCOUNTS = 'accounts';
/** Holders looked at with one query. */
const HOLDERS_AT_ONCE = 100;

/**
 * The paths that holders' accounts remember of the moved grid and those below. Search looks under the village of that path, so they come
 * when all files are there; until then search finds what has not moved, and lists, which go by the grid itself, find everything.
 */
export async function moveHeldPosts(
  { database }: Context,
  { _id: gridId, path }: GridDocument,
): Promise<void> {
  for (let after = '', isMore = true; isMore;) {
    const posts = await unscoped<PostDocument>(database, POSTS).find(
      { gridPath: gridId, _id: database.command.gt(after) },
      { orderBy: [['_id', 'asc']], limit: HOLDERS_AT_ONCE },
    );
    const openids = posts.flatMap(({ openid }) => (openid === null ? [] : [openid]));
    const accounts =
      openids.length === 0
        ? []
        : await unscoped<Account>(database, ACCOUNTS).find({ _id: database.command.in(openids) });
    for (const account of accounts.filter((one) => withPath(one, gridId, path) !== one))
      await inTransaction(database, async (transaction) => {
        const current = await transaction.get<Account>(ACCOUNTS, account._id);
        if (current) await transaction.put(ACCOUNTS, withPath(current, gridId, path));
      });
    after = posts.at(-1)?._id ?? '';
    isMore = posts.length === HOLDERS_AT_ONCE;
  }
}

/** The account with its posts in the moved grid as they stand now; the same object when they do already. */
function withPath(account: Account, gridId: string, path: readonly string[]): Account {
  const above = path.length - 1;
  const isStale = ({ gridPath }: Account['posts'][number]) =>
    gridPath.includes(gridId) && path.slice(0, above).some((id, place) => gridPath[place] !== id);
  if (!account.posts.some(isStale)) return account;
  return {
    ...account,
    posts: account.posts.map((post) =>
      isStale(post) ? { ...post, gridPath: [...path.slice(0, above), ...post.gridPath.slice(above)] } : post,
    ),
    version: account.version + 1,
  };
}
