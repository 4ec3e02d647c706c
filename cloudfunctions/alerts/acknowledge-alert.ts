import type * as z from 'zod';
import type { alertsContract, AlertView } from '../contracts/alerts';
import type { Context } from '../kernel/context';
import { actOnAlert } from './act-on-alert';
import { viewOf } from './alert-view';

type Input = z.output<typeof alertsContract.acknowledge.input>;

/** 我来处理. From then on the duty climbs no further; who comes second is told who has it. */
export async function acknowledgeAlert({ alertId }: Input, context: Context): Promise<AlertView> {
  const alert = await actOnAlert({ alertId, step: 'acknowledge' }, context, (present, { role, ...actor }) =>
    present.acknowledged?.by === actor.by
      ? null
      : {
          change: {
            status: 'acknowledged',
            acknowledged: { ...actor, role },
            climbsAt: null,
            messageDue: null,
          },
          what: '接了，去处理',
        },
  );
  return viewOf(alert, context);
}
