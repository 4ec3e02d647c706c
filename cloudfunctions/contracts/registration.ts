import * as z from 'zod';
import { CONSENT_VERSION } from '../../miniprogram/shared/consent';
import type { Contract } from './contract';
import { GridId, RequestId } from './grid';
import { PersonChange, PersonForm, PersonView, Phone } from './person';
import { words } from './text';

/**
 * submitted 待核实 → verified 已核实, or returned 退回修改 → submitted again.
 * Before: rostered, known from the roster and not registered yet (no consent, no phone). After: closed, kept for history only.
 */
export const HouseholdStatus = z.enum(['rostered', 'submitted', 'returned', 'verified', 'closed']);
export type HouseholdStatus = z.infer<typeof HouseholdStatus>;

/** The files that a grid member works through. */
export const QueueStatus = HouseholdStatus.extract(['submitted', 'returned', 'verified']);
export type QueueStatus = z.infer<typeof QueueStatus>;

const Address = words('住址', { min: 2, max: 60 });
const Tenure = z.enum(['owner', 'tenant'], '请选择自家的房还是租的房');
const MAX_MEMBERS = 30;

/**
 * Consent to the privacy text, with the version that was shown (Personal Information Protection Law, articles 14 and 29).
 * A child under 14 needs the guardian's own consent (article 31), given by the person who fills in the form.
 */
const Consent = z.object({
  version: z.literal(CONSENT_VERSION, '隐私说明有更新，请重新阅读并同意'),
  guardianForChildren: z.boolean().default(false),
});

const HeadForm = PersonForm.extend({ phone: Phone, relation: z.literal('head') });
const Household = z.object({ gridId: GridId, address: Address, tenure: Tenure });

export const HouseholdView = z.object({
  householdId: z.string(),
  gridId: GridId,
  place: z.string(),
  address: z.string(),
  tenure: Tenure,
  status: HouseholdStatus,
  /** Goes up with each change; send it back to change what you saw and not what somebody else wrote since. */
  version: z.number().int(),
  submittedAt: z.iso.datetime({ offset: true }),
  verifiedAt: z.iso.datetime({ offset: true }).nullable(),
  /** Why it was returned, in the grid member's words. */
  returnReason: z.string().nullable(),
  people: z.array(PersonView),
});
export type HouseholdView = z.infer<typeof HouseholdView>;

export const QueueRow = z.object({
  householdId: z.string(),
  headName: z.string(),
  place: z.string(),
  address: z.string(),
  peopleCount: z.number().int(),
  careCount: z.number().int(),
  submittedAt: z.iso.datetime({ offset: true }),
  status: HouseholdStatus,
  /** Somebody in it has papers that stand in another household's file too. */
  hasDuplicate: z.boolean(),
});
export type QueueRow = z.infer<typeof QueueRow>;

const Reason = words('原因', { min: 2, max: 100 });
const Change = {
  requestId: RequestId,
  householdId: z.string().min(1).max(64),
  version: z.number().int().min(1),
};
const VERIFIERS = { by: 'staff', roles: ['gridMember', 'gridLeader', 'townOfficer'] } as const;

/** 居民登记: one file per household, checked by its grid member. */
export const registrationContract = {
  /** A household registers itself. The same `requestId`, or a second form from the same phone, enrols once. */
  enrol: {
    access: { by: 'anyone' },
    audit: 'personal',
    limit: { times: 10, perSeconds: 3600, counted: 'database' },
    input: Household.extend({
      requestId: RequestId,
      consent: Consent,
      head: HeadForm,
      members: z.array(PersonForm).max(MAX_MEMBERS, `一户最多登记 ${MAX_MEMBERS} 位家人`),
    }),
    output: HouseholdView,
  },
  /** My own household's file. */
  myHousehold: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object({}),
    output: HouseholdView,
  },
  /** The household changes its own file; it then waits for the grid member again. People left out of `people` are taken off. */
  changeMyHousehold: {
    access: { by: 'household' },
    audit: 'personal',
    limit: { times: 20, perSeconds: 3600, counted: 'instance' },
    input: Household.extend({
      requestId: RequestId,
      version: z.number().int().min(1),
      consent: Consent,
      people: z
        .array(PersonChange)
        .min(1, '至少要有户主')
        .max(MAX_MEMBERS + 1),
    }),
    output: HouseholdView,
  },
  /** Households in my grids by status, longest waiting first; `after` is the last page's `next`. */
  queue: {
    access: VERIFIERS,
    audit: 'none',
    input: z.object({ status: QueueStatus, after: z.string().max(200).optional() }),
    output: z.object({ rows: z.array(QueueRow), next: z.string().nullable() }),
  },
  /** One file in my grids, numbers masked. That it was looked at is recorded. */
  household: {
    access: VERIFIERS,
    audit: 'personal',
    input: z.object({ householdId: z.string().min(1).max(64) }),
    output: HouseholdView.extend({
      /** Same papers in another file: enough to go and ask, nothing more. */
      duplicates: z.array(z.object({ personId: z.string(), place: z.string(), headName: z.string() })),
    }),
  },
  /** Opens one sealed number, for a stated reason. */
  openNumber: {
    access: VERIFIERS,
    audit: 'personal',
    limit: { times: 60, perSeconds: 3600, counted: 'database' },
    input: z.object({
      householdId: z.string().min(1).max(64),
      personId: z.string().min(1).max(64),
      field: z.enum(['papers', 'phone']),
      reason: Reason,
    }),
    output: z.object({ value: z.string() }),
  },
  verify: { access: VERIFIERS, audit: 'personal', input: z.object(Change), output: HouseholdView },
  /** 退回修改: the household sees the reason and corrects its file. */
  returnToHousehold: {
    access: VERIFIERS,
    audit: 'personal',
    input: z.object({ ...Change, reason: Reason }),
    output: HouseholdView,
  },
  /** The grid member corrects a file at the door; it stays in the state it was in. */
  correct: {
    access: VERIFIERS,
    audit: 'personal',
    input: Household.extend({
      ...Change,
      reason: Reason,
      people: z
        .array(PersonChange)
        .min(1, '至少要有户主')
        .max(MAX_MEMBERS + 1),
    }),
    output: HouseholdView,
  },
} satisfies Contract;
