import type { ObservationRecord } from '../contracts';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { readObservation } from './observation.repository';
import { recordView } from './record-view';
import { closedUpTo } from './slot-record';

type Which = { observationId: string };

/** One person's whole slot record, for whoever looks after them and for their own household. */
export async function showRecord({ observationId }: Which, context: Context): Promise<ObservationRecord> {
  const observation = await readObservation(context, observationId);
  const { householdId, personId, gridPath } = observation;
  context.about({ householdId, personId, gridPath });
  return recordView(closedUpTo(observation, context.now), context);
}

/** The number to dial. The audit entry is written before the answer leaves. */
export async function openPhone({ observationId }: Which, context: Context): Promise<{ phone: string }> {
  const { householdId, personId, gridPath, phone } = await readObservation(context, observationId);
  context.about({ householdId, personId, gridPath, reason: '打电话问体温' });
  if (phone === null) throw new AppError('NOT_FOUND', '没有登记手机号，只能上门去问');
  return { phone: context.vault.open('phone', phone) };
}
