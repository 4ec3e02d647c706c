import type { ReleaseView } from '../../../cloudfunctions/contracts';
import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import type { ReleaseDocument } from '../../../cloudfunctions/release/release.document';
import { putFinishedObservation } from '../../support/finished-observations';
import { newRequestId } from '../../support/forms';
import type { Phone, Township } from '../../support/township';

/** Those who take the three steps in the village `here`. */
export function stepTakers(township: Township) {
  const hold = (role: 'gridMember' | 'gridLeader' | 'townOfficer', path: readonly string[], which = '1') =>
    township.as(township.holderOf(role, path, which));
  return {
    member: () => hold('gridMember', township.here.team.gridPath),
    leader: () => hold('gridLeader', township.here.gridPath),
    officer: () => hold('townOfficer', [township.town.gridId]),
    headquarters: () => hold('townOfficer', [township.town.gridId], 'headquarters'),
  };
}

/** The household of the village `here`, and somebody of it whose days are over. */
export const finish = (
  township: Township,
  changes: (observation: ObservationDocument) => Partial<ObservationDocument> = () => ({}),
): ObservationDocument => putFinishedObservation(township, township.here.householdId, { changes });

/** What a page sends back of what it showed. */
export const seen = ({ observationId, version }: Pick<ReleaseView, 'observationId' | 'version'>) => ({
  requestId: newRequestId(),
  observationId,
  version,
});

export const shown = async (phone: Phone, { _id }: Pick<ObservationDocument, '_id'>) =>
  phone.get('release', 'show', { observationId: _id });

/** Proposed, checked and approved by three people; answers the release. */
export async function releaseOf(township: Township, observation: ObservationDocument): Promise<ReleaseView> {
  const { member, officer, headquarters } = stepTakers(township);
  const first = await shown(member(), observation);
  const proposed = await member().get('release', 'propose', seen(first));
  const checked = await officer().get('release', 'check', seen(proposed));
  return headquarters().get('release', 'approve', seen(checked));
}

/** The release of an observation as it stands in the database. */
export const releaseRow = (
  { documents }: Pick<Township, 'documents'>,
  { _id }: Pick<ObservationDocument, '_id'>,
): ReleaseDocument | undefined => documents<ReleaseDocument>('releases').find((one) => one._id === _id);
