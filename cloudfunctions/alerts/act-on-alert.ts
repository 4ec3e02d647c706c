import { ROLES } from '../../miniprogram/shared/labels';
import type { AlertStep } from '../contracts/alerts';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { AlertDocument, AlertLevel } from './alert.document';
import { changeAlert } from './alerts.repository';
import { answeringRole, refusalOf, rolesOver } from './rules';

/** Who does a step, in which role, when; and how their name stands in the alert's story. */
export type Actor = { by: string; byName: string; role: AlertLevel; at: string };

type Asked = { alertId: string; step: AlertStep; requestId?: string; version?: number };
type Change = Partial<Omit<AlertDocument, 'events' | 'changes' | 'urgencyKey' | 'version'>>;

/** The latest acts that are remembered. */
const ACTS_KEPT = 10;

/**
 * One step on an alert. The same request by the same caller, tapped twice or sent again because its answer got lost, leaves it as it
 * stands; an alert that somebody else changed since the caller saw it throws CONFLICT, and so does a step out of its order. `act` answers
 * what changes and how the story tells it, or null when it is done already.
 */
export async function actOnAlert(
  { alertId, step, requestId, version }: Asked,
  context: Context,
  act: (alert: AlertDocument, actor: Actor) => { change: Change; what: string } | null,
): Promise<AlertDocument> {
  const { caller, now } = context;
  const alert = await changeAlert(context, alertId, (present) => {
    if (present.changes.some((one) => one.requestId === requestId && one.by === caller.openid))
      return present;
    const roles = rolesOver(caller.posts, present);
    const role = answeringRole(roles);
    const at = toTimestamp(now);
    const actor = { by: caller.openid, byName: `${caller.name ?? ''}（${ROLES[role]}）`, role, at };
    const done = act(present, actor);
    if (done === null) return present;
    const refusal = refusalOf(step, present, roles);
    if (refusal !== null) throw new AppError('CONFLICT', refusal);
    if (version !== undefined && present.version !== version)
      throw new AppError('CONFLICT', '别人刚处理过，请看过最新的情况再办');
    return {
      ...present,
      ...done.change,
      events: [...present.events, { at, byName: actor.byName, what: done.what }],
      ...(requestId !== undefined && {
        changes: [...present.changes, { requestId, by: caller.openid }].slice(-ACTS_KEPT),
      }),
    };
  });
  context.about({ householdId: alert.householdId, personId: alert.personId, gridPath: alert.gridPath });
  return alert;
}
