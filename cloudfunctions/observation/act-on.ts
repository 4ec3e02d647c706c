import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { ObservationDocument } from './observation.document';
import { readObservation, writeObservation } from './observation.repository';
import { closedUpTo } from './slot-record';

export type Asked = { observationId: string; requestId: string };
type Decide = (observation: ObservationDocument) => ObservationDocument;

const ATTEMPTS = 8;
/** So many acts are remembered, for telling a late repeat from another act. */
const MOST_CHANGES = 30;

/**
 * One act of somebody on duty on an observation, once: the same request by the same caller leaves it as it stands. `decide` gets it as it
 * truly is now, and throws in words when the act does not fit. Somebody else's write in between is no conflict; it is decided again.
 */
export async function actOn(
  context: Context,
  { observationId, requestId }: Asked,
  what: string,
  decide: Decide,
): Promise<ObservationDocument> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = await readObservation(context, observationId);
    const { householdId, personId, gridPath } = stored;
    context.about({ householdId, personId, gridPath });
    const observation = closedUpTo(stored, context.now);
    if (isRepeated(observation, requestId, context)) return observation;
    const next = withChange(decide(observation), { requestId, what }, context);
    if (await writeObservation(context, stored, next)) return next;
  }
  throw new AppError('CONFLICT', '正好有别人也在改这个人的记录，请再按一次');
}

export const isRepeated = (
  { changes }: ObservationDocument,
  requestId: string,
  { caller }: Pick<Context, 'caller'>,
): boolean => changes.some((change) => change.requestId === requestId && change.by === caller.openid);

export const withChange = (
  observation: ObservationDocument,
  { requestId, what }: { requestId: string; what: string },
  { caller, now }: Pick<Context, 'caller' | 'now'>,
): ObservationDocument => ({
  ...observation,
  changes: [
    ...observation.changes.slice(1 - MOST_CHANGES),
    { requestId, by: caller.openid, at: toTimestamp(now), what },
  ],
});

/** Throws for one that is over, or waits for its release. */
export function requireRunning({ status }: ObservationDocument): void {
  if (status === 'releasing')
    throw new AppError('CONFLICT', '已经提请解除，不能再改。要改的话，请镇里先把解除退回');
  if (status !== 'active' && status !== 'paused') throw new AppError('CONFLICT', '观察已经结束，不能再改');
}
