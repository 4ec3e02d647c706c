import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, GridLevel } from './grid';
import { QueueRow, VERIFIERS } from './household';
import { CareCategory } from './person';
import { words } from './text';

/** A household that a search found, and whose name or phone it found in it. */
export const FoundRow = QueueRow.omit({ hasDuplicate: true, submittedAt: true }).extend({
  found: z.array(z.string()),
});
export type FoundRow = z.infer<typeof FoundRow>;

/** How far the registration of one grid has come, everything below it included. */
const Coverage = z.object({
  gridId: GridId,
  name: z.string(),
  /** By the village's roll, and never fewer than there are files. */
  known: z.number().int(),
  registered: z.number().int(),
  verified: z.number().int(),
  /** On the roster, not registered yet. */
  rostered: z.number().int(),
});

/** A household that has not registered, as the roster knows it. */
export const MissingRow = QueueRow.pick({
  householdId: true,
  headName: true,
  place: true,
  address: true,
  peopleCount: true,
  careCount: true,
});
export type MissingRow = z.infer<typeof MissingRow>;

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
  /** Coverage of one of my grids and of those right below it, worst first; of the first grid I hold when none is named. */
  coverage: {
    access: VERIFIERS,
    audit: 'none',
    input: z.object({ gridId: GridId.optional() }),
    output: z.object({
      grid: Coverage.extend({ place: z.string(), level: GridLevel }),
      below: z.array(Coverage),
      /** People on file in each care category. */
      care: z.array(z.object({ category: CareCategory, people: z.number().int() })),
    }),
  },
  /** Who of the roster has not registered in one of my grids, page by page. */
  missing: {
    access: VERIFIERS,
    audit: 'none',
    input: z.object({ gridId: GridId, after: z.string().max(200).optional() }),
    output: z.object({ rows: z.array(MissingRow), next: z.string().nullable() }),
  },
} satisfies Contract;
