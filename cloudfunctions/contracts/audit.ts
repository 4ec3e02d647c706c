import * as z from 'zod';
import type { Contract } from './contract';

/** 留痕: who did or read what. Append-only; sealed in batches so that tampering shows. */
export const auditContract = {
  /** Seals what came in since the last seal, with a hash over the batch and the previous seal. */
  seal: {
    access: { by: 'timer' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ sealed: z.number().int(), waiting: z.number().int() }),
  },
  /** Walks the chain of seals and names the first one that does not hold. */
  check: {
    access: { by: 'operator' },
    audit: 'none',
    input: z.object({ fromSeal: z.number().int().min(1).default(1) }),
    output: z.object({
      intact: z.boolean(),
      seals: z.number().int(),
      entries: z.number().int(),
      /** Where to go on: a long chain is checked in several calls. */
      next: z.number().int().nullable(),
      problem: z
        .object({ seal: z.number().int(), entryId: z.string().nullable(), what: z.string() })
        .nullable(),
    }),
  },
} satisfies Contract;
