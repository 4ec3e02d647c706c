import * as z from 'zod';
import type { Contract } from './contract';
import { RequestId } from './grid';
import { Measure } from './health';
import { Reason } from './household';
import { CalendarDate } from './person';

const Moment = z.iso.datetime({ offset: true });
const CertificateId = z.string('缺少证明编号').min(1, '缺少证明编号').max(64, '证明编号不对');

/** valid 有效, expired 过期, revoked 已作废 */
const CertificateState = z.enum(['valid', 'expired', 'revoked']);

/** A certificate as its household sees it. */
export const CertificateView = z.object({
  certificateId: z.string(),
  number: z.string(),
  organisation: z.string(),
  state: CertificateState,
  name: z.string(),
  sex: z.enum(['female', 'male']),
  papersMask: z.string(),
  measure: Measure,
  days: z.number().int(),
  firstDate: CalendarDate,
  lastDate: CalendarDate,
  counts: z.object({
    normalTemperatures: z.number().int(),
    negativeTests: z.number().int(),
    abnormal: z.number().int(),
  }),
  /** Village, town, headquarters. */
  steps: z.array(z.object({ name: z.string(), date: CalendarDate })),
  issuedAt: Moment,
  validUntil: CalendarDate,
  revoked: z.object({ at: Moment, reason: z.string() }).nullable(),
  /** Its mini-program code; null before the mini-program is published. */
  code: z.object({ format: z.enum(['png', 'jpg']), base64: z.string().max(700_000) }).nullable(),
});
export type CertificateView = z.infer<typeof CertificateView>;

/** What anybody may learn by scanning. */
const Verification = z.object({
  /** forged: it is on file, but what is on file is not what was signed. */
  state: z.enum([...CertificateState.options, 'forged', 'unknown']),
  certificate: z
    .object({
      number: z.string(),
      organisation: z.string(),
      /** 王** */
      nameMask: z.string(),
      measure: Measure,
      days: z.number().int(),
      firstDate: CalendarDate,
      lastDate: CalendarDate,
      issuedAt: Moment,
      validUntil: CalendarDate,
      revokedAt: Moment.nullable(),
    })
    .nullable(),
});
export type Verification = z.infer<typeof Verification>;

const A_LOOK_AT_ONE = {
  audit: 'personal',
  input: z.object({ certificateId: CertificateId }),
  output: CertificateView,
} as const;

/** 期满证明: seen by whom it is about, verified by anybody. */
export const certificateActions = {
  /** My household's certificates, newest first. */
  myCertificates: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        z.object({
          certificateId: z.string(),
          number: z.string(),
          name: z.string(),
          measure: Measure,
          state: CertificateState,
          lastDate: CalendarDate,
        }),
      ),
    }),
  },
  /** One of my household's. */
  certificate: { access: { by: 'household' }, ...A_LOOK_AT_ONE },
  /** One of my grids'. */
  certificateForStaff: {
    access: { by: 'staff', roles: ['gridMember', 'gridLeader', 'townOfficer'] },
    ...A_LOOK_AT_ONE,
  },
  /** Whether a certificate holds: for whoever scanned its code. Nothing is told but what they have to know. */
  verify: {
    access: { by: 'anyone' },
    audit: 'none',
    limit: { times: 200, perSeconds: 3600, counted: 'instance' },
    input: z.object({ certificateId: CertificateId }),
    output: Verification,
  },
  /** What the signatures can be checked with, without us. */
  publicKey: {
    access: { by: 'anyone' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ algorithm: z.literal('Ed25519'), publicKey: z.string() }),
  },
  /** 作废: whoever scans it from now on is told so. */
  revoke: {
    access: { by: 'staff', roles: ['townOfficer'] },
    audit: 'personal',
    input: z.object({ requestId: RequestId, certificateId: CertificateId, reason: Reason }),
    output: CertificateView,
  },
} satisfies Contract;
