import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { raiseAlert } from '../alerts/raise-alert';
import type { ObservedPerson } from '../contracts';
import type { observationContract } from '../contracts/observation';
import type { Context } from '../kernel/context';
import { actOn, requireRunning } from './act-on';
import { observedPerson } from './observation-view';
import { readObservation } from './observation.repository';
import { alertOf } from './reading-alert';
import { readingOf } from './take-reading';

type Asked = z.output<typeof observationContract.spotCheck.input>;

/** More than anybody would look at; the oldest go first. */
const MOST_CHECKS = 40;

/** 抽查: the doctor measures again, beside the slots; abnormal ones raise an alert as any reading does, and before it. */
export async function spotCheck(asked: Asked, context: Context): Promise<ObservedPerson> {
  const seen = await readObservation(context, asked.observationId);
  const { householdId, personId, gridPath } = seen;
  context.about({ householdId, personId, gridPath });
  requireRunning(seen);
  const reading = readingOf(asked, seen, { how: 'villageDoctor', means: 'visit' }, context);
  if (reading.abnormal)
    await raiseAlert(context, alertOf(seen, reading, `${seen._id}:check:${shortOf(asked, context)}`));
  const observation = await actOn(context, asked, 'measured again', (before) => {
    requireRunning(before);
    return { ...before, spotChecks: [...before.spotChecks.slice(1 - MOST_CHECKS), reading] };
  });
  return observedPerson(observation, context);
}

const shortOf = ({ requestId }: Asked, { caller }: Context): string =>
  createHash('sha256').update(`${caller.openid} ${requestId}`).digest('base64url').slice(0, 16);
