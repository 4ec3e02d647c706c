import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, RequestId } from './grid';
import { Reason } from './household';
import { Moment, NoticeId } from './notice';
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
});
export type Figures = z.infer<typeof Figures>;

/** The lists behind the figures: who does not know yet, who was told and how, who did what by themselves. */
export const ReachTab = z.enum(['unknown', 'visit', 'opened', 'read', 'confirmed', 'phone', 'door']);

export const ReachRow = z.object({
  householdId: z.string(),
  headName: z.string(),
  gridId: GridId,
  place: z.string(),
  care: z.array(CareCategory),
  /** Somebody of it has a phone here. */
  hasPhone: z.boolean(),
  delivered: z.boolean(),
  opened: z.boolean(),
  toldBy: z.string().nullable(),
  toldAt: Moment.nullable(),
});
export type ReachRow = z.infer<typeof ReachRow>;

/** 通知到户 */
export const reachContract = {
  /** Of one notice in my grids: all in all, and by the grids below, worst first. One document read a team. */
  show: {
    access: WATCHERS,
    audit: 'none',
    input: z.object({ noticeId: NoticeId }),
    output: z.object({
      title: z.string(),
      wanted: z.enum(['read', 'confirm']),
      urgent: z.boolean(),
      /** False while the lists are still being made: some minutes after publishing at most. */
      complete: z.boolean(),
      total: Figures,
      grids: z.array(Figures.extend({ gridId: GridId, name: z.string() })),
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
  /** 撤回: that tick was a slip, by whoever made it. */
  untell: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({ noticeId: NoticeId, gridId: GridId, householdId: HouseholdId }),
    output: ReachRow,
  },
  /** Opens a household's phone number to ring it up. */
  openPhone: {
    access: WATCHERS,
    audit: 'personal',
    limit: { times: 120, perSeconds: 3600, counted: 'database' },
    input: z.object({ noticeId: NoticeId, householdId: HouseholdId, reason: Reason }),
    output: z.object({ value: z.string() }),
  },
} satisfies Contract;
