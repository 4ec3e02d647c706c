import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { changeRound, findRound, noRound } from '../rounds/round.repository';
import type { Reach } from './reach';

/**
 * Whoever hands out the first thing begins the handing out: nobody at a counter has to remember a button before, and from then on the round can't be
 * cancelled any more. Two who begin at once do so once.
 */
export async function begunHandingOut(context: Context, reach: Reach, requestId: string): Promise<Reach> {
  const { round } = reach;
  if (round.status !== 'arrived' || round.job !== null) return reach;
  try {
    const change = { status: 'distributing' } as const;
    return { ...reach, round: await changeRound(context, round, change, { requestId, what: '开始发放' }) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error;
    const changed = await findRound(context, round._id);
    if (!changed) throw noRound();
    return { ...reach, round: changed };
  }
}
