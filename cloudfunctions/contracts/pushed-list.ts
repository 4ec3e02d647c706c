import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, RequestId } from './grid';
import { CalendarDate } from './person';
import { words } from './text';

const OFFICE = { by: 'staff', roles: ['townOfficer'] } as const;
const FINDERS = { by: 'staff', roles: ['gridMember', 'gridLeader', 'villageDoctor', 'townOfficer'] } as const;
const Count = z.number().int();
const Moment = z.iso.datetime({ offset: true });
const ListId = z.string('缺少名单编号').regex(/^l[a-f0-9]{24}$/, '名单编号不对');
const EntryId = z.string('缺少名单编号').regex(/^l[a-f0-9]{24}:\d{1,5}$/, '名单编号不对');

/**
 * What becomes of a row: somebody to be found, somebody who has declared by themselves already, somebody whom an earlier list asked for and who is
 * still being looked for, or a row with something wrong in it.
 */
export const PushedRowOutcome = z.enum(['toFind', 'declared', 'listed', 'wrong']);
export type PushedRowOutcome = z.infer<typeof PushedRowOutcome>;

/** How the search for somebody ended; `open` while it goes on. */
export const EntryStatus = z.enum(['open', 'declared', 'elsewhere', 'wrongPerson', 'unreachable']);
export type EntryStatus = z.infer<typeof EntryStatus>;

const Source = z.object({
  organisation: words('发文单位', { min: 2, max: 40 }),
  documentNumber: words('文号', { min: 0, max: 40 }).default(''),
  date: CalendarDate,
});

export const PushedList = z.object({
  listId: z.string(),
  title: z.string(),
  source: Source,
  fileName: z.string(),
  status: z.enum(['checking', 'checked', 'applying', 'applied']),
  rows: Count,
  done: Count,
  counts: z.record(PushedRowOutcome, Count),
  /** Of the people to find: how many no grid could be told for by the address. */
  unplaced: Count,
  deadline: Moment,
  triesNeeded: Count,
  importedBy: z.string(),
  importedAt: Moment,
});
export type PushedList = z.infer<typeof PushedList>;

export const PushedEntry = z.object({
  entryId: z.string(),
  name: z.string(),
  papersMask: z.string(),
  phoneMask: z.string().nullable(),
  cameFrom: z.string(),
  arrivesOn: CalendarDate.nullable(),
  place: z.string(),
  /** False while it lies with the town, because the address names no group. */
  placed: z.boolean(),
  listTitle: z.string(),
  deadline: Moment,
  overdue: z.boolean(),
  status: EntryStatus,
  tries: Count,
  triesNeeded: Count,
  version: Count,
});
export type PushedEntry = z.infer<typeof PushedEntry>;

const Acting = { requestId: RequestId, entryId: EntryId, version: Count.min(1) };

/** 上级推送: lists of people whom the county wants found and checked within a deadline. */
export const pushedListContract = {
  /** An empty spreadsheet with the headings and what they mean. */
  template: {
    access: OFFICE,
    audit: 'none',
    limit: { times: 30, perSeconds: 3600, counted: 'instance' },
    input: z.object({}),
    output: z.object({ fileName: z.string(), base64: z.string() }),
  },
  /** Takes over an uploaded spreadsheet: reads and seals its rows and deletes the file. The same `requestId` is the same list. */
  stage: {
    access: OFFICE,
    audit: 'personal',
    limit: { times: 30, perSeconds: 3600, counted: 'database' },
    input: z.object({
      requestId: RequestId,
      fileId: z
        .string('请选择表格')
        .max(500)
        .regex(/^cloud:\/\/[^/]+\/pushed-lists\/[A-Za-z0-9_-]{16,64}\.xlsx$/, '请选择 xlsx 表格'),
      fileName: words('文件名', { max: 100 }),
      title: words('名单名称', { min: 2, max: 40 }),
      source: Source,
      deadline: z.iso.datetime({ offset: true, error: '请选择要在什么时候之前办完' }),
      /** So often must somebody have been tried before they count as unreachable. */
      triesNeeded: z
        .number('请填写次数')
        .int('次数要是整数')
        .min(1, '至少 1 次')
        .max(10, '最多 10 次')
        .default(3),
    }),
    output: PushedList,
  },
  /** Goes on with the dry run for a few seconds; call it until the status is `checked`. */
  check: { access: OFFICE, audit: 'personal', input: z.object({ listId: ListId }), output: PushedList },
  /** Dispatches the rows to grids, a few seconds at a time; call it until the status is `applied`. */
  apply: { access: OFFICE, audit: 'personal', input: z.object({ listId: ListId }), output: PushedList },
  /** Drops a list that isn't dispatched, with its rows. */
  discard: { access: OFFICE, audit: 'personal', input: z.object({ listId: ListId }), output: z.object({}) },
  /** What was wrong, by row and column; `after` is the last page's `next`. */
  faults: {
    access: OFFICE,
    audit: 'none',
    input: z.object({ listId: ListId, after: Count.min(0).max(1000).optional() }),
    output: z.object({
      faults: z.array(
        z.object({
          row: Count,
          column: z.string().nullable(),
          outcome: PushedRowOutcome,
          message: z.string(),
        }),
      ),
      next: Count.nullable(),
    }),
  },
  /** The town's lists, newest first, with how far each is. */
  lists: {
    access: OFFICE,
    audit: 'none',
    input: z.object({ after: Moment.optional() }),
    output: z.object({
      lists: z.array(PushedList.extend({ open: Count, overdue: Count, unassigned: Count })),
      next: Moment.nullable(),
    }),
  },
  /** People to be found in the caller's grids, or those whose search ended; the nearest deadline first. */
  entries: {
    access: FINDERS,
    audit: 'personal',
    input: z.object({
      state: z.enum(['open', 'ended']),
      listId: ListId.optional(),
      after: z.string().max(200).optional(),
    }),
    output: z.object({ entries: z.array(PushedEntry), next: z.string().nullable(), overdue: Count }),
  },
  /** One person with the address and everything that was tried. */
  entry: {
    access: FINDERS,
    audit: 'personal',
    input: z.object({ entryId: EntryId }),
    output: PushedEntry.extend({
      address: z.string(),
      /** On file here: the household that has these papers, where the caller may see it. */
      householdId: z.string().nullable(),
      source: Source,
      /** The caller heads a grid or the office: who hands people over to other grids. */
      mayAssign: z.boolean(),
      history: z.array(z.object({ at: Moment, byName: z.string(), what: z.string() })),
    }),
  },
  /** The person's number, to be dialled and not shown. */
  openPhone: {
    access: FINDERS,
    audit: 'personal',
    limit: { times: 60, perSeconds: 3600, counted: 'instance' },
    input: z.object({ entryId: EntryId, reason: words('原因', { min: 2, max: 100 }) }),
    output: z.object({ phone: z.string() }),
  },
  /** 联系过一次: by phone or at the door, and what came of it. */
  recordTry: {
    access: FINDERS,
    audit: 'personal',
    input: z.object({
      ...Acting,
      how: z.enum(['phone', 'door'], '请选择怎么联系的'),
      words: words('结果', { min: 2, max: 100 }),
    }),
    output: PushedEntry,
  },
  /** 办结 without a declaration: elsewhere, the wrong person, or unreachable after enough tries. */
  end: {
    access: FINDERS,
    audit: 'personal',
    input: z.object({
      ...Acting,
      outcome: z.enum(['elsewhere', 'wrongPerson', 'unreachable'], '请选择结果'),
      words: words('说明', { min: 2, max: 100 }),
    }),
    output: PushedEntry,
  },
  /** 重新查找: it ended by mistake, or somebody knows more now. */
  reopen: {
    access: FINDERS,
    audit: 'personal',
    input: z.object({ ...Acting, reason: words('原因', { min: 2, max: 100 }) }),
    output: PushedEntry,
  },
  /** Hands somebody over to the grid that shall look for them. */
  assign: {
    access: { by: 'staff', roles: ['gridLeader', 'townOfficer'] },
    audit: 'personal',
    input: z.object({ ...Acting, gridId: GridId }),
    output: PushedEntry,
  },
  /** Links people who have declared meanwhile, and deletes uploads and rows that nobody finished. */
  tick: {
    access: { by: 'timer' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ linked: Count, removed: Count }),
  },
} satisfies Contract;
