import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, RequestId, StaffRole } from './grid';
import { Reason } from './household';
import { Moment, NoticeId, NoticeKind, NoticeStatus } from './notice';
import { CareCategory } from './person';

/** Who sees how far a notice has come, and sees to the rest. */
const WATCHERS = {
  by: 'staff',
  roles: ['gridMember', 'gridLeader', 'villageDoctor', 'townOfficer'],
} as const;
const Count = z.number().int();
/** Part of a document's path, so no dots in it. */
const HouseholdId = z.string('缺少住户编号').regex(/^[A-Za-z0-9_-]{1,64}$/, '住户编号不对');

/** Households by what they did: `known` did what was asked, or were told. */
const Figures = z.object({
  households: Count,
  delivered: Count,
  opened: Count,
  read: Count,
  confirmed: Count,
  phone: Count,
  door: Count,
  known: Count,
  /** Of the households: those that came into the audience after publishing. */
  newcomers: Count,
});
export type Figures = z.infer<typeof Figures>;

/**
 * The lists behind the figures: who does not know yet, and of them who has no phone; who learnt of it by themselves or was told, which with the
 * unknown are all; then every step by itself.
 */
export const ReachTab = z.enum([
  'unknown',
  'visit',
  'self',
  'told',
  'delivered',
  'opened',
  'read',
  'confirmed',
  'phone',
  'door',
  'newcomers',
]);
export type ReachTab = z.infer<typeof ReachTab>;

export const ReachRow = z.object({
  householdId: z.string(),
  headName: z.string(),
  gridId: GridId,
  place: z.string(),
  care: z.array(CareCategory),
  /** Somebody of it has a phone here. */
  hasPhone: z.boolean(),
  /** Of the file as it is today; null for none. */
  phoneMask: z.string().nullable(),
  /** The file was closed since: moved away, or merged into another one. */
  closed: z.boolean(),
  delivered: z.boolean(),
  opened: z.boolean(),
  read: z.boolean(),
  confirmed: z.boolean(),
  told: z.enum(['phone', 'door']).nullable(),
  toldBy: z.string().nullable(),
  toldAt: Moment.nullable(),
  /** I ticked it, and can take it back. */
  toldByMe: z.boolean(),
});
export type ReachRow = z.infer<typeof ReachRow>;

/** A household of mine, with everything that it does not know yet. */
export const ReachTask = ReachRow.pick({
  householdId: true,
  headName: true,
  place: true,
  care: true,
  hasPhone: true,
  phoneMask: true,
  closed: true,
}).extend({
  missing: z.array(z.object({ noticeId: NoticeId, gridId: GridId, kind: NoticeKind, title: z.string() })),
});
export type ReachTask = z.infer<typeof ReachTask>;

/** Somebody on duty who gets a notice by their role, and what they did with it. */
export const StaffReceipt = z.object({
  name: z.string(),
  role: StaffRole,
  place: z.string(),
  opened: z.boolean(),
  /** What was asked is done. */
  knows: z.boolean(),
});
export type StaffReceipt = z.infer<typeof StaffReceipt>;

/** 通知到户 */
export const reachContract = {
  /** Of one notice in my grids: all in all, and by the grids below, worst first. One document read a team. */
  show: {
    access: WATCHERS,
    audit: 'none',
    input: z.object({ noticeId: NoticeId }),
    output: z.object({
      title: z.string(),
      kind: NoticeKind,
      /** Only a published one is still to be told. */
      status: NoticeStatus,
      wanted: z.enum(['read', 'confirm']),
      urgent: z.boolean(),
      validUntil: z.iso.date().nullable(),
      replacedBy: NoticeId.nullable(),
      /** False while the lists are still being made: some minutes after publishing at most. */
      complete: z.boolean(),
      total: Figures,
      grids: z.array(Figures.extend({ gridId: GridId, name: z.string() })),
      /** People on duty who get it by their role; null when it goes to none, or not to be seen from my grids. */
      staff: z.object({ people: Count, opened: Count, known: Count }).nullable(),
    }),
  },
  /** The households behind a figure, in one grid of mine or all of them. `after` is the last answer's `next`. */
  households: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({
      noticeId: NoticeId,
      tab: ReachTab,
      gridId: GridId.optional(),
      after: z.string().max(120).optional(),
    }),
    output: z.object({ rows: z.array(ReachRow), next: z.string().nullable() }),
  },
  /** Who of a household did what with the notice, in one grid of mine. */
  household: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({ noticeId: NoticeId, gridId: GridId, householdId: HouseholdId }),
    output: z.object({
      row: ReachRow,
      people: z.array(
        z.object({
          name: z.string(),
          openedAt: Moment.nullable(),
          readAt: Moment.nullable(),
          confirmedAt: Moment.nullable(),
        }),
      ),
    }),
  },
  /** Who on duty has read it, for whoever sees the whole of its grids. */
  staff: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({ noticeId: NoticeId }),
    output: z.object({ rows: z.array(StaffReceipt) }),
  },
  /** Households of my grids that I have yet to tell something, over all notices that still hold, each once; the care categories and those without a phone first. */
  tasks: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({ after: z.string().max(120).optional() }),
    output: z.object({ rows: z.array(ReachTask), next: z.string().nullable() }),
  },
  /** Somebody of the household was told. The same household is told once, whoever ticks it. */
  tell: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({
      requestId: RequestId,
      noticeId: NoticeId,
      gridId: GridId,
      householdId: HouseholdId,
      how: z.enum(['phone', 'door'], '请选择怎么告诉的'),
    }),
    output: ReachRow,
  },
  /** 撤回: that tick was a slip, by whoever made it. `requestId` names the tick, which counts no more should it arrive after this. */
  untell: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({
      requestId: RequestId.optional(),
      noticeId: NoticeId,
      gridId: GridId,
      householdId: HouseholdId,
    }),
    output: ReachRow,
  },
  /** 再提醒这些户: messages to those who don't know yet, in my grids or one of them. The timer sends them; `left` don't know by now. */
  remind: {
    access: WATCHERS,
    audit: 'personal',
    limit: { times: 30, perSeconds: 3600, counted: 'instance' },
    input: z.object({ requestId: RequestId, noticeId: NoticeId, gridId: GridId.optional() }),
    output: z.object({ left: Count, at: Moment }),
  },
  /** Opens a household's phone number to ring it up. */
  openPhone: {
    access: WATCHERS,
    audit: 'personal',
    limit: { times: 120, perSeconds: 3600, counted: 'database' },
    input: z.object({ noticeId: NoticeId, householdId: HouseholdId, reason: Reason }),
    output: z.object({ value: z.string() }),
  },
  /** Each morning: who came into the audience of a notice since joins its lists. */
  tick: {
    access: { by: 'timer' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ joined: Count, more: z.boolean() }),
  },
} satisfies Contract;
