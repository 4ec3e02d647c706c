import type * as z from 'zod';
import type { reachContract } from '../contracts/reach';
import type { Context } from '../kernel/context';
import { scoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { headOf } from '../registration/household-phone';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';

type Input = z.output<typeof reachContract.openPhone.input>;

/** Opens a number of a household in the caller's grids, to ring it up about a notice: the head's, or else anybody's of it. */
export async function openPhone(
  { householdId, reason }: Input,
  context: Context,
): Promise<{ value: string }> {
  const household = await scoped<HouseholdDocument>(context, HOUSEHOLDS, '_id').get(householdId);
  if (!household) throw new AppError('NOT_FOUND', '这一家不在您管的地方了');
  const person = [headOf(household), ...household.people].find((one) => (one?.phone ?? null) !== null);
  context.about({
    householdId,
    gridPath: household.gridPath,
    reason,
    ...(person && { personId: person.personId }),
  });
  if (!person?.phone) throw new AppError('NOT_FOUND', '这一家没有登记手机号，请上门告诉');
  return { value: context.vault.open('phone', person.phone) };
}
