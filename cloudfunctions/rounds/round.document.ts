import type * as z from 'zod';
import type { Distribution, RoundAudience, RoundItem, RoundStatus } from '../contracts/supplies';

export const ROUNDS = 'rounds';
export const ROUND_STOCK = 'round_stock';
export const ROUND_NUMBERS = 'round_numbers';

/** How many rounds a grid has opened. */
export type RoundNumbers = { _id: string; last: number };

/**
 * What the timer still has to do for a round, in this order. Each step goes on after its `cursor` when a call was killed:
 * sum 汇总需求 → slots 排领取时间 (both after cut-off) · allot 分配 (after the supplier said how much comes) · tell 通知
 */
export type RoundJob = {
  step: 'sum' | 'slots' | 'allot' | 'tell';
  cursor: string;
  since: string;
  /** What the step has counted up to its cursor. */
  tally?: NonNullable<RoundDocument['demand']>;
};

/** 团购批次 */
export type RoundDocument = {
  _id: string;
  /** 第 n 批 of this grid; 0 while it is a draft */
  number: number;
  title: string;
  /** Whose round it is: the grid of whoever opened it, and its jurisdiction. */
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  /** Which grids may order: `gridId` or grids below it. A household's path holds one of them. */
  gridIds: string[];
  /** Every grid on the ways from the town down to those: whoever works in one of them has to do with this round. */
  reach: string[];
  supplierId: string;
  supplierName: string;
  status: RoundStatus;
  audience: z.infer<typeof RoundAudience>;
  items: RoundItem[];
  /** When it opened; of a draft, when it will. */
  opensAt: string;
  /** The timer opens this draft at `opensAt`. */
  autoOpens: boolean;
  closesAt: string;
  /** `closesAt` and `_id` in one text: a unique order in which a list can go on after any row. */
  listKey: string;
  distribution: Distribution;
  /** From a schedule for closed-off grids, if any. */
  scheduleId: string | null;
  /** Households and pieces at cut-off; null before it was summed. */
  demand: {
    orders: number;
    amount: number;
    byItem: Record<string, { quantity: number; orders: number }>;
  } | null;
  /** How many of each item come, by the supplier; null before they said. */
  confirmed: Record<string, number> | null;
  /** What the supplier offers for a missing item: `byItem` of the missing one. */
  substitutes: Record<
    string,
    { itemId: string; quantity: number; name: string; spec: string; unit: string; price: number }
  >;
  /** How many pieces households did not get, and how many households that concerns; null before shares are known. */
  short: { pieces: number; orders: number } | null;
  /** Households by how their goods reach them, after pickup times were given out; `unplaced`: no slot had room. */
  slotting?: { pickup: number; door: number; unplaced: number } | null;
  job: RoundJob | null;
  /** When the timer has to look at it next; empty for never. One index tells what is due. */
  wakesAt: string;
  openedBy: { openid: string; name: string };
  cancelled: { at: string; byName: string; reason: string } | null;
  arrivedAt: string | null;
  settledAt: string | null;
  version: number;
  /** The last acts. */
  changes: { requestId: string; by: string; byName: string; at: string; what: string }[];
};

/**
 * What an order is held against, in one small document, so that one conditional write decides it: the round is open, the price is the one that was
 * shown, the limit holds, enough is left. Exists from the opening of a round on, as `stockOf` makes it; `_id` is the round's.
 */
export type RoundStockDocument = {
  _id: string;
  gridPath: string[];
  /** Who may order, as in the round: an order's one condition asks for the household's path and for its care categories too. */
  gridIds: string[];
  audience: z.infer<typeof RoundAudience>;
  open: boolean;
  closesAt: string;
  /** Where one may wish to fetch it. */
  pointIds: string[];
  /** Fen by item; what is not in it is not sold. */
  price: Record<string, number>;
  limit: Record<string, number>;
  /** Of every item: ENDLESS for one without a stock, so that one condition fits all. */
  remaining: Record<string, number>;
  /** Drugs of the four classes: not without saying who takes them. */
  realNameIds: string[];
  /** How many acts came through. Each counts, for the database doesn't count as changed what is written as it stood. */
  acts?: number;
  /** Last time somebody took something: a recount waits until nobody can be between taking and writing. */
  takenAt: string;
  /** Up to which `takenAt` it was counted against the orders. */
  countedAt: string;
};

/** What is left of an item without a stock: more than all households can order, and less than this is never sold out. */
export const ENDLESS = 1_000_000_000;

/** A function lives 60 seconds at most: this long after cut-off no order can still be on its way. */
export const SECONDS_TO_SETTLE = 65;
