import type { Context } from '../kernel/context';
import type { RoundDocument } from '../rounds/round.document';

/**
 * 分配: what comes is shared out over the orders, after the supplier said how much comes. Writes its result and the round's next job through `writeJob`; true when the step is
 * finished, false when time is up or somebody else is at it: the next call goes on where this one stopped.
 */
export async function allotShares(
  _context: Context,
  _round: RoundDocument,
  _isTimeLeft: () => boolean,
): Promise<boolean> {
  return Promise.resolve(false);
}
