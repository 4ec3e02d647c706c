import type * as z from 'zod';
import { yuan } from '../../miniprogram/shared/money';
import type { settlementContract } from '../contracts/settlement';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { isNothing, piecesOf } from '../pickup/moved-lines';
import { pickupRow } from '../pickup/pickup-row';
import { reachToSettle, roundIdOf } from '../pickup/reach';
import { readEntriesOfOrder } from './entry.repository';
import { entryView } from './entry-view';
import { moveAtOrder } from './move-at-order';

type Input = z.output<typeof settlementContract.correct.input>;
type Corrected = z.input<typeof settlementContract.correct.output>;

/** 更正: what was signed stays as it was signed; what was wrong in it stands beside it, with who says so and why. */
export async function correct(input: Input, context: Context): Promise<Corrected> {
  context.about({ reason: input.reason });
  const reach = await reachToSettle(context, roundIdOf(input.orderId));
  const order = await moveAtOrder(context, reach, input, (before) => {
    const pieces = piecesOf(input.lines, before);
    if (isNothing(pieces) && input.money === 0)
      throw invalidFields({ lines: '请填更正了什么，或者更正多少钱' });
    return {
      kind: 'correction',
      ...pieces,
      money: input.money,
      method: input.method,
      reason: input.reason,
      what: `结清以后更正，金额 ${yuan(input.money)} 元：${input.reason}`,
    };
  });
  const entries = await readEntriesOfOrder({ database: context.database, scope: reach.scope }, order._id);
  return {
    row: pickupRow(order, reach),
    entries: entries.map((entry) => entryView(entry, reach.round, order.headName)),
  };
}
