import type * as z from 'zod';
import type { gridworkContract } from '../contracts/gridwork';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { readFile } from '../registration/registration.repository';
import { writeVisitResult } from './gridwork.repository';

type Input = z.output<typeof gridworkContract.closeVisit.input>;

/** Notes how a visit went. Tapped twice, or sent again, it is noted once. */
export async function closeVisit(
  { householdId, date, result }: Input,
  context: Context,
): Promise<Record<string, never>> {
  const { caller, now } = context;
  context.about({ householdId });
  const file = await readFile(context, householdId);
  context.about({ gridPath: file.gridPath });
  const past = { date, result, purpose: file.visit?.purpose ?? '', by: caller.openid, at: toTimestamp(now) };
  if (await writeVisitResult(context, householdId, past)) return {};
  const { lastVisit } = await readFile(context, householdId);
  const isDone = lastVisit?.date === date && lastVisit.result === result && lastVisit.by === caller.openid;
  if (!isDone) throw new AppError('CONFLICT', '这次上门已经改期，或别人办过了');
  return {};
}
