import type * as z from 'zod';
import type { roundsContract, RoundView } from '../contracts/rounds';
import type { RoundStatus } from '../contracts/supplies';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { changeRound, isRepeatedOn, readManagedRound, requireSeen } from './round.repository';
import { roundView } from './round-view';
import { closeStock } from './stock.repository';

type Input = z.output<typeof roundsContract.cancel.input>;

const NOT_NOW: Readonly<Partial<Record<RoundStatus, string>>> = {
  draft: '草稿还没有开团，直接删掉就行',
  distributing: '已经在发货了，不能取消。没发的按没来领处理',
  settled: '这一批已经结清，不能取消',
  cancelled: '这一批已经取消了',
};

/** 取消: before anything is handed out. Whoever ordered is told, by the timer, with the reason. */
export async function cancelRound(
  { requestId, roundId, version, reason }: Input,
  context: Context,
): Promise<RoundView> {
  const { caller, now } = context;
  const round = await readManagedRound(context, roundId);
  if (isRepeatedOn(round, requestId, context)) return roundView(context, round);
  const notNow = NOT_NOW[round.status];
  if (notNow !== undefined) throw new AppError('CONFLICT', notNow);
  requireSeen(round, version);
  await closeStock(context, round._id, { closesAt: round.closesAt });
  const at = toTimestamp(now);
  const cancelled = await changeRound(
    context,
    round,
    {
      status: 'cancelled',
      cancelled: { at, byName: caller.name ?? '', reason },
      job: { step: 'tell', cursor: '', since: at },
    },
    { requestId, what: `取消：${reason}` },
  );
  return roundView(context, cancelled);
}
