import type { PersonBehind } from '../registration/person-behind';

export const SETTLEMENTS = 'settlements';

/** 结算: one a round. Two people count the cash, each without seeing the other's figure; the supplier signs; then everything of the round is frozen. */
export type SettlementDocument = {
  /** The round's. */
  _id: string;
  gridPath: string[];
  counts: (PersonBehind & { name: string; cash: number; at: string })[];
  /** Sealed strokes, as an SVG path, and the figures that they stand under. */
  signature: {
    strokes: string;
    byName: string;
    openid: string;
    at: string;
    figures?: { delivered: number; paid: number; cash: number };
  } | null;
  /** Somebody is settling it now: for a minute no order moves. */
  closing?: { requestId: string; at: string } | null;
  /** The totals as they were when it was settled, in fen; null before. */
  totals: {
    ordered: number;
    due: number;
    delivered: number;
    paid: number;
    /** As counted. */
    cash: number;
    /** Of `paid`, what was not cash. */
    byPhone?: number;
    orders: number;
  } | null;
  /** Why delivered and paid, or paid and counted, differ, where they do. */
  explanation: string;
  settledBy: { openid: string; name: string; at: string } | null;
  version: number;
  requests: string[];
};
