import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { readEntry } from './pushedlist.repository';

/** Opens the number that the county knows. The audit entry with the reason is written before the answer leaves. */
export async function openPhone(
  { entryId, reason }: { entryId: string; reason: string },
  context: Context,
): Promise<{ phone: string }> {
  context.about({ reason });
  const { phone } = await readEntry(context, entryId);
  if (phone === null) throw new AppError('NOT_FOUND', '名单上没有这个人的手机号');
  return { phone: context.vault.open('phone', phone) };
}
