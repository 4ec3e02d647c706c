import * as z from 'zod';
import { claimActions } from './claims';
import type { Contract } from './contract';
import { RequestId } from './grid';
import {
  Change,
  Consent,
  HeadForm,
  Household,
  HouseholdView,
  MAX_MEMBERS,
  QueueRow,
  QueueStatus,
  Reason,
  VERIFIERS,
} from './household';
import { householdLifeActions } from './household-life';
import { PersonChange, PersonForm } from './person';
import { phoneActions } from './household-phones';

export { HouseholdStatus, HouseholdView, QueueRow, QueueStatus } from './household';

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
      duplicates: z.array(
        z.object({
          personId: z.string(),
          /** Null where the other file is not the caller's to open. */
          householdId: z.string().nullable(),
          place: z.string(),
          headName: z.string().nullable(),
        }),
      ),
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
      /** A child's guardian said yes at the door; needed where nobody of the household has consented as guardian. */
      guardianTold: z.boolean().default(false),
      people: z
        .array(PersonChange)
        .min(1, '至少要有户主')
        .max(MAX_MEMBERS + 1),
    }),
    output: HouseholdView,
  },
  ...claimActions,
  ...phoneActions,
  ...householdLifeActions,
} satisfies Contract;
