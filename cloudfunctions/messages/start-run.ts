import { createHash } from 'node:crypto';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { NoticeDocument } from '../publishing/notice.document';
import { byDay } from './reminding-rules';
import type { RunDocument } from './run.document';
import { addRun } from './run.repository';

type Clock = Pick<Context, 'database' | 'now'>;
type Sent = Pick<NoticeDocument, '_id' | 'gridPath'>;

/** A notice went out: households and people on duty whose phones allowed it get a message, by the timer of `channels`, at night only if it is urgent. Once, however often it is said. */
export const startMessages = (
  notice: Sent & Pick<NoticeDocument, 'kind'>,
  context: Clock,
): Promise<boolean> => {
  const run = newRun(notice, { _id: `${notice._id}:out`, kind: 'out' }, context);
  return addRun(context, notice.kind === 'urgent' ? run : { ...run, wakesAt: byDay(context.now) });
};

/** Its hour has come. */
export const startReminder = (notice: Sent, at: string, context: Clock): Promise<boolean> => {
  const run = newRun(notice, { _id: `${notice._id}:${at}`, kind: 'reminder' }, context);
  // A timer that stood still goes on at any hour.
  return addRun(context, { ...run, wakesAt: byDay(context.now) });
};

/** Of a reminder that somebody asks for by hand. */
export const runIdOf = (noticeId: string, openid: string, requestId: string): string =>
  `${noticeId}:${createHash('sha256').update(`remind:${openid}:${requestId}`).digest('hex').slice(0, 24)}`;

export const newRun = (
  { _id: noticeId, gridPath }: Sent,
  run: Pick<RunDocument, '_id' | 'kind'> & Partial<Pick<RunDocument, 'gridIds' | 'by'>>,
  { now }: Clock,
): RunDocument => ({
  noticeId,
  // All its lists lie in the town.
  gridIds: gridPath.slice(0, 1),
  cursor: '',
  wakesAt: toTimestamp(now),
  startedAt: toTimestamp(now),
  by: null,
  sent: 0,
  ...run,
});
