import type * as z from 'zod';
import type { noticesContract, SavedRow } from '../contracts/notices';
import type { Context } from '../kernel/context';
import { type Documents, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type NoticeDocument, NOTICES } from '../publishing/notice.document';
import { findSheetOf } from '../reach/sheet.repository';
import { HEAD, headView } from './head-view';
import { SAVED_NOTICES, type SavedNoticesDocument } from './saved.document';

type Input = z.output<typeof noticesContract.save.input>;

/** More is not found again by scrolling. */
const MOST = 100;

/** The caller's own list: each query names their account. */
const savedOf = ({ database }: Context): Documents<SavedNoticesDocument> => unscoped(database, SAVED_NOTICES);

/** Saved twice it is saved once, and so is taking it off. */
export async function saveNotice(
  { noticeId, saved }: Input,
  context: Context,
): Promise<Record<string, never>> {
  const { caller, database } = context;
  const { command } = database;
  if (!saved) {
    await savedOf(context).update({ _id: caller.openid }, { noticeIds: command.pull(noticeId) });
    return {};
  }
  if (!(await findSheetOf(database, [noticeId], caller.householdId ?? '')))
    throw new AppError('NOT_FOUND', '没有找到这条通知，可能已经撤下了');
  const list = await savedOf(context).get(caller.openid);
  if (list?.noticeIds.includes(noticeId)) return {};
  if (list && list.noticeIds.length >= MOST)
    throw new AppError('CONFLICT', `收藏最多 ${MOST} 条，请先取消几条旧的`);
  const add = () =>
    savedOf(context).update({ _id: caller.openid }, { noticeIds: command.addToSet(noticeId) });
  // Two phones of one account at once: the second adds to what the first has made.
  if ((await add()) === 0 && !(await savedOf(context).insert({ _id: caller.openid, noticeIds: [noticeId] })))
    await add();
  return {};
}

/** What the caller saved, as it stands now: one that was withdrawn since says so. */
export async function showSaved(_input: object, context: Context): Promise<{ rows: SavedRow[] }> {
  const { caller, database } = context;
  const noticeIds = (await savedOf(context).get(caller.openid))?.noticeIds ?? [];
  if (noticeIds.length === 0) return { rows: [] };
  const heads = await unscoped<NoticeDocument>(database, NOTICES).pick(
    HEAD,
    { _id: database.command.in(noticeIds) },
    { limit: MOST },
  );
  const byId = new Map(heads.map((head) => [head._id, head]));
  return {
    rows: [...noticeIds].reverse().flatMap((noticeId) => {
      const head = byId.get(noticeId);
      return head ? [headView(head)] : [];
    }),
  };
}
