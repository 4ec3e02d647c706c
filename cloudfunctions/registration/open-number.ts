import type * as z from 'zod';
import type { registrationContract } from '../contracts/registration';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { readFile } from './registration.repository';

type Input = z.output<typeof registrationContract.openNumber.input>;

/** Opens one sealed number. The audit entry with the reason is written before the answer leaves, so none leaves unrecorded. */
export async function openNumber(
  { householdId, personId, field, reason }: Input,
  context: Context,
): Promise<{ value: string }> {
  context.about({ householdId, personId, reason });
  const file = await readFile(context, householdId);
  context.about({ gridPath: file.gridPath });
  const person = file.people.find((one) => one.personId === personId);
  if (!person) throw new AppError('NOT_FOUND', '档案里没有这个人');
  const sealed = person[field];
  if (sealed === null) throw new AppError('NOT_FOUND', '没有登记手机号');
  return { value: context.vault.open(field, sealed) };
}
