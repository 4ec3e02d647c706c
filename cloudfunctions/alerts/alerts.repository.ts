import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { mayTouchGrid } from '../kernel/scope';
import { inTransaction } from '../kernel/transaction';
import { type ObservationDocument, OBSERVATIONS } from '../observation/observation.document';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { type AlertDocument, ALERTS } from './alert.document';
import { countOpen } from './raise-alert';
import { alertOrder, CLOSED_FROM } from './urgency';

/** The same answer for an alert elsewhere and for none at all. */
const notFound = (): AppError => new AppError('NOT_FOUND', '没有找到这个异常');

/** Alerts in the caller's grids in the order of their urgency, from after the row whose key is given. */
export const readAlerts = async (
  context: Context,
  { tab, after, limit }: { tab: 'open' | 'all'; after?: string; limit: number },
): Promise<AlertDocument[]> => {
  const { command } = context.database;
  const from = command.gt(after ?? '');
  return scoped<AlertDocument>(context, ALERTS, 'householdId').find(
    { urgencyKey: tab === 'open' ? from.and(command.lt(CLOSED_FROM)) : from },
    { orderBy: [['urgencyKey', 'asc']], limit },
  );
};

/** How many `readAlerts` has in the open tab. */
export const countOpenAlerts = async (context: Pick<Context, 'database' | 'scope'>): Promise<number> =>
  scoped<AlertDocument>(context, ALERTS, 'householdId').count({
    urgencyKey: context.database.command.lt(CLOSED_FROM),
  });

export async function readAlert(context: Context, alertId: string): Promise<AlertDocument> {
  const alert = await scoped<AlertDocument>(context, ALERTS, 'householdId').get(alertId);
  if (!alert) throw notFound();
  return alert;
}

/** The latest alerts of the caller's household. */
export const readOwnAlerts = async (context: Context, limit: number): Promise<AlertDocument[]> =>
  scoped<AlertDocument>(context, ALERTS, 'householdId').find({}, { orderBy: [['raisedAt', 'desc']], limit });

/**
 * What is known of the person of an alert: their file and their record. It crosses grids on purpose: a family that has moved since is
 * still the one to go to, and whoever answers the alert must find it.
 */
export async function readPersonBehind(
  { database }: Pick<Context, 'database'>,
  { householdId, observationId }: Pick<AlertDocument, 'householdId' | 'observationId'>,
): Promise<{ file: HouseholdDocument | null; observation: ObservationDocument | null }> {
  const [file, observation] = await Promise.all([
    unscoped<HouseholdDocument>(database, HOUSEHOLDS).get(householdId),
    observationId === null ? null : unscoped<ObservationDocument>(database, OBSERVATIONS).get(observationId),
  ]);
  return { file, observation };
}

/**
 * Changes one alert in the caller's grids, all or nothing. `decide` gets it as it stands and answers the next one, or the same object when
 * there is nothing to do. Closing it takes it off the person's observation in the same transaction.
 */
export const changeAlert = async (
  context: Context,
  alertId: string,
  decide: (alert: AlertDocument) => AlertDocument,
): Promise<AlertDocument> =>
  inTransaction(context.database, async (transaction) => {
    const alert = await transaction.get<AlertDocument>(ALERTS, alertId);
    if (!alert || !mayTouchGrid(context.scope, alert.gridPath)) throw notFound();
    const decided = decide(alert);
    if (decided === alert) return alert;
    const next = { ...decided, urgencyKey: alertOrder(decided), version: alert.version + 1 };
    await transaction.put(ALERTS, next);
    if (next.status === 'closed' && alert.status !== 'closed')
      await countOpen(transaction, context, alert, -1);
    return next;
  });
