import type * as z from 'zod';
import type { PurchaseList, purchaseContract } from '../contracts/purchase';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { changeRound, isRepeatedOn, requireSeen } from '../rounds/round.repository';
import { purchaseList, stageOf } from './purchase-view';
import type { ReadRound } from './show-purchases';

type Input = z.output<typeof purchaseContract.arrive.input>;

/** 到货: from then on what comes is settled, and may be handed out. */
export const markArrival =
  (readRound: ReadRound) =>
  async ({ roundId, requestId, version }: Input, context: Context): Promise<PurchaseList> => {
    const round = await readRound(context, roundId);
    if (isRepeatedOn(round, requestId, context)) return purchaseList(context, round);
    requireSeen(round, version);
    const stage = stageOf(round);
    if (stage === 'sharing') throw new AppError('CONFLICT', '正在分配，请等一分钟再点到货');
    if (stage === 'handingOut' || stage === 'done') throw new AppError('CONFLICT', '已经点过到货了');
    if (stage !== 'bring') throw new AppError('CONFLICT', '还没有确认到货数量，请先确认');
    const changed = await changeRound(
      context,
      round,
      { status: 'arrived', arrivedAt: toTimestamp(context.now) },
      { requestId, what: '货到了' },
    );
    return purchaseList(context, changed);
  };
