import * as z from 'zod';
import type { Contract } from './contract';
import { QueueRow, VERIFIERS } from './household';
import { words } from './text';

/** A household that a search found, and whose name or phone it found in it. */
export const FoundRow = QueueRow.omit({ hasDuplicate: true, submittedAt: true }).extend({
  found: z.array(z.string()),
});
export type FoundRow = z.infer<typeof FoundRow>;

/** 网格工作: what grid members and leaders do besides the queue. */
export const gridworkContract = {
  /** Households in my grids by name, last four digits of a phone, or words of the address; those on the roster only as well. */
  search: {
    access: VERIFIERS,
    audit: 'none',
    limit: { times: 300, perSeconds: 3600, counted: 'instance' },
    input: z.object({
      words: words('姓名、手机尾号或住址', { max: 30 }),
      after: z.string().max(64).optional(),
    }),
    output: z.object({ rows: z.array(FoundRow), next: z.string().nullable() }),
  },
} satisfies Contract;
