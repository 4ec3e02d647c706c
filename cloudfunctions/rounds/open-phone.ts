import type { Context } from '../kernel/context';
import { scoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { headOf } from '../registration/household-phone';

/** Whom to call about supplies: the head of the household, or whoever else in it has a number. That it was opened is recorded. */
export async function openPhone(
  { householdId }: { householdId: string },
  context: Context,
): Promise<{ phone: string }> {
  context.about({ householdId, reason: '问要不要订货' });
  const file = await scoped<HouseholdDocument>(context, HOUSEHOLDS, null).get(householdId);
  if (!file || file.status === 'closed') throw new AppError('NOT_FOUND', '没有找到这一户');
  const holder = [headOf(file), ...file.people].find((person) => person?.phone != null);
  context.about({ gridPath: file.gridPath, ...(holder && { personId: holder.personId }) });
  if (holder?.phone == null) throw new AppError('CONFLICT', '这一户没有留号码，请上门问');
  return { phone: context.vault.open('phone', holder.phone) };
}
