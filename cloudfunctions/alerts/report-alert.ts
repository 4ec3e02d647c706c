import type * as z from 'zod';
import type { alertsContract, AlertView } from '../contracts/alerts';
import type { Context } from '../kernel/context';
import { actOnAlert } from './act-on-alert';
import { viewOf } from './alert-view';

type Input = z.output<typeof alertsContract.reportUp.input>;

/** The two-hour clock stops here. Told once; who tells it again does no harm. */
export async function reportAlert({ alertId }: Input, context: Context): Promise<AlertView> {
  const alert = await actOnAlert({ alertId, step: 'reportUp' }, context, (present, { role, at }) =>
    present.reportedAt !== null
      ? null
      : { change: { reportedAt: at }, what: role === 'townOfficer' ? '已报县里' : '已报镇里' },
  );
  return viewOf(alert, context);
}
