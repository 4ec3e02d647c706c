import type * as z from 'zod';
import type { alertsContract } from '../contracts/alerts';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { headOf } from '../registration/household-phone';
import { readAlert, readPersonBehind } from './alerts.repository';

type Input = z.output<typeof alertsContract.phone.input>;

/** Opens one number to call about an alert; the audit entry says why. */
export async function callAboutAlert(
  { alertId, whose }: Input,
  context: Context,
): Promise<{ phone: string }> {
  const alert = await readAlert(context, alertId);
  const { householdId, personId, gridPath } = alert;
  const { file } = await readPersonBehind(context, { householdId, observationId: null });
  const person =
    whose === 'head' ? file && headOf(file) : file?.people.find((one) => one.personId === personId);
  context.about({
    householdId,
    gridPath,
    reason: '为异常打电话',
    ...(person && { personId: person.personId }),
  });
  if (!person?.phone) throw new AppError('NOT_FOUND', '没有登记手机号');
  return { phone: context.vault.open('phone', person.phone) };
}
