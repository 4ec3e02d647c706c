import type { ReleaseView } from '../contracts/release';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import type { ObservationDocument } from '../observation/observation.document';
import { obstaclesTo } from './readiness';
import type { ReleaseDocument } from './release.document';
import { countOpenAlerts, readObservation, readRelease } from './release.repository';
import { releaseView } from './release-view';
import { roleFor, type StepName, stepTakerOf, whyNotBy } from './step-taker';

/** The complete record of one observation with what stands in the way now, and the caller's own step if it is theirs. */
export async function showRelease(
  { observationId }: { observationId: string },
  context: Context,
): Promise<ReleaseView> {
  const observation = await readObservation(context, observationId);
  const { householdId, personId, gridPath } = observation;
  context.about({ householdId, personId, gridPath });
  return viewOf(context, observation);
}

/** How it stands after a step. */
export const releaseNow = async (context: Context, observationId: string): Promise<ReleaseView> =>
  viewOf(context, await readObservation(context, observationId));

async function viewOf(context: Context, observation: ObservationDocument): Promise<ReleaseView> {
  const [release, openAlerts] = await Promise.all([
    readRelease(context, observation._id),
    countOpenAlerts(context, observation),
  ]);
  const isDone = release?.status === 'approved';
  const obstacles = isDone ? [] : obstaclesTo({ observation, openAlerts, now: context.now.valueOf() });
  return releaseView(observation, release, { obstacles, mine: await mineOf(context, observation, release) });
}

const NEXT: Readonly<Record<ReleaseDocument['status'] | 'none', StepName | null>> = {
  none: 'propose',
  returned: 'propose',
  proposed: 'check',
  checked: 'approve',
  approved: null,
};

async function mineOf(
  { caller, database }: Context,
  observation: ObservationDocument,
  release: ReleaseDocument | null,
): Promise<ReleaseView['mine']> {
  const step = NEXT[release?.status ?? 'none'];
  if (step === null || roleFor(caller, step, observation.gridPath) === null)
    return { step: null, whyNot: '' };
  const taker = await stepTakerOf(
    (collection, id) => unscoped(database, collection).get(id) as never,
    caller,
  );
  const whyNot = whyNotBy(taker, observation, release);
  return { step: whyNot === '' ? step : null, whyNot };
}
