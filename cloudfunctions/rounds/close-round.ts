import type * as z from 'zod';
import type { roundsContract, RoundView } from '../contracts/rounds';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { RoundDocument } from './round.document';
import { changeRound, isRepeatedOn, readManagedRound, requireSeen, type RoundAct } from './round.repository';
import { roundView } from './round-view';
import { closeStock } from './stock.repository';

type Seen = z.output<typeof roundsContract.close.input>;

/** 提前截止: nobody can order any more, and the timer begins to count. */
export async function closeRound(
  { requestId, roundId, version }: Seen,
  context: Context,
): Promise<RoundView> {
  const round = await readManagedRound(context, roundId);
  if (isRepeatedOn(round, requestId, context)) return roundView(context, round);
  if (round.status !== 'open') throw new AppError('CONFLICT', '这一批现在不在订货，不用截止');
  requireSeen(round, version);
  return roundView(context, await closeNow(context, round, { requestId, what: '提前截止' }));
}

/**
 * Cut-off. The stock closes first: killed in between, orders are refused already, and whoever comes next does the rest. Counting waits until no
 * order that was let in before can still be on its way. Where the cut-off was moved meanwhile nothing closes.
 */
export async function closeNow(
  context: Context,
  round: RoundDocument,
  act: RoundAct,
): Promise<RoundDocument> {
  await closeStock(context, round._id, { closesAt: round.closesAt });
  const at = toTimestamp(context.now);
  return changeRound(
    context,
    round,
    {
      status: 'closed',
      closesAt: round.closesAt < at ? round.closesAt : at,
      job: { step: 'sum', cursor: '', since: at },
    },
    act,
  );
}
