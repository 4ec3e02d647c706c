import type { Context } from '../kernel/context';
import { toTimestamp } from '../kernel/clock';
import { AppError } from '../kernel/errors';

type Decided = {
  proposedBy: string;
  decidedBy: string | null;
  status: string;
};

export type Word = { decision: 'approve' | 'reject'; reason: string };

/**
 * Whether one officer's word on a proposal still has to be written; throws where it may not be given. Whoever proposed may take it back
 * and never approve it; saying the same again is nothing.
 */
export function mustDecide(
  proposal: Decided,
  { decision }: Word,
  { caller }: Pick<Context, 'caller'>,
): boolean {
  if (decision === 'approve' && proposal.proposedBy === caller.openid)
    throw new AppError('FORBIDDEN', '这是您自己提交的，要由另一位同事审批');
  if (proposal.status === 'proposed') return true;
  const isApproved = proposal.status !== 'rejected';
  if (proposal.decidedBy !== caller.openid || isApproved !== (decision === 'approve'))
    throw new AppError('CONFLICT', isApproved ? '已经审批通过了' : '已经退回了');
  return false;
}

/** What is written with the word. */
export const decidedBy = ({ reason }: Word, { caller, now }: Pick<Context, 'caller' | 'now'>) => ({
  decidedBy: caller.openid,
  decidedByName: caller.name ?? '',
  decidedAt: toTimestamp(now),
  reason,
});
