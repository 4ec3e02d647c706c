import type * as z from 'zod';
import { ALERT_OUTCOMES } from '../../miniprogram/shared/labels';
import type { alertsContract, AlertView } from '../contracts/alerts';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { actOnAlert } from './act-on-alert';
import { viewOf } from './alert-view';
import { outcomeRefusal } from './rules';

type Input = z.output<typeof alertsContract.close.input>;

/** 办结, by a person who says what came of it; no timer ever does. */
export async function closeAlert({ outcome, words, ...asked }: Input, context: Context): Promise<AlertView> {
  const alert = await actOnAlert(
    { ...asked, step: 'close' },
    context,
    ({ assessment }, { by, byName, at }) => {
      const refusal = assessment && outcomeRefusal(outcome, assessment.finding);
      if (refusal !== null) throw new AppError('CONFLICT', refusal);
      return {
        change: { status: 'closed', outcome: { result: outcome, words, by, byName, at } },
        what: `办结：${ALERT_OUTCOMES[outcome]}。${words}`,
      };
    },
  );
  return viewOf(alert, context);
}
