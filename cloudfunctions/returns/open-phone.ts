import type * as z from 'zod';
import type { returnsContract } from '../contracts/returns';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { readAbout } from './show-declaration';

type Input = z.output<typeof returnsContract.openPhone.input>;

/** Opens somebody's number to call them. The audit entry with the reason is written before the answer leaves. */
export async function openPhone(
  { declarationId, reason }: Input,
  context: Context,
): Promise<{ value: string }> {
  context.about({ reason });
  const { phone } = await readAbout(declarationId, context);
  if (phone === null) throw new AppError('NOT_FOUND', '没有登记手机号');
  return { value: context.vault.open('phone', phone) };
}
