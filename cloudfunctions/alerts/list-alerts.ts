import type * as z from 'zod';
import type { AlertRow, alertsContract } from '../contracts/alerts';
import type { Context } from '../kernel/context';
import { alertRow } from './alert-view';
import { readAlerts } from './alerts.repository';

type Input = z.output<typeof alertsContract.list.input>;

const ROWS_A_PAGE = 20;

/** One page of the alerts in the caller's grids, most urgent first. */
export async function listAlerts(
  { tab, after }: Input,
  context: Context,
): Promise<{ rows: AlertRow[]; next: string | null }> {
  const { scope } = context;
  context.about({ gridPath: scope.kind === 'grids' ? scope.gridIds : [] });
  const found = await readAlerts(context, {
    tab,
    ...(after !== undefined && { after: Buffer.from(after, 'base64url').toString() }),
    limit: ROWS_A_PAGE + 1,
  });
  const alerts = found.slice(0, ROWS_A_PAGE);
  const last = alerts.at(-1);
  return {
    rows: alerts.map(alertRow),
    next: last && found.length > alerts.length ? Buffer.from(last.urgencyKey).toString('base64url') : null,
  };
}
