import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type Environment, readKey } from '../kernel/environment';
import type { CertificateDocument, CertificateFacts } from './certificate.document';

/** PKCS #8 in DER for an Ed25519 private key, up to where its 32-byte seed follows (RFC 8410). */
const PKCS8_BEFORE_SEED = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The town's signature on certificates. */
export interface CertificateSigner {
  sign(facts: CertificateFacts): string;
  /** True when everything on the certificate is as it was signed. */
  holds(certificate: CertificateDocument): boolean;
  /** SubjectPublicKeyInfo in DER, in base64. */
  publicKey: string;
}

/** Whoever has the seed can sign; whoever has only the database can't. */
export function certificateSigner(environment: Environment): CertificateSigner {
  const seed = readKey(environment, 'CUNAN_CERTIFICATE_KEY');
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8_BEFORE_SEED, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(key);
  return {
    sign: (facts) => sign(null, payloadOf(facts), key).toString('base64url'),
    holds: (certificate) => isSigned(certificate, publicKey),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}

const isSigned = (certificate: CertificateDocument, publicKey: KeyObject): boolean =>
  verify(null, payloadOf(certificate), publicKey, Buffer.from(certificate.signature, 'base64url'));

/** Everything on it in a fixed order, so that a database may store the fields in any. */
const payloadOf = (facts: CertificateFacts): Buffer =>
  Buffer.from(
    JSON.stringify([
      'certificate',
      facts._id,
      facts.number,
      facts.observationId,
      facts.householdId,
      facts.personId,
      facts.gridPath,
      facts.pathNames,
      facts.organisation,
      facts.name,
      facts.sex,
      facts.papersMask,
      facts.measure,
      facts.days,
      facts.firstDate,
      facts.lastDate,
      [facts.counts.normalTemperatures, facts.counts.negativeTests, facts.counts.abnormal],
      facts.steps.map(({ name, date }) => [name, date]),
      facts.issuedAt,
      facts.validUntil,
    ]),
  );
