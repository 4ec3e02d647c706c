import type * as z from 'zod';
import { FINDINGS } from '../../miniprogram/shared/labels';
import type { alertsContract, AlertView } from '../contracts/alerts';
import type { Context } from '../kernel/context';
import { actOnAlert } from './act-on-alert';
import { viewOf } from './alert-view';

type Input = z.output<typeof alertsContract.assess.input>;

/** What was found at the person's side. May be done again until they are sent to the clinic: a fever can come back. */
export async function assessAlert(
  { finding, temperature, words, ...asked }: Input,
  context: Context,
): Promise<AlertView> {
  const measured = temperature === undefined ? '' : `再量 ${temperature.toFixed(1)}℃，`;
  const alert = await actOnAlert({ ...asked, step: 'assess' }, context, (_present, { by, byName, at }) => ({
    change: {
      status: 'assessed',
      assessment: { finding, temperature: temperature ?? null, words, by, byName, at },
    },
    what: `${measured}${FINDINGS[finding]}。${words}`,
  }));
  return viewOf(alert, context);
}
