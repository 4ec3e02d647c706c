import type * as z from 'zod';
import type { alertsContract } from '../contracts/alerts';
import type { Context } from '../kernel/context';
import { readOwnAlerts } from './alerts.repository';
import { whatComesNext } from './next-for-household';

type Output = z.output<typeof alertsContract.mine.output>;

/** Older ones are history that the file's trail tells. */
const LATEST = 20;

export async function listMyAlerts(_input: object, context: Context): Promise<Output> {
  const alerts = await readOwnAlerts(context, LATEST);
  return {
    alerts: alerts.map((alert) => ({
      alertId: alert._id,
      name: alert.name,
      temperature: alert.temperature,
      symptoms: alert.symptoms,
      other: alert.other,
      raisedAt: alert.raisedAt,
      isOpen: alert.status !== 'closed',
      next: whatComesNext(alert),
    })),
  };
}
