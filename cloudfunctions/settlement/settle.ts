import type * as z from 'zod';
import type { SettlementView, settlementContract } from '../contracts/settlement';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { type Reach, reachToSettle } from '../pickup/reach';
import { changeRound, findRound, noRound } from '../rounds/round.repository';
import type { RoundDocument } from '../rounds/round.document';
import { requireOpen } from './count-cash';
import { isClosing } from './frozen';
import type { SettlementDocument } from './settlement.document';
import { settlementNow } from './settlement-view';
import { changeSettlement, freezeOrders, readSettlement } from './settlement.repository';
import { isSame, obstaclesTo, oddities, type Standing, standingOf } from './standing';

type Input = z.output<typeof settlementContract.settle.input>;

/**
 * 结清: says that it begins, marks every order, adds up what then stands still, and writes it down if it is what was seen. A process killed
 * half-way holds hand-overs up for a minute and no longer; the same tap again goes on.
 */
export async function settle(input: Input, context: Context): Promise<SettlementView> {
  const reach = await reachToSettle(context, input.roundId);
  const { round } = reach;
  if (!reach.manages) throw noRound();
  context.about({ gridPath: round.gridPath, reason: '结清' });
  const before = await readSettlement(context.database, round);
  if (!before.requests.includes(input.requestId)) {
    await requireReady(input, before, reach, context);
    await close(input, reach, context);
  }
  await markRound(round._id, input, context);
  return settlementNow(context, await reachToSettle(context, input.roundId));
}

async function requireReady(
  { seen, explanation }: Input,
  settlement: SettlementDocument,
  { round }: Reach,
  { database }: Context,
): Promise<Standing> {
  requireOpen(settlement);
  const standing = await standingOf(database, round, settlement);
  const [obstacle] = obstaclesTo(round, settlement, standing);
  if (obstacle !== undefined) throw new AppError('CONFLICT', `还不能结清：${obstacle}`);
  if (!isSame(standing.figures, seen)) throw new AppError('CONFLICT', '账刚有变动，请看过最新的数目再结清');
  const odd = oddities(standing.differences);
  if (odd.length > 0 && explanation === '')
    throw invalidFields({ explanation: `${odd.join('，')}。请写明原因和怎么办` });
  return standing;
}

async function close(input: Input, reach: Reach, context: Context): Promise<void> {
  const { caller, database, now } = context;
  const { round } = reach;
  const at = toTimestamp(now);
  await changeSettlement(context, round, null, (stored) => {
    requireOpen(stored);
    if (isClosing(stored, now)) throw new AppError('CONFLICT', '别人正在结清这一批，请过一分钟再看');
    return { ...stored, closing: { requestId: input.requestId, at } };
  });
  try {
    await freezeOrders(database, round._id, at);
    const settlement = await readSettlement(database, round);
    const standing = await requireReady(input, settlement, reach, context);
    await changeSettlement(context, round, input.requestId, (stored) => {
      if (stored.version !== settlement.version)
        throw new AppError('CONFLICT', '账刚有变动，请看过最新的数目再结清');
      return {
        ...stored,
        closing: null,
        totals: totalsOf(standing),
        explanation: input.explanation,
        settledBy: { openid: caller.openid, name: caller.name ?? '', at },
      };
    });
  } catch (error) {
    // Nobody waits for a round that was not settled after all.
    await changeSettlement(context, round, null, (stored) =>
      stored.closing?.requestId === input.requestId ? { ...stored, closing: null } : stored,
    );
    throw error;
  }
}

function totalsOf({ totals, figures }: Standing): NonNullable<SettlementDocument['totals']> {
  const { orders, ordered, due, delivered, paid, byPhone } = totals;
  return { orders, ordered, due, delivered, paid, cash: figures?.cash ?? 0, byPhone };
}

/** Somebody may change the round at the same moment, its title perhaps: then it is read again. */
const ATTEMPTS = 5;

async function markRound(roundId: string, { requestId }: Input, context: Context): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const round: RoundDocument | null = await findRound(context, roundId);
    if (!round || round.status === 'settled') return;
    const settledAt = toTimestamp(context.now);
    try {
      await changeRound(context, round, { status: 'settled', settledAt }, { requestId, what: '结清' });
      return;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'CONFLICT' || attempt === ATTEMPTS) throw error;
    }
  }
}
