import type * as z from 'zod';
import type { alertsContract, AlertView } from '../contracts/alerts';
import { chinaTime, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { actOnAlert } from './act-on-alert';
import { viewOf } from './alert-view';

type Input = z.output<typeof alertsContract.refer.input>;

/** Nobody with a fever waits longer for the car; a time further off is a slip of the finger. */
const MOST_HOURS_AHEAD = 24;

/** 转诊: by closed transport, with somebody on duty at the person's side. */
export async function referAlert(
  { hospital, transport, escort, leavesAt, ...asked }: Input,
  context: Context,
): Promise<AlertView> {
  const leaves = chinaTime(leavesAt);
  if (Math.abs(leaves.diff(context.now, 'hour', true)) > MOST_HOURS_AHEAD)
    throw invalidFields({ leavesAt: '出发时间要在今天前后一天以内' });
  const referral = { hospital, transport, escort, leavesAt: toTimestamp(leaves) };
  const alert = await actOnAlert({ ...asked, step: 'refer' }, context, (_present, { by, byName, at }) => ({
    change: { referral: { ...referral, by, byName, at } },
    what: `送${hospital}：${transport}，${escort}护送，${leaves.format('HH:mm')} 出发`,
  }));
  return viewOf(alert, context);
}
