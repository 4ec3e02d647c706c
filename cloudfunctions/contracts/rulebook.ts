import * as z from 'zod';
import type { Contract } from './contract';
import { RequestId } from './grid';
import { Measure } from './health';
import { CalendarDate } from './person';
import { RiskAreaForm, RiskAreaView, AreaListView } from './risk-area';
import { OfficialSource, RulebookForm, RulebookView } from './rules-text';
import { words } from './text';

/** The rules of a town are its office's; everybody on duty may read them. */
const OFFICE = { by: 'staff', roles: ['townOfficer'] } as const;
const STAFF = {
  by: 'staff',
  roles: ['gridMember', 'gridLeader', 'villageDoctor', 'checkpointGuard', 'townOfficer', 'inspector'],
} as const;
/** Who acts on people that a sweep found. */
const WATCHERS = {
  by: 'staff',
  roles: ['gridMember', 'gridLeader', 'villageDoctor', 'townOfficer'],
} as const;

const Count = z.number().int();
const Moment = z.iso.datetime({ offset: true });
const Version = z.number('缺少版本号').int('版本号不对').min(1, '版本号不对').max(100_000, '版本号不对');
const ListId = z.string('缺少清单编号').regex(/^a[a-f0-9]{24}$/, '清单编号不对');
const After = z.string().max(400).optional();

/** A second officer's word on what another proposed. */
const Decide = z
  .object({
    decision: z.enum(['approve', 'reject'], '请选择同意还是退回'),
    reason: words('原因', { min: 0, max: 200 }).default(''),
  })
  .refine(({ decision, reason }) => decision === 'approve' || reason.length >= 2, {
    path: ['reason'],
    message: '退回要写原因，至少 2 个字',
  });

const Outcome = z.object({ measure: Measure, days: Count, words: z.string() });

/** One part of a preview; the phone asks on while there is a `next`, and adds up. */
const PreviewPart = z.object({
  /** People looked at in this part. */
  looked: Count,
  /** How many go from which measure to which. */
  moves: z.array(z.object({ from: Outcome, to: Outcome, people: Count })),
  rows: z.array(
    z.object({
      declarationId: z.string(),
      nameMask: z.string(),
      place: z.string(),
      arrivesAt: Moment,
      from: Outcome,
      to: Outcome,
      /** Arrived already: a grid member has to act; otherwise it is decided on arrival. */
      isHere: z.boolean(),
    }),
  ),
  next: z.string().nullable(),
});
export type PreviewPart = z.infer<typeof PreviewPart>;

const SweepView = z.object({
  sweepId: z.string(),
  title: z.string(),
  status: z.enum(['running', 'done']),
  looked: Count,
  /** Not here yet: what applies was written anew. */
  redecided: Count,
  /** Here already: put on the grid members' lists. */
  found: Count,
  startedAt: Moment,
  finishedAt: Moment.nullable(),
});
export type SweepView = z.infer<typeof SweepView>;

const FoundAgainRow = z.object({
  declarationId: z.string(),
  name: z.string(),
  phoneMask: z.string().nullable(),
  place: z.string(),
  arrivesAt: Moment,
  from: Outcome,
  to: Outcome,
  reasons: z.array(z.string()),
  because: z.string(),
  foundAt: Moment,
});
export type FoundAgainRow = z.infer<typeof FoundAgainRow>;

const VersionRow = RulebookView.pick({ version: true, title: true, source: true, validFrom: true }).extend({
  disease: z.string(),
  status: z.enum(['proposed', 'approved', 'rejected']),
  proposedByName: z.string(),
  proposedAt: Moment,
  isMine: z.boolean(),
  decidedByName: z.string().nullable(),
  decidedAt: Moment.nullable(),
  reason: z.string(),
});
export type VersionRow = z.infer<typeof VersionRow>;

/** 规则与风险区域: dated data that decides what applies to whoever comes back. */
export const rulebookContract = {
  /** What is in force today, what comes next, and what waits for a second officer. */
  current: {
    access: STAFF,
    audit: 'none',
    input: z.object({}),
    output: z.object({
      townName: z.string(),
      /** The county that the town lies in; null until the office has said so. */
      division: z.object({ code: z.string(), name: z.string() }).nullable(),
      rulebook: RulebookView,
      coming: z.array(VersionRow),
      waiting: z.array(VersionRow),
      waitingAreas: z.array(AreaListView),
      /** 0 to many; by level, valid today. */
      areas: z.object({ high: Count, medium: Count, key: Count }),
      /** The caller's office is the town's: may propose and decide. */
      isOffice: z.boolean(),
      /** To start a new version from. */
      shipped: z.array(RulebookView),
    }),
  },
  history: {
    access: STAFF,
    audit: 'none',
    input: z.object({ before: Version.optional() }),
    output: z.object({ rows: z.array(VersionRow), next: Count.nullable() }),
  },
  version: {
    access: STAFF,
    audit: 'none',
    input: z.object({ version: Version }),
    output: z.object({ row: VersionRow, rulebook: RulebookView }),
  },
  /** A new version; it decides nothing before another officer approves it. */
  propose: {
    access: OFFICE,
    audit: 'personal',
    limit: { times: 60, perSeconds: 3600, counted: 'instance' },
    input: RulebookForm.extend({ requestId: RequestId }),
    output: z.object({ version: Count }),
  },
  /** Whom a proposed version would decide otherwise, among the open declarations. */
  preview: {
    access: OFFICE,
    audit: 'personal',
    input: z.object({ version: Version, after: After }),
    output: PreviewPart,
  },
  /** By another officer than who proposed it. The proposer may only take it back (`reject`). */
  decide: {
    access: OFFICE,
    audit: 'personal',
    input: Decide.safeExtend({ version: Version }),
    output: VersionRow,
  },
  /** Risk areas by code or name: valid today, or all that ever were. */
  areas: {
    access: STAFF,
    audit: 'none',
    input: z.object({
      words: words('地名或代码', { min: 0, max: 20 }).default(''),
      when: z.enum(['today', 'ever']).default('today'),
      after: After,
    }),
    output: z.object({ rows: z.array(RiskAreaView), next: z.string().nullable() }),
  },
  areaLists: {
    access: STAFF,
    audit: 'none',
    input: z.object({ after: After }),
    output: z.object({ rows: z.array(AreaListView), next: z.string().nullable() }),
  },
  areaList: {
    access: STAFF,
    audit: 'none',
    input: z.object({ listId: ListId, after: After }),
    output: z.object({ list: AreaListView, rows: z.array(RiskAreaView), next: z.string().nullable() }),
  },
  proposeAreas: {
    access: OFFICE,
    audit: 'personal',
    limit: { times: 60, perSeconds: 3600, counted: 'instance' },
    input: z.object({
      requestId: RequestId,
      source: OfficialSource,
      rows: z
        .array(RiskAreaForm)
        .min(1, '请至少写一个风险区域')
        .max(100, '一次最多写 100 个，更多请导入表格'),
    }),
    output: AreaListView,
  },
  /** Sets the last day of areas that are in force; nothing is deleted. */
  proposeEnds: {
    access: OFFICE,
    audit: 'personal',
    limit: { times: 60, perSeconds: 3600, counted: 'instance' },
    input: z.object({
      requestId: RequestId,
      source: OfficialSource,
      areaIds: z
        .array(z.string().min(1).max(80))
        .min(1, '请选择要解除的风险区域')
        .max(100, '一次最多选 100 个'),
      validTo: CalendarDate,
    }),
    output: AreaListView,
  },
  areaTemplate: {
    access: OFFICE,
    audit: 'none',
    limit: { times: 30, perSeconds: 3600, counted: 'instance' },
    input: z.object({}),
    output: z.object({ fileName: z.string(), base64: z.string() }),
  },
  /** Reads an uploaded spreadsheet: proposes its rows when all are right, or answers what is wrong and proposes nothing. */
  importAreas: {
    access: OFFICE,
    audit: 'personal',
    limit: { times: 30, perSeconds: 3600, counted: 'database' },
    input: z.object({
      requestId: RequestId,
      source: OfficialSource,
      fileId: z
        .string('请选择表格')
        .max(500)
        .regex(/^cloud:\/\/[^/]+\/area-uploads\/[A-Za-z0-9_-]{16,64}\.xlsx$/, '请选择 xlsx 表格'),
    }),
    output: z.object({
      list: AreaListView.nullable(),
      faults: z.array(z.object({ row: Count, column: z.string().nullable(), message: z.string() })),
    }),
  },
  previewAreas: {
    access: OFFICE,
    audit: 'personal',
    input: z.object({ listId: ListId, after: After }),
    output: PreviewPart,
  },
  decideAreas: {
    access: OFFICE,
    audit: 'personal',
    input: Decide.safeExtend({ listId: ListId }),
    output: AreaListView,
  },
  /** How far looking through the declarations has come after each approval, latest first. */
  sweeps: {
    access: OFFICE,
    audit: 'none',
    input: z.object({}),
    output: z.object({ sweeps: z.array(SweepView) }),
  },
  /** People here already for whom something stricter applies now, in my grids, longest waiting first. */
  foundAgain: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({ after: After }),
    output: z.object({ rows: z.array(FoundAgainRow), next: z.string().nullable() }),
  },
  /** `accept` begins the stricter measure from today; `dismiss` leaves things as they are, for a stated reason. */
  settleFound: {
    access: WATCHERS,
    audit: 'personal',
    input: z
      .object({
        declarationId: z.string('缺少申报编号').min(1).max(120),
        /** Which finding was seen: a later one is another. */
        foundAt: Moment,
        decision: z.enum(['accept', 'dismiss'], '请选择改不改'),
        reason: words('原因', { min: 0, max: 200 }).default(''),
      })
      .refine(({ decision, reason }) => decision === 'accept' || reason.length >= 2, {
        path: ['reason'],
        message: '不改要写原因，至少 2 个字',
      }),
    output: z.object({ words: z.string() }),
  },
  /** Where the town lies: 同城 is measured against that county's city. */
  setDivision: {
    access: OFFICE,
    audit: 'personal',
    input: z.object({ code: z.string('请选择区县').regex(/^\d{6}$/, '请选择到区县') }),
    output: z.object({ code: z.string(), name: z.string() }),
  },
  /** Goes on with sweeps that are not through. */
  tick: {
    access: { by: 'timer' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ looked: Count, done: Count }),
  },
} satisfies Contract;
