import type { Dayjs } from 'dayjs';
import { maskName } from '../../miniprogram/shared/masks';
import type { CertificateView, Verification } from '../contracts/certificates';
import { toCalendarDate } from '../kernel/clock';
import type { CertificateDocument } from './certificate.document';

/** Revoked outlasts expired: whoever looks later shall still learn that it was taken back. */
export function stateOf(
  { revoked, validUntil }: Pick<CertificateDocument, 'revoked' | 'validUntil'>,
  now: Dayjs,
): CertificateView['state'] {
  if (revoked !== null) return 'revoked';
  return toCalendarDate(now) > validUntil ? 'expired' : 'valid';
}

export const certificateView = (
  certificate: CertificateDocument,
  code: CertificateView['code'],
  now: Dayjs,
): CertificateView => ({
  certificateId: certificate._id,
  number: certificate.number,
  organisation: certificate.organisation,
  state: stateOf(certificate, now),
  name: certificate.name,
  sex: certificate.sex,
  papersMask: certificate.papersMask,
  measure: certificate.measure,
  days: certificate.days,
  firstDate: certificate.firstDate,
  lastDate: certificate.lastDate,
  counts: certificate.counts,
  steps: certificate.steps,
  issuedAt: certificate.issuedAt,
  validUntil: certificate.validUntil,
  revoked: certificate.revoked && { at: certificate.revoked.at, reason: certificate.revoked.reason },
  code,
});

/** What anybody may learn: that it holds, for what, until when, and enough of the name to hold against a face that says it. */
export const verified = (certificate: CertificateDocument, now: Dayjs): Verification => ({
  state: stateOf(certificate, now),
  certificate: {
    number: certificate.number,
    organisation: certificate.organisation,
    nameMask: maskName(certificate.name),
    measure: certificate.measure,
    days: certificate.days,
    firstDate: certificate.firstDate,
    lastDate: certificate.lastDate,
    issuedAt: certificate.issuedAt,
    validUntil: certificate.validUntil,
    revokedAt: certificate.revoked?.at ?? null,
  },
});
