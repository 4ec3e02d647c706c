import type { RoundDocument } from './round.document';

export const ROUND_SCHEDULES = 'round_schedules';

/** What a scheduled round copies: a round's plan with its own days, from which the days of each copy are reckoned. */
export type RoundPlan = Pick<
  RoundDocument,
  | 'title'
  | 'gridIds'
  | 'reach'
  | 'supplierId'
  | 'supplierName'
  | 'audience'
  | 'items'
  | 'opensAt'
  | 'closesAt'
  | 'distribution'
>;

/** For grids that are closed off: the same round again every so many days, opened by the timer. Its grids are those that depend on supplies. */
export type ScheduleDocument = {
  _id: string;
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  plan: RoundPlan;
  everyDays: number;
  status: 'active' | 'ended';
  /** When the next round opens; its day is in that round's id, so that no day gets two. */
  nextAt: string;
  /** Why the last round could not be opened, in words. */
  trouble: string;
  startedAt: string;
  startedBy: { openid: string; name: string };
  /** Households that got nothing for too long, when they were last counted; also in each grid, those above included. */
  lacking: Lacking | null;
  /** When they are counted next, and how far that has come: after which `queueKey`, and what it found so far. */
  countsAt: string;
  counting: (Omit<Lacking, 'at'> & { after: string }) | null;
  /** The earlier of `nextAt` and `countsAt`; empty once it has ended. */
  wakesAt: string;
  version: number;
  changes: { requestId: string; by: string; byName: string; at: string; what: string }[];
};

export type Lacking = { households: number; byGrid: Record<string, number>; at: string };
