import type * as z from 'zod';
import type { publishingContract, WrittenNotice } from '../contracts/publishing';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { putDraftOf } from './draft.repository';
import { writtenNotice } from './notice-view';
import type { NoticeDocument } from './notice.document';
import { changedMeanwhile, changeNotice, isDone, readNotice } from './notice.repository';
import { requireStillLatest } from './correction';
import { agreedStep, notYet } from './publication';
import { followUp } from './what-follows';

type Input = z.output<typeof publishingContract.decide.input>;

/** A second person reads it, and lets it out or sends it back. Whoever wrote it can't be that person. */
export async function decideNotice(input: Input, context: Context): Promise<WrittenNotice> {
  const { requestId, noticeId, version } = input;
  const stored = await readNotice(context, noticeId);
  context.about({ gridPath: stored.gridPath, ...(!input.agreed && { reason: input.reason }) });
  if (isDone(stored, requestId)) return writtenNotice(stored, context);
  if (stored.writtenBy.openid === context.caller.openid)
    throw new AppError('FORBIDDEN', '自己写的要请另一个人看过再发，请找镇防控办或者另一位网格长');
  if (stored.status !== 'waiting') throw new AppError('CONFLICT', '这条通知已经办过了，请看最新的');
  if (stored.version !== version) throw changedMeanwhile();
  const decided = input.agreed
    ? await agree(stored, requestId, context)
    : await sendBack(stored, input.reason, requestId, context);
  return writtenNotice(decided, context);
}

async function agree(stored: NoticeDocument, requestId: string, context: Context): Promise<NoticeDocument> {
  await requireStillLatest(stored, context);
  if (stored.validUntil !== null && stored.validUntil < toCalendarDate(context.now))
    throw new AppError('CONFLICT', '这条通知等着等着过期了，请退回去改日期');
  const { caller, now } = context;
  const approvedBy = { openid: caller.openid, name: caller.name ?? '', at: toTimestamp(now) };
  const step = await agreedStep(stored, context);
  const notice = await changeNotice(context, stored, { ...step, approvedBy }, { requestId, what: '同意' });
  if (notice.status === 'published') await followUp(notice, context);
  return notice;
}

/** Its writer finds it among the drafts, with the reason. */
async function sendBack(
  stored: NoticeDocument,
  reason: string,
  requestId: string,
  context: Context,
): Promise<NoticeDocument> {
  const { kind, title, facts, body, attachments, source, validUntil, audience, wanted, pinned } = stored;
  await putDraftOf(context, {
    _id: stored._id,
    openid: stored.writtenBy.openid,
    requestId: stored.changes[0]?.requestId ?? '',
    content: { kind, title, facts, body, attachments, source, validUntil, audience, wanted, pinned },
    publishAt: stored.publishAt,
    replaces: stored.replaces,
    answers: stored.answers,
    returnedBecause: reason,
    savedAt: toTimestamp(context.now),
    version: 1,
  });
  const step = notYet(stored._id, 'returned', context);
  return changeNotice(
    context,
    stored,
    { ...step, returnedBecause: reason },
    { requestId, what: `退回：${reason}` },
  );
}
