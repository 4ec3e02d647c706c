import type * as z from 'zod';
import type { roundsContract, RoundView } from '../contracts/rounds';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { changeRound, isRepeatedOn, readManagedRound, requireSeen } from './round.repository';
import { roundView } from './round-view';

type Seen = z.output<typeof roundsContract.distribute.input>;

/** 开始发放: the goods are there, everybody knows what they get, and handing out begins. */
export async function distributeRound(
  { requestId, roundId, version }: Seen,
  context: Context,
): Promise<RoundView> {
  const round = await readManagedRound(context, roundId);
  if (isRepeatedOn(round, requestId, context)) return roundView(context, round);
  if (round.status !== 'arrived') throw new AppError('CONFLICT', '货还没有到，等供货方说到货了再开始发');
  if (round.job !== null) throw new AppError('CONFLICT', '还在算每家分多少，请一分钟后再试');
  requireSeen(round, version);
  const change = { status: 'distributing' } as const;
  return roundView(context, await changeRound(context, round, change, { requestId, what: '开始发放' }));
}
