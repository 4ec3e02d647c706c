import type * as z from 'zod';
import type { NoticeView } from '../contracts/notice';
import type { noticesContract } from '../contracts/notices';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { noticeView } from '../publishing/notice-view';
import type { NoticeDocument } from '../publishing/notice.document';
import { readAnyNotice } from '../publishing/notice.repository';
import { sheetIdOf, STAFF, type Step } from '../reach/sheet.document';
import { writeStep } from '../reach/sheet.repository';
import { isForPost, listStaff } from '../reach/staff-sheet';
import { LEAST_SECONDS } from './open-notice';
import { readInboxOf } from './show-inbox';
import { personOf } from './take-step';

type Inbox = typeof noticesContract.staffInbox;

const isForMe = (notice: Pick<NoticeDocument, 'audience'>, { caller }: Context): boolean =>
  caller.posts.some((post) => isForPost(notice, post));

/** Notices to the caller by their role. They stand on one sheet whatever their grid, so every row names that. */
export async function showStaffInbox(
  input: z.output<Inbox['input']>,
  context: Context,
): Promise<z.input<Inbox['output']>> {
  const { caller } = context;
  const addressee = {
    id: caller.openid,
    gridPath: [...new Set(caller.posts.flatMap(({ gridPath }) => gridPath))],
    own: async <T extends Pick<NoticeDocument, 'audience'>>(heads: readonly T[]) =>
      heads.filter((head) => isForMe(head, context)),
  };
  const { rows, next } = await readInboxOf(addressee, input, context);
  return {
    rows: rows.map((row) => ({ ...row, gridId: STAFF })),
    unread: rows.filter(({ unread }) => unread).length,
    next,
  };
}

type Opened = NoticeView & { gridId: string };

export async function openAsStaff(input: { noticeId: string }, context: Context): Promise<Opened> {
  return { ...noticeView(await takeStaffStep(input, 'opened', context)), gridId: STAFF };
}

export async function readAsStaff(
  input: { noticeId: string; seconds: number },
  context: Context,
): Promise<Record<string, never>> {
  if (input.seconds >= LEAST_SECONDS) await takeStaffStep(input, 'read', context);
  return {};
}

export async function confirmAsStaff(
  input: { noticeId: string },
  context: Context,
): Promise<Record<string, never>> {
  await takeStaffStep(input, 'confirmed', context);
  return {};
}

/** As a household's step, on the sheet of the people on duty. Who took their post up after publishing joins it now. */
async function takeStaffStep(
  { noticeId }: { noticeId: string },
  step: Step,
  context: Context,
): Promise<NoticeDocument> {
  const { caller, database, now } = context;
  const notice = await readAnyNotice(context, noticeId);
  if (!notice?.publishedAt || !isForMe(notice, context))
    throw new AppError('NOT_FOUND', '没有找到这条通知，可能已经撤下了');
  const act = {
    sheetId: sheetIdOf(noticeId, STAFF),
    householdId: caller.openid,
    personId: personOf(caller),
    step,
    at: toTimestamp(now),
  };
  if (await writeStep(database, act, notice.wanted)) return notice;
  await listStaff(context, notice);
  await writeStep(database, act, notice.wanted);
  return notice;
}
