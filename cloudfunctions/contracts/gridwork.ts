import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, GridLevel, RequestId } from './grid';
import { Change, HouseholdView, QueueRow, Reason, VERIFIERS } from './household';
import { CalendarDate, CareCategory } from './person';
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

/** A visit that is agreed. */
export const VisitRow = MissingRow.extend({ date: CalendarDate, purpose: z.string() });
export type VisitRow = z.infer<typeof VisitRow>;

/** A file in the state in which the caller saw it. */
const FileSeen = z.object({ householdId: Change.householdId, version: Change.version });

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
  /**
   * One household on file twice: what stands in `drop` goes into `keep`, people and phones, and `drop` is closed. Both files lie in my grids;
   * of files that lie in two people's grids the office decides.
   */
  merge: {
    access: VERIFIERS,
    audit: 'personal',
    input: z.object({ requestId: RequestId, keep: FileSeen, drop: FileSeen, reason: Reason }),
    output: HouseholdView,
  },
  /** One person on file in two households who lives in the other: taken off this one. */
  takeOffDuplicate: {
    access: VERIFIERS,
    audit: 'personal',
    input: z.object({
      ...Change,
      personId: z.string().min(1).max(64),
      /** The household where the person stays. */
      livesIn: z.string().min(1).max(64),
      reason: Reason,
    }),
    output: HouseholdView,
  },
  /** Agrees on a day to visit a household that can't do things itself; a second plan replaces the first. */
  planVisit: {
    access: VERIFIERS,
    audit: 'personal',
    input: z.object({
      householdId: Change.householdId,
      date: CalendarDate,
      purpose: words('上门做什么', { min: 2, max: 40 }),
    }),
    output: VisitRow,
  },
  /** Visits that are agreed in my grids, earliest first: overdue ones, today's and the next. */
  visits: {
    access: VERIFIERS,
    audit: 'none',
    input: z.object({ after: z.string().max(200).optional() }),
    output: z.object({ rows: z.array(VisitRow), next: z.string().nullable() }),
  },
  /** How a visit went; `date` says which one, so that a second tap does not close the next. */
  closeVisit: {
    access: VERIFIERS,
    audit: 'personal',
    input: z.object({
      householdId: Change.householdId,
      date: CalendarDate,
      result: z.enum(['done', 'notMet'], '请选择见到了没有'),
    }),
    output: z.object({}),
  },
} satisfies Contract;
