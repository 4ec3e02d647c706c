import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, RequestId } from './grid';
import { Change, Consent, Household, HouseholdView, MAX_MEMBERS, Reason, VERIFIERS } from './household';
import { PersonForm, Relation } from './person';

const Moment = z.iso.datetime({ offset: true });

/** What happens to a household's file beside its own forms. */
export const householdLifeActions = {
  /** 上门登记: the grid member enrols a household that can't do it itself, after telling it what it agrees to. */
  enrolFor: {
    access: VERIFIERS,
    audit: 'personal',
    input: Household.extend({
      requestId: RequestId,
      consent: Consent.extend({ told: z.literal(true, '请先把隐私说明念给住户听，住户同意了再登记') }),
      /** Many elderly have no phone; that is why somebody comes to their door. */
      head: PersonForm.extend({ relation: z.literal('head') }),
      members: z.array(PersonForm).max(MAX_MEMBERS, `一户最多登记 ${MAX_MEMBERS} 位家人`),
    }),
    output: HouseholdView,
  },
  /** 谁看过: who looked at or changed my household's file, newest first; `after` is the last page's `next`. */
  trail: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object({ after: z.string().max(100).optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          at: Moment,
          /** `registration.openNumber` */
          action: z.string(),
          by: z.enum(['family', 'staff', 'other']),
          name: z.string().nullable(),
          roles: z.array(z.object({ role: z.string(), place: z.string() })),
          /** Whose number it was, where it was one person's. */
          personName: z.string().nullable(),
          reason: z.string().nullable(),
          succeeded: z.boolean(),
        }),
      ),
      next: z.string().nullable(),
    }),
  },
  /** 注销: my phone leaves the product. What stays of a family's file and why stands in the text that is shown before. */
  deleteAccount: {
    access: { by: 'anyone' },
    audit: 'personal',
    input: z.object({ understood: z.literal(true, '请先看完，再勾选') }),
    output: z.object({ fileErased: z.boolean(), keepsPosts: z.boolean() }),
  },
  /** 换户主: everybody's relation is to the new head from then on, so each is said anew. */
  changeHead: {
    access: VERIFIERS,
    audit: 'personal',
    input: z.object({
      ...Change,
      reason: Reason,
      headId: z.string().min(1).max(64),
      relations: z
        .array(z.object({ personId: z.string().min(1).max(64), relation: Relation.exclude(['head']) }))
        .max(MAX_MEMBERS),
    }),
    output: HouseholdView,
  },
  /**
   * 转到别的村组: the household lives in another team of the town. Its file waits there to be verified anew; who hands it over sees it no
   * longer unless that team is theirs too.
   */
  handOver: {
    access: VERIFIERS,
    audit: 'personal',
    input: z.object({ ...Change, reason: Reason, gridId: GridId }),
    output: z.object({}),
  },
  /** 搬走: out of the town. The file closes, and the household's phones leave it. */
  moveOut: {
    access: VERIFIERS,
    audit: 'personal',
    input: z.object({ ...Change, reason: Reason }),
    output: z.object({}),
  },
} satisfies Contract;
