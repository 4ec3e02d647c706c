import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, StaffRole } from './grid';
import { HouseholdStatus } from './registration';

const Coverage = z.object({
  gridId: GridId,
  name: z.string(),
  registered: z.number().int(),
  known: z.number().int(),
});

/** 首页: what is waiting for me now, by role. */
export const homeContract = {
  today: {
    access: { by: 'anyone' },
    audit: 'none',
    input: z.object({}),
    output: z.object({
      /** The town is set up; false only in an empty install, where the first officer must come first. */
      installed: z.boolean(),
      name: z.string().nullable(),
      place: z.string().nullable(),
      household: z
        .object({
          householdId: z.string(),
          status: HouseholdStatus,
          submittedAt: z.iso.datetime({ offset: true }),
          returnReason: z.string().nullable(),
          peopleCount: z.number().int(),
          /** Phones that ask to open our file, when I am the one who decides. */
          claims: z.number().int(),
        })
        .nullable(),
      /** My own claim on a file, while I have no household. */
      claim: z
        .object({
          headMask: z.string(),
          sentAt: z.iso.datetime({ offset: true }),
          refused: z.boolean(),
        })
        .nullable(),
      /** Whom to call: the grid member of my household's grid. Work numbers hang on the village's board anyway. */
      contact: z.object({ name: z.string(), phone: z.string() }).nullable(),
      posts: z.array(z.object({ role: StaffRole, gridId: GridId, place: z.string() })),
      /** For whoever verifies: how many files wait, and since when the oldest does. */
      queue: z
        .object({
          submitted: z.number().int(),
          returned: z.number().int(),
          oldestAt: z.iso.datetime({ offset: true }).nullable(),
          /** Claims on files in my grids. */
          claims: z.number().int(),
          /** Visits agreed for today, and those from before that nobody closed. */
          visits: z.number().int(),
        })
        .nullable(),
      /** The grids right below the caller's jurisdiction, worst first. */
      coverage: z.array(Coverage).nullable(),
    }),
  },
} satisfies Contract;
