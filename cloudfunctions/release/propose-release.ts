import type { ReleaseView } from '../contracts/release';
import type { Context } from '../kernel/context';
import type { ObservationDocument } from '../observation/observation.document';
import type { ReleaseDocument } from './release.document';
import { type Seen, takeStep } from './take-step';

/** 村里提出. From here until it is released or comes back, nothing else ends the observation. */
export const proposeRelease = async (input: Seen, context: Context): Promise<ReleaseView> =>
  takeStep('propose', input, context, async ({ observation, release }, proposed) => ({
    observation: { ...observation, status: 'releasing' },
    release: {
      ...(release ?? newRelease(observation)),
      ...placed(observation),
      status: 'proposed',
      proposed,
    },
  }));

/** Where and of whom it is now: somebody may have moved since it came back. */
const placed = ({
  householdId,
  gridId,
  gridPath,
  pathNames,
  name,
  measure,
  lastDate,
}: ObservationDocument) => ({
  householdId,
  gridId,
  gridPath,
  pathNames,
  name,
  measure,
  lastDate,
});

const newRelease = (observation: ObservationDocument): ReleaseDocument => ({
  _id: observation._id,
  ...placed(observation),
  status: 'proposed',
  proposed: null,
  checked: null,
  approved: null,
  certificateId: null,
  history: [],
  queueKey: '',
});
