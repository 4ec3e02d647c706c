import type * as z from 'zod';
import { takeAlertsAlong } from '../alerts/take-along';
import type { observationContract } from '../contracts/observation';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { mayTouchGrid } from '../kernel/scope';
import { inTransaction } from '../kernel/transaction';
import { placeOf } from '../registration/household-view';
import { readPlace } from '../registration/registration.repository';
import { countReturns } from '../returns/count-returns';
import type { GridDocument } from '../township/grid.document';
import { isRepeated, requireRunning, withChange } from './act-on';
import { type ObservationDocument, OBSERVATIONS } from './observation.document';
import { notFound } from './observation.repository';
import { closedUpTo } from './slot-record';

type Asked = z.output<typeof observationContract.move.input>;

/**
 * To another address, or another team of the town: from then on its people have the whole record, and the old ones no longer do. Open
 * alerts and the counters go along. Who was named to answer for this person is named anew there.
 */
export async function moveObservation(asked: Asked, context: Context): Promise<{ place: string }> {
  const place = await readPlace(context, asked.gridId);
  const moved = await inTransaction(context.database, async (transaction) => {
    const stored = await transaction.get<ObservationDocument>(OBSERVATIONS, asked.observationId);
    // A late repeat comes when the person is no longer in the caller's grids.
    if (stored && isRepeated(stored, asked.requestId, context)) return stored;
    if (!stored || !mayTouchGrid(context.scope, stored.gridPath)) throw notFound();
    if (stored.gridPath[0] !== place.path[0])
      throw invalidFields({ gridId: '这里不归本镇管。请和那边的乡镇联系，办理移交' });
    const observation = closedUpTo(stored, context.now);
    requireRunning(observation);
    const next = withChange(
      movedTo(observation, place, asked, context),
      { requestId: asked.requestId, what: 'moved' },
      context,
    );
    await transaction.put(OBSERVATIONS, { ...next, version: stored.version + 1 });
    await moveCounters(transaction, context, observation, next);
    return next;
  });
  const { householdId, personId, gridPath } = moved;
  context.about({ householdId, personId, gridPath, reason: asked.reason });
  // Again with a repeat too: whoever was killed before this line sends it again.
  await takeAlertsAlong(context, moved, moved);
  return { place: placeOf(moved.pathNames) };
}

function movedTo(
  observation: ObservationDocument,
  { _id, path, pathNames }: GridDocument,
  { address, reason }: Asked,
  { caller, now, vault }: Context,
): ObservationDocument {
  const isHandedOver = observation.gridId !== _id;
  return {
    ...observation,
    gridId: _id,
    gridPath: path,
    pathNames,
    address: vault.seal('address', address),
    responsible: isHandedOver ? [] : observation.responsible,
    moves: [
      ...observation.moves,
      {
        fromGridId: observation.gridId,
        fromPlace: placeOf(observation.pathNames),
        at: toTimestamp(now),
        by: caller.openid,
        reason,
      },
    ],
  };
}

async function moveCounters(
  transaction: Parameters<typeof countReturns>[0],
  context: Context,
  from: ObservationDocument,
  to: ObservationDocument,
): Promise<void> {
  if (from.gridId === to.gridId) return;
  const moves = { [`measures.${from.measure}`]: 1, alerts: from.openAlerts } as const;
  await countReturns(transaction, context, from, {
    [`measures.${from.measure}`]: -1,
    alerts: -from.openAlerts,
  });
  await countReturns(transaction, context, to, moves);
}
