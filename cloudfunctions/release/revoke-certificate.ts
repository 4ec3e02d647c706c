import type * as z from 'zod';
import type { CertificateView, certificateActions } from '../contracts/certificates';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { mayTouchGrid } from '../kernel/scope';
import { inTransaction } from '../kernel/transaction';
import { type CertificateDocument, CERTIFICATES } from './certificate.document';
import { noCertificate } from './certificate.repository';
import { withCode } from './show-certificate';

type Input = z.output<typeof certificateActions.revoke.input>;

/** 作废. It can't be undone: whoever shall have one again goes the three steps again. */
export async function revokeCertificate(input: Input, context: Context): Promise<CertificateView> {
  const { caller, database, now, scope } = context;
  const { certificateId, reason, requestId } = input;
  context.about({ reason });
  const revoked = await inTransaction(database, async (transaction) => {
    const certificate = await transaction.get<CertificateDocument>(CERTIFICATES, certificateId);
    if (!certificate || !mayTouchGrid(scope, certificate.gridPath)) throw noCertificate();
    const { householdId, personId, gridPath } = certificate;
    context.about({ householdId, personId, gridPath });
    if (certificate.revoked !== null) {
      const { by, requestId: sent } = certificate.revoked;
      if (by === caller.openid && sent === requestId) return certificate;
      throw new AppError('CONFLICT', '这份证明已经作废了');
    }
    const next = {
      ...certificate,
      revoked: { by: caller.openid, byName: caller.name ?? '', at: toTimestamp(now), reason, requestId },
    };
    await transaction.put(CERTIFICATES, next);
    return next;
  });
  return withCode(context, revoked);
}
