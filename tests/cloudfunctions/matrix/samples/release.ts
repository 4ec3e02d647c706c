import type { ObservationDocument } from '../../../../cloudfunctions/observation/observation.document';
import { digestOf, publishedRows } from '../../../../cloudfunctions/release/published-rows';
import { putFinishedObservation } from '../../../support/finished-observations';
import { newRequestId } from '../../../support/forms';
import { putCertificate, putPublication, putRelease } from '../../../support/releases';
import type { Township, Village } from '../../../support/township';
import type { SamplesOf } from './samples-of';

export const release: SamplesOf<'release'> = {
  ready: () => ({}),
  queue: () => ({ step: 'check' }),
  show: ({ township, enrolled }) => ({
    observationId: putFinishedObservation(township, enrolled.householdId)._id,
  }),
  propose: ({ township, enrolled }) => attested(putFinishedObservation(township, enrolled.householdId)),
  check: ({ township, enrolled }) => attested(putRelease(township, enrolled.householdId, 'proposed')),
  approve: ({ township, enrolled }) => attested(putRelease(township, enrolled.householdId, 'checked')),
  sendBack: ({ township, enrolled }) => ({
    ...attested(putRelease(township, enrolled.householdId, 'checked')),
    reason: '记录不全',
  }),
  myCertificates: () => ({}),
  certificate: ({ township, enrolled }) => ({
    certificateId: putCertificate(township, enrolled.householdId),
  }),
  certificateForStaff: ({ township, enrolled }) => ({
    certificateId: putCertificate(township, enrolled.householdId),
  }),
  verify: ({ township, enrolled }) => ({ certificateId: putCertificate(township, enrolled.householdId) }),
  publicKey: () => ({}),
  revoke: ({ township, enrolled }) => ({
    requestId: newRequestId(),
    certificateId: putCertificate(township, enrolled.householdId),
    reason: '发错了人',
  }),
  publicationDraft: ({ township }) => ({ gridId: township.here.gridId }),
  publish: ({ township }) => ({
    requestId: newRequestId(),
    gridId: township.here.gridId,
    digest: digestOf(publishedRows(observedIn(township, township.here))),
  }),
  published: () => ({}),
  publications: ({ township }) => ({ gridId: township.here.gridId }),
  publication: ({ township }) => ({
    publicationId: putPublication(township, township.here, township.town.name),
  }),
  withdrawPublication: ({ township }) => ({
    publicationId: putPublication(township, township.here, township.town.name),
    reason: '名单有误',
  }),
};

const attested = ({ _id, version }: ObservationDocument) => ({
  requestId: newRequestId(),
  observationId: _id,
  version,
});

/** Who is under a measure in a village now. */
const observedIn = (township: Township, { gridId }: Village): ObservationDocument[] =>
  township
    .documents<ObservationDocument>('observations')
    .filter(
      ({ gridPath, status }) =>
        gridPath.includes(gridId) && ['active', 'paused', 'releasing'].includes(status),
    );
