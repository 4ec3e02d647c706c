import type * as z from 'zod';
import type { reachContract } from '../contracts/reach';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { isToBeTold } from '../messages/reminding-rules';
import { addRun, findRun, isUnderWay } from '../messages/run.repository';
import { newRun, runIdOf } from '../messages/start-run';
import { readCounters, readSentNotice } from './reach.repository';
import { STAFF } from './sheet.document';

type Remind = typeof reachContract.remind;

/**
 * 再提醒: a message to each household of the caller's grids, or of one of them, that does not know yet and whose phone allowed one; by the timer of `channels`,
 * a day's number of messages at most. Answers how many don't know: who gets none is on the list to ring up.
 */
export async function remindHouseholds(
  { requestId, noticeId, gridId }: z.output<Remind['input']>,
  context: Context,
): Promise<z.input<Remind['output']>> {
  const { caller, now, scope } = context;
  const notice = await readSentNotice(context, noticeId);
  const sheets = (await readCounters(context, noticeId)).filter(
    ({ gridId: own, gridPath }) => own !== STAFF && (gridId === undefined || gridPath.includes(gridId)),
  );
  const [first] = sheets;
  if (!first) throw new AppError('NOT_FOUND', '没有找到这条通知');
  context.about({ gridPath: first.gridPath });
  const left = sheets.reduce((sum, { households, counts }) => sum + households - counts.known, 0);

  const _id = runIdOf(noticeId, caller.openid, requestId);
  const stored = await findRun(context, _id);
  if (stored) return { left, at: stored.startedAt };
  if (!isToBeTold(notice, toCalendarDate(now)))
    throw new AppError('CONFLICT', '这条通知已经撤回、更正或者过期了，不用再提醒');
  if (left === 0) throw new AppError('CONFLICT', '各户都知道了，不用再提醒');
  const gridIds = gridId === undefined && scope.kind === 'grids' ? [...scope.gridIds] : [gridId ?? ''];
  // The clock's own goes through the whole town.
  const alsoThere = [...gridIds, ...notice.gridPath.slice(0, 1)];
  if (await isUnderWay(context, { _id, noticeId, gridIds: alsoThere }))
    throw new AppError('CONFLICT', '上一次提醒还在发，请过几分钟再看');
  const by = { openid: caller.openid, name: caller.name ?? '' };
  await addRun(context, newRun(notice, { _id, kind: 'reminder', gridIds, by }, context));
  return { left, at: toTimestamp(now) };
}
