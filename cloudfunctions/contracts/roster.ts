import * as z from 'zod';
import type { Contract } from './contract';
import { Grid, GridId, RequestId } from './grid';
import { words } from './text';

const VILLAGE = { by: 'staff', roles: ['gridLeader', 'townOfficer'] } as const;
const JobId = z.string('缺少导入编号').regex(/^j[a-f0-9]{24}$/, '导入编号不对');
const Count = z.number().int();
const Moment = z.iso.datetime({ offset: true });

/**
 * What became of a row, or would.
 * - `same`: on file already and nothing to change, because it says the same or because the household registered itself
 * - `duplicate`: the papers stand in another household's file; a person is never put on file twice
 * - `unlisted`: the household registered itself, without this person: somebody has to go and ask
 */
export const RowOutcome = z.enum(['new', 'changed', 'same', 'duplicate', 'unlisted', 'wrong']);
export type RowOutcome = z.infer<typeof RowOutcome>;

export const RosterJob = z.object({
  jobId: z.string(),
  fileName: z.string(),
  /** checking → checked, and when somebody says so, applying → applied. Between calls nothing runs: the phone drives. */
  status: z.enum(['checking', 'checked', 'applying', 'applied']),
  rows: Count,
  households: Count,
  /** Rows that this pass has been through. */
  done: Count,
  counts: z.record(RowOutcome, Count),
  startedAt: Moment,
  startedBy: z.string(),
});
export type RosterJob = z.infer<typeof RosterJob>;

export const RosterFault = z.object({
  /** As the spreadsheet numbers them: the first row under the headings is 2. */
  row: Count,
  /** The column's heading; null for what concerns the whole row. */
  column: z.string().nullable(),
  outcome: RowOutcome,
  /** Never quotes a cell: faults are kept in the clear. */
  message: z.string(),
});
export type RosterFault = z.infer<typeof RosterFault>;

/** 花名册: a village's roll of households, from and to a spreadsheet. */
export const rosterContract = {
  /** A village's counts, and its latest import. */
  overview: {
    access: VILLAGE,
    audit: 'none',
    input: z.object({ gridId: GridId }),
    output: z.object({
      village: Grid,
      known: Count,
      rostered: Count,
      registered: Count,
      job: RosterJob.nullable(),
    }),
  },
  /** An empty spreadsheet with the headings, and a second sheet that explains them. */
  template: {
    access: VILLAGE,
    audit: 'none',
    limit: { times: 30, perSeconds: 3600, counted: 'instance' },
    input: z.object({ gridId: GridId }),
    output: z.object({ fileName: z.string(), base64: z.string() }),
  },
  /** Takes over an uploaded spreadsheet: reads and seals its rows and deletes the file. The same `requestId` is the same import. */
  stage: {
    access: VILLAGE,
    audit: 'personal',
    limit: { times: 30, perSeconds: 3600, counted: 'database' },
    input: z.object({
      requestId: RequestId,
      gridId: GridId,
      fileId: z
        .string('请选择表格')
        .max(500)
        .regex(/^cloud:\/\/[^/]+\/roster-uploads\/[A-Za-z0-9_-]{16,64}\.xlsx$/, '请选择 xlsx 表格'),
      fileName: words('文件名', { max: 100 }),
    }),
    output: RosterJob,
  },
  /** Goes on with the dry run for a few seconds; call it until the status is `checked`. Writes nothing to any file. */
  check: { access: VILLAGE, audit: 'personal', input: z.object({ jobId: JobId }), output: RosterJob },
  /** Starts applying, or goes on with it for a few seconds; call it until the status is `applied`. */
  apply: { access: VILLAGE, audit: 'personal', input: z.object({ jobId: JobId }), output: RosterJob },
  /** Drops an import that isn't applied, with its rows. */
  discard: { access: VILLAGE, audit: 'personal', input: z.object({ jobId: JobId }), output: z.object({}) },
  /** What was wrong, in the order of the rows; `after` is the last page's `next`. */
  faults: {
    access: VILLAGE,
    audit: 'none',
    input: z.object({ jobId: JobId, after: z.number().int().min(0).max(100_000).optional() }),
    output: z.object({ faults: z.array(RosterFault), next: Count.nullable() }),
  },
  /** The village's households in the same columns, numbers in the clear: for a stated reason, at an address that soon ends. */
  export: {
    access: VILLAGE,
    audit: 'personal',
    limit: { times: 10, perSeconds: 3600, counted: 'database' },
    input: z.object({ gridId: GridId, reason: words('原因', { min: 2, max: 100 }) }),
    output: z.object({
      url: z.string(),
      fileName: z.string(),
      people: Count,
      households: Count,
      expiresAt: Moment,
    }),
  },
  /** Deletes exported files, uploads that nobody finished, and rows of old imports. */
  sweep: {
    access: { by: 'timer' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ files: Count, jobs: Count }),
  },
} satisfies Contract;
