import type * as z from 'zod';
import type { PurchaseList, purchaseContract } from '../contracts/purchase';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { timeBudget } from '../kernel/time-budget';
import type { RoundDocument } from '../rounds/round.document';
import { changeRound, isRepeatedOn, readManagedRound, requireSeen } from '../rounds/round.repository';
import { assignSlots } from './assign-slots';
import { purchaseList } from './purchase-view';
import { asMachine } from './purchase.repository';
import { isOver } from './slot-choice';

type Input = z.output<typeof purchaseContract.addSlots.input>;

const MOST_SLOTS = 200;
const AFTER_CUT_OFF: readonly RoundDocument['status'][] = ['closed', 'purchasing', 'arrived', 'distributing'];

/** 加时段. Whoever has a time keeps it; the others get one at once, as far as a few seconds reach, and the timer does the rest. */
export async function addSlots(input: Input, context: Context): Promise<PurchaseList> {
  const round = await readManagedRound(context, input.roundId);
  if (isRepeatedOn(round, input.requestId, context)) return purchaseList(context, round);
  requireSeen(round, input.version);
  if (!AFTER_CUT_OFF.includes(round.status)) throw new AppError('CONFLICT', '截止以后、结清以前才能加时段');
  if (round.job !== null) throw new AppError('CONFLICT', '系统正在处理这一批，请等一分钟再加');
  requirePossible(input, round, context);
  const { distribution } = round;
  const changed = await changeRound(
    context,
    round,
    {
      distribution: {
        ...distribution,
        slots: [
          ...distribution.slots,
          ...input.slots.map((slot, index) => ({
            ...slot,
            slotId: `${input.requestId.slice(0, 40)}-${index}`,
          })),
        ],
      },
      job: { step: 'slots', cursor: '', since: toTimestamp(context.now) },
    },
    { requestId: input.requestId, what: `加了 ${input.slots.length} 个领取时段` },
  );
  await assignSlots(asMachine(context), changed, timeBudget());
  return purchaseList(context, await readManagedRound(context, input.roundId));
}

function requirePossible({ slots }: Input, { distribution }: RoundDocument, { now }: Context): void {
  const faults: Record<string, string> = {};
  if (distribution.slots.length + slots.length > MOST_SLOTS) faults.slots = `一批最多 ${MOST_SLOTS} 个时段`;
  for (const [index, slot] of slots.entries()) {
    if (!distribution.points.some(({ pointId }) => pointId === slot.pointId))
      faults[`slots.${index}.pointId`] = '这一批没有这个领取点，请重新选择';
    if (slot.until <= slot.from) faults[`slots.${index}.until`] = '结束要晚于开始';
    else if (isOver(slot, now)) faults[`slots.${index}.date`] = '这个时段已经过了，请选以后的时间';
  }
  if (Object.keys(faults).length > 0) throw invalidFields(faults);
}
