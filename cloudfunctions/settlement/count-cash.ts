import type * as z from 'zod';
import type { SettlementView, settlementContract } from '../contracts/settlement';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { requireHere } from '../pickup/hand-over';
import { reachToHandOut } from '../pickup/reach';
import { personBehind } from '../registration/person-behind';
import { countingView } from './counting';
import type { SettlementDocument } from './settlement.document';
import { changeSettlement } from './settlement.repository';

type Input = z.output<typeof settlementContract.countCash.input>;

/** Earlier counts stay for whoever wants to know how often somebody tried. */
const KEPT_COUNTS = 40;

/** 点钱 */
export async function countCash(
  { requestId, roundId, cash }: Input,
  context: Context,
): Promise<{ counting: SettlementView['counting'] }> {
  const { caller, now } = context;
  const { round } = await reachToHandOut(context, roundId);
  context.about({ gridPath: round.gridPath });
  const settlement = await changeSettlement(context, round, requestId, async (stored, transaction) => {
    requireOpen(stored);
    requireHere(round);
    const person = await personBehind((collection, id) => transaction.get(collection, id), caller);
    const count = { ...person, name: caller.name ?? '', cash, at: toTimestamp(now) };
    return { ...stored, counts: [...stored.counts.slice(1 - KEPT_COUNTS), count] };
  });
  return { counting: countingView(settlement, caller.openid) };
}

export function requireOpen({ settledBy }: Pick<SettlementDocument, 'settledBy'>): void {
  if (settledBy !== null)
    throw new AppError('CONFLICT', `这一批已经由${settledBy.name}结清，不能再改。有错请做“更正”`);
}
