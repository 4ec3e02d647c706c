import type * as z from 'zod';
import type { certificateActions, Verification } from '../contracts/certificates';
import type { UseCase } from '../kernel/context';
import type { CertificateSigner } from './certificate-signature';
import { findCertificate } from './certificate.repository';
import { verified } from './certificate-view';

/** For whoever scanned it, known to us or not. What is on file is held against its signature each time. */
export const verifyCertificateWith =
  (signer: () => CertificateSigner): UseCase<{ certificateId: string }, Verification> =>
  async ({ certificateId }, context) => {
    const certificate = await findCertificate(context, certificateId);
    if (!certificate) return { state: 'unknown', certificate: null };
    // Nothing of a changed one is repeated: it would lend it credit.
    if (!signer().holds(certificate)) return { state: 'forged', certificate: null };
    return verified(certificate, context.now);
  };

export const showPublicKeyWith =
  (signer: () => CertificateSigner): UseCase<object, z.input<typeof certificateActions.publicKey.output>> =>
  async () => ({ algorithm: 'Ed25519', publicKey: signer().publicKey });
