import { randomBytes } from 'node:crypto';
import { addDays } from '../../miniprogram/shared/slots';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/transaction';
import type { ObservationDocument } from '../observation/observation.document';
import type { CertificateSigner } from './certificate-signature';
import {
  type CertificateDocument,
  type CertificateFacts,
  type CertificateNumbers,
  CERTIFICATE_NUMBERS,
  CERTIFICATES,
} from './certificate.document';
import { countsOf } from './record-counts';
import type { ReleaseStep } from './release.document';

/** 120 bits: 30 characters, which fit the 32 of a mini-program code. */
const ID_BYTES = 15;
const DIGITS = 4;

/** Writes the certificate with the town's next number, inside the transaction that releases. */
export async function issueCertificate(
  transaction: Transaction,
  { now }: Pick<Context, 'now'>,
  signer: CertificateSigner,
  {
    observation,
    steps,
    validDays,
  }: { observation: ObservationDocument; steps: readonly ReleaseStep[]; validDays: number },
): Promise<CertificateDocument> {
  const today = toCalendarDate(now);
  const [town = ''] = observation.pathNames;
  const facts: CertificateFacts = {
    _id: randomBytes(ID_BYTES).toString('hex'),
    number: await nextNumber(transaction, observation, today.slice(0, 4)),
    observationId: observation._id,
    householdId: observation.householdId,
    personId: observation.personId,
    gridPath: observation.gridPath,
    pathNames: observation.pathNames,
    organisation: `${town}疫情防控指挥部`,
    name: observation.name,
    sex: observation.sex,
    papersMask: observation.papersMask,
    measure: observation.measure,
    days: observation.days,
    firstDate: observation.firstDate,
    lastDate: observation.lastDate,
    counts: countsOf(observation),
    steps: steps.map(({ name, at }) => ({ name, date: at.slice(0, 10) })),
    issuedAt: toTimestamp(now),
    validUntil: addDays(today, validDays),
  };
  const certificate = { ...facts, signature: signer.sign(facts), revoked: null };
  await transaction.add(CERTIFICATES, certificate);
  return certificate;
}

/** 「青防证〔2026〕0317 号」: counted in the same transaction, so that no number is skipped or given twice. */
async function nextNumber(
  transaction: Transaction,
  { gridPath, pathNames }: ObservationDocument,
  year: string,
): Promise<string> {
  const [townId = ''] = gridPath;
  const _id = `${townId}:${year}`;
  const last = (await transaction.get<CertificateNumbers>(CERTIFICATE_NUMBERS, _id))?.last ?? 0;
  await transaction.put(CERTIFICATE_NUMBERS, { _id, gridPath: [townId], last: last + 1 });
  const [first = ''] = pathNames[0] ?? '';
  return `${first}防证〔${year}〕${String(last + 1).padStart(DIGITS, '0')} 号`;
}
