import * as z from 'zod';
import type { Contract } from './contract';
import { RequestId } from './grid';
import { Consent, VERIFIERS } from './household';
import { Papers, PersonName, Phone, Relation } from './person';

const ClaimId = z.string().min(1).max(64);

/** A claim as whoever decides on it sees it: which person of which file, and from what number. */
export const ClaimView = z.object({
  claimId: ClaimId,
  householdId: z.string(),
  personId: z.string(),
  personName: z.string(),
  relation: Relation,
  headName: z.string(),
  place: z.string(),
  /** The file stands on the roster only: confirming registers the household. */
  rostered: z.boolean(),
  phoneMask: z.string(),
  sentAt: z.iso.datetime({ offset: true }),
});
export type ClaimView = z.infer<typeof ClaimView>;

const Decision = { claimId: ClaimId, decision: z.enum(['confirm', 'refuse'], '请选择是不是本人') };
const Who = { name: PersonName, papers: Papers };

/** 认领: somebody whose papers stand in a file already asks to be let into it. */
export const claimActions = {
  /**
   * Whether somebody with these papers and this name stands in a file already. Nothing but the first character of the head's name
   * is told, so that knowing a number opens nobody's file.
   */
  findHousehold: {
    access: { by: 'anyone' },
    audit: 'personal',
    limit: { times: 10, perSeconds: 3600, counted: 'database' },
    input: z.object(Who),
    output: z.object({ found: z.object({ headMask: z.string() }).nullable() }),
  },
  /** 认领: asks to be let into the file in which the caller's papers stand. Its head or the grid member decides. */
  claim: {
    access: { by: 'anyone' },
    audit: 'personal',
    limit: { times: 10, perSeconds: 3600, counted: 'database' },
    input: z.object({ requestId: RequestId, ...Who, phone: Phone, consent: Consent }),
    output: z.object({ headMask: z.string() }),
  },
  /** Takes back my own claim, or puts away a refused one. */
  withdrawClaim: {
    access: { by: 'anyone' },
    audit: 'personal',
    input: z.object({}),
    output: z.object({}),
  },
  /** Claims that wait in my grids, oldest first. */
  claims: {
    access: VERIFIERS,
    audit: 'none',
    input: z.object({}),
    output: z.object({ claims: z.array(ClaimView) }),
  },
  /** The grid member, who knows the people, confirms or refuses. */
  decideClaim: { access: VERIFIERS, audit: 'personal', input: z.object(Decision), output: z.object({}) },
  /** The head of the household does, from their own phone. */
  decideClaimOnMyHousehold: {
    access: { by: 'household' },
    audit: 'personal',
    input: z.object(Decision),
    output: z.object({}),
  },
} satisfies Contract;
