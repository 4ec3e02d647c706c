import type * as z from 'zod';
import type { publishingContract, WrittenNotice } from '../contracts/publishing';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { writtenNotice } from './notice-view';
import { changedMeanwhile, changeNotice, isDone, readNotice } from './notice.repository';

type Input = z.output<typeof publishingContract.withdraw.input>;

/** Takes a notice back, out already or not. Wherever it was seen it then says so, and why; its receipts stay. */
export async function withdrawNotice(
  { noticeId, requestId, version, reason }: Input,
  context: Context,
): Promise<WrittenNotice> {
  const stored = await readNotice(context, noticeId);
  context.about({ gridPath: stored.gridPath, reason });
  if (isDone(stored, requestId)) return writtenNotice(stored, context);
  // Its words are its writer's draft again, who sends it anew or throws it away.
  if (stored.status === 'returned') throw new AppError('CONFLICT', '这条通知已经退回给写的人了，不用撤回');
  if (stored.status === 'withdrawn') throw new AppError('CONFLICT', '这条通知已经撤回了');
  if (stored.status === 'corrected')
    throw new AppError('CONFLICT', '这条通知已经更正过了。要撤回，请撤回最新的那条');
  if (stored.version !== version) throw changedMeanwhile();
  const { caller, now } = context;
  const withdrawn = { at: toTimestamp(now), by: caller.openid, byName: caller.name ?? '', reason };
  // The timer tells the groups that got it.
  const wakesAt = stored.publishedAt === null ? '' : toTimestamp(now);
  const change = { status: 'withdrawn' as const, withdrawn, job: null, wakesAt };
  return writtenNotice(
    await changeNotice(context, stored, change, { requestId, what: `撤回：${reason}` }),
    context,
  );
}
