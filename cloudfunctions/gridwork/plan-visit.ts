import type * as z from 'zod';
import type { VisitRow } from '../contracts';
import type { gridworkContract } from '../contracts/gridwork';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { readFile } from '../registration/registration.repository';
import { doorRow } from './door-row';
import { writeVisit } from './gridwork.repository';

type Input = z.output<typeof gridworkContract.planVisit.input>;

/** Nobody agrees on a day further off than this: more likely the year is wrong. */
const MOST_DAYS_AHEAD = 90;

/** Agrees on a visit. The household's file carries it, so it moves with the household to another grid member. */
export async function planVisit({ householdId, date, purpose }: Input, context: Context): Promise<VisitRow> {
  const { caller, now } = context;
  context.about({ householdId, reason: purpose });
  if (date < toCalendarDate(now)) throw invalidFields({ date: '上门日期不能在今天以前' });
  if (date > toCalendarDate(now.add(MOST_DAYS_AHEAD, 'day')))
    throw invalidFields({ date: `只能约 ${MOST_DAYS_AHEAD} 天以内的日子` });
  const file = await readFile(context, householdId);
  context.about({ gridPath: file.gridPath });
  const isWritten = await writeVisit(context, householdId, {
    date,
    purpose,
    by: caller.openid,
    at: toTimestamp(now),
  });
  if (!isWritten) throw new AppError('CONFLICT', '这户的档案已经注销，不用上门了');
  return { ...doorRow(file, context.vault), date, purpose };
}
