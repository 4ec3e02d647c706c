import type * as z from 'zod';
import type { CertificateView, certificateActions } from '../contracts/certificates';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { CertificateDocument } from './certificate.document';
import { readCertificate, readOwnCertificates } from './certificate.repository';
import { certificateView, stateOf } from './certificate-view';

type Own = z.output<typeof certificateActions.myCertificates.output>;

const VERIFY_PAGE = 'packages/release/verify/index';
/** Shown on a phone, not on a wall: a slow network carries a quarter of a poster's. */
const CODE_PX = 430;

/** One certificate with its code, within the caller's household or grids. */
export async function showCertificate(
  { certificateId }: { certificateId: string },
  context: Context,
): Promise<CertificateView> {
  const certificate = await readCertificate(context, certificateId);
  return withCode(context, certificate);
}

export async function withCode(context: Context, certificate: CertificateDocument): Promise<CertificateView> {
  const { householdId, personId, gridPath } = certificate;
  context.about({ householdId, personId, gridPath });
  return certificateView(certificate, await codeOf(context, certificate._id), context.now);
}

/** Scanned with WeChat's own camera it opens the page that verifies it. None before the mini-program is published: the rest still shows. */
async function codeOf({ miniProgramCode }: Context, scene: string): Promise<CertificateView['code']> {
  try {
    const { format, content } = await miniProgramCode({ page: VERIFY_PAGE, scene, width: CODE_PX });
    return { format, base64: content.toString('base64') };
  } catch (fault) {
    if (fault instanceof AppError && fault.code === 'CONFLICT') return null;
    throw fault;
  }
}

export async function listOwnCertificates(_: object, context: Context): Promise<Own> {
  const certificates = await readOwnCertificates(context);
  return {
    rows: certificates.map((certificate) => ({
      certificateId: certificate._id,
      number: certificate.number,
      name: certificate.name,
      measure: certificate.measure,
      state: stateOf(certificate, context.now),
      lastDate: certificate.lastDate,
    })),
  };
}
