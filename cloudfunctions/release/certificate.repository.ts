import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type CertificateDocument, CERTIFICATES } from './certificate.document';

/** The same answer for a certificate elsewhere and for none at all. */
export const noCertificate = (): AppError => new AppError('NOT_FOUND', '没有找到这份证明');

const certificatesOf = (context: Context) =>
  scoped<CertificateDocument>(context, CERTIFICATES, 'householdId');

/** One of the caller's household or grids. */
export async function readCertificate(context: Context, certificateId: string): Promise<CertificateDocument> {
  const certificate = await certificatesOf(context).get(certificateId);
  if (!certificate) throw noCertificate();
  return certificate;
}

/** More than a household reads through. */
const MOST_SHOWN = 50;

export const readOwnCertificates = async (context: Context): Promise<CertificateDocument[]> =>
  certificatesOf(context).find({}, { orderBy: [['issuedAt', 'desc']], limit: MOST_SHOWN });

/** By the id in its code, for whoever holds it: past every scope, so what is told of it is little. */
export const findCertificate = async (
  { database }: Pick<Context, 'database'>,
  certificateId: string,
): Promise<CertificateDocument | null> =>
  unscoped<CertificateDocument>(database, CERTIFICATES).get(certificateId);
