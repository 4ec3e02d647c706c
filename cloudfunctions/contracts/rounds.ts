import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, RequestId } from './grid';
import { Reason } from './household';
import { CareCategory } from './person';
import {
  Distribution,
  ItemId,
  Moment,
  MOST_ITEMS,
  MOST_OF_ONE,
  RoundAudience,
  RoundCard,
  RoundId,
  RoundItem,
  SupplierId,
} from './supplies';
import { words } from './text';

const MANAGERS = { by: 'staff', roles: ['gridLeader', 'townOfficer'] } as const;
const VIEWERS = { by: 'staff', roles: ['gridMember', 'gridLeader', 'townOfficer'] } as const;

const After = z.string().max(200).optional();
const Count = z.number().int();

/** What a draft says of an item; everything else comes from the catalogue. */
const DraftItem = z.object({
  itemId: ItemId,
  limit: z
    .number('请填写每户限几份')
    .int('限量是整数')
    .min(1, '每户至少 1 份')
    .max(MOST_OF_ONE, `每户最多 ${MOST_OF_ONE} 份`),
  stock: z.number().int('总数是整数').min(1, '总数至少是 1').max(1_000_000, '总数太大了').nullable(),
});

export const RoundForm = z.object({
  title: words('名称', { min: 2, max: 20 }),
  gridIds: z.array(GridId).min(1, '请选择给哪里订').max(50, '一次最多 50 个网格'),
  supplierId: SupplierId,
  audience: RoundAudience,
  items: z.array(DraftItem).min(1, '至少选一样东西').max(MOST_ITEMS, `一批最多 ${MOST_ITEMS} 样`),
  /** Null: somebody opens it by hand. */
  opensAt: Moment.nullable(),
  closesAt: Moment,
  distribution: Distribution,
});
export type RoundForm = z.infer<typeof RoundForm>;

/** A round as the staff of its grids see it. */
export const RoundView = RoundCard.extend({
  gridId: GridId,
  grids: z.array(z.object({ id: GridId, name: z.string() })),
  supplierId: SupplierId,
  items: z.array(RoundItem),
  autoOpens: z.boolean(),
  distribution: Distribution,
  /** Orders that stand now. */
  orders: Count,
  demand: z
    .object({
      orders: Count,
      amount: Count,
      byItem: z.record(z.string(), z.object({ quantity: Count, orders: Count })),
    })
    .nullable(),
  confirmed: z.record(z.string(), Count).nullable(),
  short: z.object({ pieces: Count, orders: Count }).nullable(),
  /** The timer still counts or shares out. */
  working: z.boolean(),
  cancelled: z.object({ at: Moment, byName: z.string(), reason: z.string() }).nullable(),
  openedByName: z.string(),
  scheduleId: z.string().nullable(),
  /** The caller may change it. */
  mine: z.boolean(),
  changes: z.array(z.object({ at: Moment, byName: z.string(), what: z.string() })),
  version: Count,
});
export type RoundView = z.infer<typeof RoundView>;

const Seen = { requestId: RequestId, roundId: RoundId, version: Count.min(1) };

/** How far the ordering has come in one grid. */
export const GridProgress = z.object({
  gridId: GridId,
  name: z.string(),
  households: Count,
  ordered: Count,
});
export type GridProgress = z.infer<typeof GridProgress>;

/** A household that somebody should ask. */
export const WaitingHousehold = z.object({
  householdId: z.string(),
  headName: z.string(),
  place: z.string(),
  address: z.string(),
  phoneMask: z.string().nullable(),
  care: z.array(CareCategory),
  peopleCount: Count,
  /** Calendar date of the last goods it got; null for none that are known. Null in a list of who has not ordered. */
  lastOn: z.iso.date().nullable(),
});
export type WaitingHousehold = z.infer<typeof WaitingHousehold>;

const ScheduleId = z.string().min(1).max(64);
/** 封控时: every so many days the same round again, opened by the timer. */
export const ScheduleView = z.object({
  scheduleId: ScheduleId,
  title: z.string(),
  place: z.string(),
  supplierName: z.string(),
  everyDays: Count,
  /** Null once it has ended. */
  nextAt: Moment.nullable(),
  /** Why the last round could not be opened; empty when it could. */
  trouble: z.string(),
  /** Households without supplies for longer than the town allows, when it was last counted. */
  lacking: z.object({ households: Count, at: Moment }).nullable(),
});
export type ScheduleView = z.infer<typeof ScheduleView>;

export const SupplySettings = z.object({
  /** Closed-off grids get a round at least this often. */
  daysBetweenRounds: z.number('请填写天数').int('天数是整数').min(1, '至少 1 天').max(30, '最多 30 天'),
  /** After so many days without supplies a household is on the list. */
  daysWithoutSupplies: z.number('请填写天数').int('天数是整数').min(1, '至少 1 天').max(30, '最多 30 天'),
});

/** 团购批次: made, opened, closed and cancelled by whoever leads the grid; looked at by everybody who works in it. */
export const roundsContract = {
  /** Rounds that have to do with my grids: those under way, drafts, those that are over. */
  list: {
    access: VIEWERS,
    audit: 'none',
    input: z.object({ tab: z.enum(['current', 'draft', 'over'], '请选择看哪一类'), after: After }),
    output: z.object({ rows: z.array(RoundCard), next: z.string().nullable() }),
  },
  show: { access: VIEWERS, audit: 'none', input: z.object({ roundId: RoundId }), output: RoundView },
  /** A new draft, or a changed one when `round` names it. */
  saveDraft: {
    access: MANAGERS,
    audit: 'none',
    input: z.object({
      requestId: RequestId,
      round: z.object({ roundId: RoundId, version: Count.min(1) }).optional(),
      form: RoundForm,
    }),
    output: RoundView,
  },
  /** 再来一批: a draft like that round, its days moved to start now. */
  copy: {
    access: MANAGERS,
    audit: 'none',
    input: z.object({ requestId: RequestId, roundId: RoundId }),
    output: RoundView,
  },
  discard: { access: MANAGERS, audit: 'none', input: z.object(Seen), output: z.object({}) },
  open: { access: MANAGERS, audit: 'none', input: z.object(Seen), output: RoundView },
  /** 改截止时间 of an open round: later or sooner, but before the first goods are given out. */
  moveCutOff: {
    access: MANAGERS,
    audit: 'none',
    input: z.object({ ...Seen, closesAt: Moment }),
    output: RoundView,
  },
  /** 提前截止 */
  close: { access: MANAGERS, audit: 'none', input: z.object(Seen), output: RoundView },
  /** Households that ordered are told: in the app always, by message where they allowed one. */
  cancel: {
    access: MANAGERS,
    audit: 'none',
    input: z.object({ ...Seen, reason: Reason }),
    output: RoundView,
  },
  /** 开始发放 */
  distribute: { access: MANAGERS, audit: 'none', input: z.object(Seen), output: RoundView },
  /** How many of each grid have ordered, the fewest first. */
  progress: {
    access: VIEWERS,
    audit: 'none',
    input: z.object({ roundId: RoundId }),
    output: z.object({ grids: z.array(GridProgress) }),
  },
  /** Who in one grid of a round has not ordered, the care categories first. */
  notOrdered: {
    access: VIEWERS,
    audit: 'personal',
    input: z.object({ roundId: RoundId, gridId: GridId, after: After }),
    output: z.object({ rows: z.array(WaitingHousehold), next: z.string().nullable() }),
  },
  /** Households of closed-off grids of mine that got nothing for too long, the care categories first. */
  lacking: {
    access: VIEWERS,
    audit: 'personal',
    input: z.object({ after: After }),
    output: z.object({
      rows: z.array(WaitingHousehold),
      next: z.string().nullable(),
      days: Count,
    }),
  },
  /** The number of a household that somebody has to ask; recorded. */
  openPhone: {
    access: VIEWERS,
    audit: 'personal',
    limit: { times: 120, perSeconds: 3600, counted: 'instance' },
    input: z.object({ householdId: z.string().min(1).max(64) }),
    output: z.object({ phone: z.string() }),
  },
  schedules: {
    access: MANAGERS,
    audit: 'none',
    input: z.object({}),
    output: z.object({ rows: z.array(ScheduleView), settings: SupplySettings }),
  },
  /** Opens a round like this one every so many days, the first at `firstAt`. */
  schedule: {
    access: MANAGERS,
    audit: 'none',
    input: z.object({
      requestId: RequestId,
      roundId: RoundId,
      everyDays: z.number('请填写天数').int('天数是整数').min(1, '至少 1 天').max(14, '最多 14 天'),
      firstAt: Moment,
    }),
    output: ScheduleView,
  },
  endSchedule: {
    access: MANAGERS,
    audit: 'none',
    input: z.object({ requestId: RequestId, scheduleId: ScheduleId }),
    output: ScheduleView,
  },
  changeSettings: {
    access: { by: 'staff', roles: ['townOfficer'] },
    audit: 'none',
    input: SupplySettings,
    output: SupplySettings,
  },
  tick: {
    access: { by: 'timer' },
    audit: 'none',
    input: z.object({}),
    output: z.object({
      opened: Count,
      closed: Count,
      stepped: Count,
      recounted: Count,
      more: z.boolean(),
    }),
  },
} satisfies Contract;
