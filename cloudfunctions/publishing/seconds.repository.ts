import type { StaffRole } from '../contracts';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { type PostDocument, POSTS } from '../township/post.document';
import { WRITING_ROLES } from './rules';

type Second = { name: string; role: StaffRole; place: string };
/** As many as one reads in a sentence. */
const MOST_NAMED = 4;

/** Who besides the caller could agree to a notice of this grid: those who speak for it or for one above it, nearest first. */
export async function readSeconds(
  { database, caller }: Pick<Context, 'database' | 'caller'>,
  commonPath: readonly string[],
): Promise<Second[]> {
  const { command } = database;
  const posts = await unscoped<PostDocument>(database, POSTS).find(
    {
      gridId: command.in([...commonPath]),
      role: command.in([...WRITING_ROLES]),
      status: 'active',
      openid: command.neq(caller.openid),
    },
    { limit: 50 },
  );
  return posts
    .sort((a, b) => b.gridPath.length - a.gridPath.length)
    .slice(0, MOST_NAMED)
    .map(({ name, role, pathNames }) => ({ name, role, place: pathNames.join(' ') }));
}
