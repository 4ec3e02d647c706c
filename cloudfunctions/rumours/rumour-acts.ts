import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { RumourDocument } from './rumour.document';

/** Acts that a retry may come back for; older ones are history that the audit keeps. */
const ACTS_KEPT = 20;

/** True when this very act was done before: the answer to it got lost. */
export const isDone = ({ changes }: RumourDocument, requestId: string): boolean =>
  changes.some((act) => act.requestId === requestId);

export const changedMeanwhile = (): AppError =>
  new AppError('CONFLICT', '这条刚有人动过，请看一眼最新的再办');

/** What every act writes beside what it changes. */
export const actOn = (
  { version, changes }: RumourDocument,
  { requestId, what }: { requestId: string; what: string },
  { caller, now }: Pick<Context, 'caller' | 'now'>,
): Pick<RumourDocument, 'version' | 'changes'> => ({
  version: version + 1,
  changes: [...changes, { requestId, by: caller.openid, at: toTimestamp(now), what }].slice(-ACTS_KEPT),
});
