import { chinaTime, toTimestamp } from '../../cloudfunctions/kernel/clock';
import type { ObservationDocument } from '../../cloudfunctions/observation/observation.document';
import type {
  CertificateDocument,
  CertificateFacts,
} from '../../cloudfunctions/release/certificate.document';
import { certificateSigner } from '../../cloudfunctions/release/certificate-signature';
import type { PublicationDocument } from '../../cloudfunctions/release/publication.document';
import type { ReleaseDocument, ReleaseStep } from '../../cloudfunctions/release/release.document';
import { putFinishedObservation } from './finished-observations';
import { newRequestId } from './forms';
import type { Township, Village } from './township';

type Where = Pick<Township, 'simulator' | 'documents'>;

const stepBy = (name: string, role: ReleaseStep['role'], at: string): ReleaseStep => ({
  openid: `o-test-step-${name}`,
  phoneIndex: null,
  papersIndex: null,
  name,
  role,
  at,
  requestId: newRequestId(),
});

/** Somebody of the household whose days are over and whose release has come as far as this, straight in the database. */
export function putRelease(
  where: Where,
  householdId: string,
  status: 'proposed' | 'checked',
): ObservationDocument {
  const observation = putFinishedObservation(where, householdId, {
    changes: () => ({ status: 'releasing', version: 2 }),
  });
  const { _id, gridId, gridPath, pathNames, name, measure, lastDate } = observation;
  const at = toTimestamp(chinaTime(where.simulator.clock.now()));
  const proposed = stepBy('张丽', 'gridMember', at);
  const checked = status === 'checked' ? stepBy('何静', 'townOfficer', at) : null;
  const release: ReleaseDocument = {
    _id,
    householdId,
    gridId,
    gridPath,
    pathNames,
    name,
    measure,
    lastDate,
    status,
    proposed,
    checked,
    approved: null,
    certificateId: null,
    history: [
      { ...eventOf(proposed), what: 'propose' },
      ...(checked ? [{ ...eventOf(checked), what: 'check' as const }] : []),
    ],
    queueKey: `${at} ${_id}`,
  };
  where.simulator.database.insertMany('releases', [release]);
  return observation;
}

const eventOf = ({ name, role, at, openid, requestId }: ReleaseStep) => ({
  name,
  role,
  at,
  reason: null,
  by: openid,
  requestId,
});

/** A certificate of the household's head, signed as the product signs; answers its id. */
export function putCertificate(where: Where, householdId: string): string {
  const {
    _id: observationId,
    personId,
    gridPath,
    pathNames,
    name,
    sex,
    papersMask,
    measure,
    days,
    firstDate,
    lastDate,
  } = putFinishedObservation(where, householdId, { changes: () => ({ status: 'released' }) });
  const now = chinaTime(where.simulator.clock.now());
  const facts: CertificateFacts = {
    _id: newRequestId().replaceAll('-', '').slice(0, 30),
    number: '青防证〔2026〕9001 号',
    observationId,
    householdId,
    personId,
    gridPath,
    pathNames,
    organisation: `${pathNames[0] ?? ''}疫情防控指挥部`,
    name,
    sex,
    papersMask,
    measure,
    days,
    firstDate,
    lastDate,
    counts: { normalTemperatures: 28, negativeTests: 3, abnormal: 0 },
    steps: ['张立新', '何静', '方敏'].map((signer) => ({
      name: signer,
      date: toTimestamp(now).slice(0, 10),
    })),
    issuedAt: toTimestamp(now),
    validUntil: toTimestamp(now.add(14, 'day')).slice(0, 10),
  };
  const signature = certificateSigner(where.simulator.secrets).sign(facts);
  const certificate: CertificateDocument = { ...facts, signature, revoked: null };
  where.simulator.database.insertMany('certificates', [certificate]);
  return certificate._id;
}

/** A list that the village published, with one person on it; answers its id. */
export function putPublication(
  { simulator }: Pick<Township, 'simulator'>,
  {
    gridId,
    gridPath,
    name,
    team,
  }: Pick<Village, 'gridId' | 'gridPath' | 'name'> & { team: { name: string } },
  townName: string,
): string {
  const publishedAt = toTimestamp(chinaTime(simulator.clock.now()));
  const _id = `${gridId}.${newRequestId()}`;
  const publication: PublicationDocument = {
    _id,
    gridId,
    gridPath,
    pathNames: [townName, name],
    rows: [
      { nameMask: '周*', team: team.name, measure: 'homeObservation', from: '2026-11-10', to: '2026-11-23' },
    ],
    publishedBy: 'o-test-publisher',
    publishedByName: '李国强',
    role: 'gridLeader',
    publishedAt,
    order: `${publishedAt} ${_id}`,
    withdrawn: null,
  };
  simulator.database.insertMany('publications', [publication]);
  return _id;
}
