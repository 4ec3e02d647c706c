import type * as z from 'zod';
import type { alertsContract, AlertView } from '../contracts/alerts';
import type { Context } from '../kernel/context';
import { readAlert } from './alerts.repository';
import { viewOf } from './alert-view';

type Input = z.output<typeof alertsContract.show.input>;

/** One alert, with the address opened for whoever has to go there. */
export async function showAlert({ alertId }: Input, context: Context): Promise<AlertView> {
  const alert = await readAlert(context, alertId);
  context.about({ householdId: alert.householdId, personId: alert.personId, gridPath: alert.gridPath });
  return viewOf(alert, context);
}
