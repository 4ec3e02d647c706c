import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { inTransaction } from '../kernel/transaction';
import { countReturns } from '../returns/count-returns';
import { type AlertDocument, ALERTS } from './alert.document';

type Person = Pick<AlertDocument, 'householdId' | 'personId'>;
type Place = Pick<AlertDocument, 'gridId' | 'gridPath' | 'pathNames'>;

/**
 * A person's alerts that nobody closed go where the person goes: of the present record, of the one that it replaced, and what the family
 * told before either. It crosses grids on purpose. Done again it changes nothing.
 */
export async function takeAlertsAlong(
  context: Pick<Context, 'database' | 'now'>,
  { householdId, personId }: Person,
  place: Place,
): Promise<void> {
  const { database } = context;
  const open = await unscoped<AlertDocument>(database, ALERTS).find({
    householdId,
    personId,
    status: database.command.neq('closed'),
  });
  for (const { _id, gridId } of open) if (gridId !== place.gridId) await takeAlong(context, _id, place);
}

const takeAlong = async (
  context: Pick<Context, 'database' | 'now'>,
  alertId: string,
  { gridId, gridPath, pathNames }: Place,
): Promise<void> =>
  inTransaction(context.database, async (transaction) => {
    const alert = await transaction.get<AlertDocument>(ALERTS, alertId);
    if (!alert || alert.status === 'closed' || alert.gridId === gridId) return;
    const next = { ...alert, gridId, gridPath, pathNames, version: alert.version + 1 };
    await transaction.put(ALERTS, next);
    // One that belongs to a record is counted where the record is.
    if (alert.observationId !== null) return;
    await countReturns(transaction, context, alert, { alerts: -1 });
    await countReturns(transaction, context, next, { alerts: 1 });
  });
