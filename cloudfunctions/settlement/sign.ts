import type * as z from 'zod';
import type { SettlementView, settlementContract } from '../contracts/settlement';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { reachToSettle } from '../pickup/reach';
import { invalidFields } from '../kernel/invalid-fields';
import { requireOpen } from './count-cash';
import { settlementNow } from './settlement-view';
import { changeSettlement, readSettlement } from './settlement.repository';
import { isSame, standingOf } from './standing';

type Input = z.output<typeof settlementContract.sign.input>;

/** 供货方签字: under the figures that they saw. Other figures later make it void, and it is asked for again. */
export async function sign(
  { requestId, roundId, seen, signature, signer }: Input,
  context: Context,
): Promise<SettlementView> {
  const { caller, database, now, vault } = context;
  const reach = await reachToSettle(context, roundId);
  const { round } = reach;
  const own = caller.name ?? '';
  if (!reach.isSupplier && signer === undefined)
    throw invalidFields({ signer: '请写上供货方签字人的姓名，再把手机交给他签' });
  context.about({ gridPath: round.gridPath, reason: '供货方签字' });
  const before = await readSettlement(database, round);
  if (!before.requests.includes(requestId)) {
    requireOpen(before);
    const { figures } = await standingOf(database, round, before);
    if (figures === null) throw new AppError('CONFLICT', '现金还没有两个人数出一样的数，数好以后再签字');
    if (!isSame(figures, seen)) throw new AppError('CONFLICT', '账刚有变动，请看过最新的数目再签字');
  }
  await changeSettlement(context, round, requestId, (stored) => {
    requireOpen(stored);
    return {
      ...stored,
      signature: {
        strokes: vault.seal('signature', signature),
        byName: reach.isSupplier ? own : `${signer ?? ''}（在${own}的手机上签）`,
        openid: caller.openid,
        at: toTimestamp(now),
        figures: seen,
      },
    };
  });
  return settlementNow(context, reach);
}
