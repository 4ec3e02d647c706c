import { toTimestamp } from '../kernel/clock';
import type { Context, Database, HeldPost } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import type { NoticeDocument } from '../publishing/notice.document';
import { placeOf } from '../registration/household-view';
import { type PostDocument, POSTS } from '../township/post.document';
import { emptyReceipt, newSheet } from './receipt';
import { type Receipt, sheetIdOf, STAFF } from './sheet.document';
import { addSheet, joinSheet } from './sheet.repository';

const AT_ONCE = 500;

/** Whether a post is one of those that a notice goes to: its role, in one of its grids. */
export const isForPost = (
  { audience }: Pick<NoticeDocument, 'audience'>,
  { role, gridPath }: Pick<HeldPost, 'role' | 'gridPath'>,
): boolean => audience.roles.includes(role) && audience.gridIds.some((gridId) => gridPath.includes(gridId));

/**
 * Lists the people on duty whom a notice goes to by their role, each once however many posts they hold. Who is listed already stays as they are; who
 * took their post up since joins. Answers how many were added.
 */
export async function listStaff(
  { database, now }: Pick<Context, 'database' | 'now'>,
  notice: NoticeDocument,
): Promise<number> {
  if (notice.audience.roles.length === 0) return 0;
  const receipts = await readStaff(database, notice);
  const added = await addSheet(database, staffSheet(notice, receipts));
  if (added) return Object.keys(receipts).length;
  const joinedAt = toTimestamp(now);
  let joined = 0;
  for (const [openid, receipt] of Object.entries(receipts))
    if (await joinSheet(database, sheetIdOf(notice._id, STAFF), openid, { ...receipt, joinedAt }))
      joined += 1;
  return joined;
}

const staffSheet = (notice: NoticeDocument, receipts: Record<string, Receipt>) =>
  newSheet(notice, { gridId: STAFF, gridPath: notice.gridPath, pathNames: notice.pathNames }, receipts);

async function readStaff(database: Database, notice: NoticeDocument): Promise<Record<string, Receipt>> {
  const { command } = database;
  const receipts: Record<string, Receipt> = {};
  for (let after = '', isMore = true; isMore;) {
    const posts = await unscoped<PostDocument>(database, POSTS).find(
      {
        gridPath: command.in([...notice.gridIds]),
        role: command.in([...notice.audience.roles]),
        status: 'active',
        _id: command.gt(after),
      },
      { orderBy: [['_id', 'asc']], limit: AT_ONCE },
    );
    for (const { openid, name, role, pathNames } of posts)
      if (openid !== null) receipts[openid] ??= staffReceipt({ name, role, place: placeOf(pathNames) });
    after = posts.at(-1)?._id ?? '';
    isMore = posts.length === AT_ONCE;
  }
  return receipts;
}

/** Of somebody on duty: reached by their own phone. */
export const staffReceipt = ({
  name,
  role,
  place,
}: { name: string } & NonNullable<Receipt['post']>): Receipt => ({
  ...emptyReceipt({ headName: name, people: [] }, true),
  post: { role, place },
});
