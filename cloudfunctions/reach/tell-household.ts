import type * as z from 'zod';
import type { ReachRow } from '../contracts';
import type { reachContract } from '../contracts/reach';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { oneRow } from './households-behind';
import { readLine } from './reach.repository';
import { refuseLateTick, removeTold, writeTold } from './told.repository';

type Telling = z.output<typeof reachContract.tell.input>;
type Untelling = z.output<typeof reachContract.untell.input>;

/** Ticks a household off: somebody rang it up, or went there. Ticking twice, or two people at once, counts once. */
export async function tellHousehold(
  { requestId, noticeId, gridId, householdId, how }: Telling,
  context: Context,
): Promise<ReachRow> {
  const line = { noticeId, gridId, householdId };
  const { sheet, receipt } = await readLine(context, line);
  context.about({ householdId, gridPath: sheet.gridPath });
  if (receipt.told === null) {
    const { caller, now } = context;
    const told = { how, byName: caller.name ?? '', openid: caller.openid, at: toTimestamp(now), requestId };
    await writeTold(context, line, told, sheet.wanted);
  }
  return oneRow({ ...(await readLine(context, line)), householdId }, context);
}

/** That tick was a slip. What others ticked stays. */
export async function untellHousehold(
  { requestId, ...line }: Untelling,
  context: Context,
): Promise<ReachRow> {
  const { sheet, receipt } = await readLine(context, line);
  context.about({ householdId: line.householdId, gridPath: sheet.gridPath });
  if (receipt.told !== null) {
    if (receipt.told.openid !== context.caller.openid)
      throw new AppError('FORBIDDEN', `这一家是${receipt.told.byName}告诉的，只有本人能撤回`);
    await removeTold(context, line, receipt.told, sheet.wanted);
  } else if (requestId !== undefined) await refuseLateTick(context, line, requestId);
  return oneRow({ ...(await readLine(context, line)), householdId: line.householdId }, context);
}
