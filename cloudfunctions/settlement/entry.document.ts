export const SUPPLY_ENTRIES = 'supply_entries';

export const entryIdOf = (orderId: string, requestId: string): string => `${orderId}:${requestId}`;

/**
 * One movement of goods or money at one order; never changed afterwards. An order's `delivered` and `paid` are the sums of its entries.
 * handOver 交货 (with what was paid), payment 收款, refund 退款, correction 更正 (after a round is settled, with a reason)
 */
export type EntryDocument = {
  /** `<order>:<requestId>`: the same act twice is one entry. */
  _id: string;
  orderId: string;
  roundId: string;
  householdId: string;
  gridPath: string[];
  kind: 'handOver' | 'payment' | 'refund' | 'correction';
  /** Pieces by the order's line; negative where something came back. */
  delivered: Record<string, number>;
  /** The same of what came instead, by the line that it stands for. */
  substituted: Record<string, number>;
  /** Fen of the goods moved, and of the money; negative where it went back. */
  goods: number;
  money: number;
  method: 'cash' | 'phone';
  reason: string;
  by: string;
  byName: string;
  /** When it happened, and when it arrived here: hours later where there was no network. */
  at: string;
  bookedAt: string;
};
