import type * as z from 'zod';
import type { reachContract } from '../contracts/reach';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { headOf } from '../registration/household-phone';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { isCountedHere } from './reach.repository';

type Input = z.output<typeof reachContract.openPhone.input>;

/**
 * Opens a number of a household on a list of the caller's grids, to ring it up about a notice: the head's, or else anybody's of it. It may live
 * elsewhere by now: the grid that counts it tells it.
 */
export async function openPhone(
  { noticeId, householdId, reason }: Input,
  context: Context,
): Promise<{ value: string }> {
  const gridPath = await isCountedHere(context, noticeId, householdId);
  if (!gridPath) throw new AppError('NOT_FOUND', '您的名单上没有这一家');
  const household = await unscoped<HouseholdDocument>(context.database, HOUSEHOLDS).get(householdId);
  if (!household || household.status === 'closed')
    throw new AppError('NOT_FOUND', '这一家的档案已经注销，打不了电话');
  const person = [headOf(household), ...household.people].find((one) => (one?.phone ?? null) !== null);
  context.about({
    householdId,
    gridPath,
    reason,
    ...(person && { personId: person.personId }),
  });
  if (!person?.phone) throw new AppError('NOT_FOUND', '这一家没有登记手机号，请上门告诉');
  return { value: context.vault.open('phone', person.phone) };
}
