import type * as z from 'zod';
import { dayText, timeText } from '../../miniprogram/shared/dates';
import type { roundsContract, RoundView } from '../contracts/rounds';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { inTransaction } from '../kernel/transaction';
import { type RoundDocument, ROUNDS, ROUND_STOCK, type RoundStockDocument } from './round.document';
import { inChina } from './round-file';
import { planFaults } from './round-plan';
import {
  changedRound,
  isRepeatedOn,
  noRound,
  readManagedRound,
  requireSeen,
  type RoundAct,
} from './round.repository';
import { roundView } from './round-view';

type Move = z.output<typeof roundsContract.moveCutOff.input>;

/** 改截止时间, later or sooner, as far as the days of giving out allow. The round and what its orders are held against move together. */
export async function moveCutOff(
  { requestId, roundId, version, closesAt: wished }: Move,
  context: Context,
): Promise<RoundView> {
  const round = await readManagedRound(context, roundId);
  if (isRepeatedOn(round, requestId, context)) return roundView(context, round);
  const closesAt = inChina(wished);
  const { distribution } = round;
  const [fault] = Object.values(planFaults({ opensAt: null, closesAt, distribution }, context.now.valueOf()));
  if (fault !== undefined) throw new AppError('INVALID_INPUT', fault, { closesAt: fault });
  const act = { requestId, what: `截止时间改到 ${dayText(closesAt)} ${timeText(closesAt)}` };
  return roundView(context, await moveTogether(context, { roundId, version, closesAt }, act));
}

const moveTogether = async (
  context: Context,
  { roundId, version, closesAt }: Pick<Move, 'roundId' | 'version' | 'closesAt'>,
  act: RoundAct,
): Promise<RoundDocument> =>
  inTransaction(context.database, async (transaction) => {
    const round = await transaction.get<RoundDocument>(ROUNDS, roundId);
    if (!round) throw noRound();
    if (isRepeatedOn(round, act.requestId, context)) return round;
    const stock = await transaction.get<RoundStockDocument>(ROUND_STOCK, roundId);
    // Whoever closes it closes the stock first.
    if (round.status !== 'open' || !stock?.open)
      throw new AppError('CONFLICT', '这一批现在不在订货，改不了截止时间');
    requireSeen(round, version);
    const next = changedRound(context, round, { closesAt }, act);
    await transaction.put(ROUNDS, next);
    await transaction.change(ROUND_STOCK, roundId, { closesAt });
    return next;
  });
