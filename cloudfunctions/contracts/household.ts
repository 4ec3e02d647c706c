import * as z from 'zod';
import { CONSENT_VERSION } from '../../miniprogram/shared/consent';
import { GridId, RequestId } from './grid';
import { PersonForm, PersonView, Phone } from './person';
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
export const Tenure = z.enum(['owner', 'tenant'], '请选择自家的房还是租的房');
export const MAX_MEMBERS = 30;

/**
 * Consent to the privacy text, with the version that was shown (Personal Information Protection Law, articles 14 and 29).
 * A child under 14 needs the guardian's own consent (article 31), given by the person who fills in the form.
 */
export const Consent = z.object({
  version: z.literal(CONSENT_VERSION, '隐私说明有更新，请重新阅读并同意'),
  guardianForChildren: z.boolean().default(false),
});

export const HeadForm = PersonForm.extend({ phone: Phone, relation: z.literal('head') });
export const Household = z.object({ gridId: GridId, address: Address, tenure: Tenure });

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
  /** Its grid member handed it over to this place, where it waits: from where, and why. */
  handedOver: z
    .object({ from: z.string(), at: z.iso.datetime({ offset: true }), reason: z.string() })
    .nullable(),
  /** Somebody consented as guardian of the children in it. */
  guardianConsented: z.boolean(),
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

export const Reason = words('原因', { min: 2, max: 100 });
export const Change = {
  requestId: RequestId,
  householdId: z.string().min(1).max(64),
  version: z.number().int().min(1),
};
export const VERIFIERS = { by: 'staff', roles: ['gridMember', 'gridLeader', 'townOfficer'] } as const;
