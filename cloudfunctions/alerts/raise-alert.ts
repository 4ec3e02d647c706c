import { SYMPTOM_TERMS } from '../../miniprogram/shared/labels';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { type ObservationDocument, OBSERVATIONS } from '../observation/observation.document';
import { urgencyKey } from '../observation/urgency';
import { countReturns } from '../returns/count-returns';
import { type AlertDocument, ALERTS } from './alert.document';
import { alertOrder } from './urgency';

/** What happened, to whom, and the profile's two clocks. */
export type AlertEvent = Pick<
  AlertDocument,
  | 'source'
  | 'observationId'
  | 'declarationId'
  | 'householdId'
  | 'personId'
  | 'name'
  | 'phoneMask'
  | 'gridId'
  | 'gridPath'
  | 'pathNames'
  | 'temperature'
  | 'symptoms'
  | 'other'
  | 'raisedByName'
  | 'climbAfterMinutes'
> & {
  /** From the event itself, so that the same one raises one alert: `readingAlertId` or `arrivalAlertId`. */
  alertId: string;
  reportWithinMinutes: number;
};

export const readingAlertId = (observationId: string, slot: string): string => `${observationId}:${slot}`;
export const arrivalAlertId = (declarationId: string): string => `${declarationId}:arrival`;

/**
 * Raises an alert, once: the same event again changes nothing and answers the same id. It comes before the reading is written, so that a
 * process killed in between loses no alert; the retry writes the reading. The observation's `openAlerts` goes up here, in the same
 * transaction, with its version, and nowhere else. Whoever goes on to write the observation reads it again first.
 */
export async function raiseAlert(
  context: Pick<Context, 'database' | 'now' | 'vault'>,
  event: AlertEvent,
): Promise<{ alertId: string; isNew: boolean }> {
  const { alertId } = event;
  if (await unscoped<AlertDocument>(context.database, ALERTS).get(alertId)) return { alertId, isNew: false };
  const isNew = await inTransaction(context.database, async (transaction) => {
    if (await transaction.get<AlertDocument>(ALERTS, alertId)) return false;
    await transaction.put(ALERTS, newAlert(context, event));
    await countOpen(transaction, context, event, 1);
    return true;
  });
  return { alertId, isNew };
}

/**
 * One alert more or less on the person's observation and in its grid, which may be another since the person moved. There is no observation
 * yet when it is raised on arrival.
 */
export async function countOpen(
  transaction: Transaction,
  context: Pick<Context, 'database' | 'now'>,
  alert: Pick<AlertDocument, 'observationId' | 'gridId' | 'gridPath'>,
  by: 1 | -1,
): Promise<void> {
  const observation =
    alert.observationId === null ? null : await presentObservation(transaction, alert.observationId);
  await countReturns(transaction, context, observation ?? alert, { alerts: by });
  if (!observation) return;
  const openAlerts = Math.max(0, observation.openAlerts + by);
  const next = { ...observation, openAlerts, version: observation.version + 1 };
  await transaction.put(OBSERVATIONS, { ...next, urgencyKey: urgencyKey(next) });
}

/** The one that counts now: another measure may have taken over since. */
async function presentObservation(
  transaction: Transaction,
  observationId: string,
): Promise<ObservationDocument | null> {
  const observation = await transaction.get<ObservationDocument>(OBSERVATIONS, observationId);
  return observation?.replacedBy ? presentObservation(transaction, observation.replacedBy) : observation;
}

/**
 * An alert raised on arrival comes before the observation that follows from it: called where that begins, it joins the two and answers how
 * many alerts are open from the start.
 */
export async function adoptArrivalAlert(
  transaction: Transaction,
  declarationId: string,
  observationId: string,
): Promise<0 | 1> {
  const alert = await transaction.get<AlertDocument>(ALERTS, arrivalAlertId(declarationId));
  if (!alert) return 0;
  await transaction.put(ALERTS, { ...alert, observationId });
  return alert.status === 'closed' ? 0 : 1;
}

function newAlert({ now }: Pick<Context, 'now'>, event: AlertEvent): AlertDocument {
  const { alertId, reportWithinMinutes, ...facts } = event;
  const raisedAt = toTimestamp(now);
  const alert: AlertDocument = {
    _id: alertId,
    ...facts,
    raisedAt,
    reportBy: toTimestamp(now.add(reportWithinMinutes, 'minute')),
    level: 'villageDoctor',
    climbsAt: toTimestamp(now.add(event.climbAfterMinutes, 'minute')),
    messageDue: raisedAt,
    status: 'open',
    acknowledged: null,
    assessment: null,
    referral: null,
    reportedAt: null,
    outcome: null,
    urgencyKey: '',
    events: [{ at: raisedAt, byName: event.raisedByName, what: whatHappened(event) }],
    version: 1,
    changes: [],
  };
  return { ...alert, urgencyKey: alertOrder(alert) };
}

/** 「体温 38.2℃，乏力、干咳」 */
export function whatHappened({
  temperature,
  symptoms,
  other,
}: Pick<AlertEvent, 'temperature' | 'symptoms' | 'other'>): string {
  const terms = symptoms.map((symptom) => (symptom === 'other' && other ? other : SYMPTOM_TERMS[symptom]));
  const parts = [...(temperature === null ? [] : [`体温 ${temperature.toFixed(1)}℃`]), terms.join('、')];
  return parts.filter((part) => part !== '').join('，');
}
