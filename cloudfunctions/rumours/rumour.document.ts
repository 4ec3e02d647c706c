import type { Heard, RumourStatus } from '../contracts/rumours';

export const RUMOURS = 'rumours';

/** What the office said to it; of a refutation only which notice it is. */
export type Answered =
  | { outcome: 'refuted'; at: string; noticeId: string }
  | { outcome: 'handled'; at: string; by: string; byName: string; reason: string };

/**
 * What one person told of. Several that tell the same stay documents of their own, each in its own place; they follow the one that they joined, which
 * carries the answer.
 */
export type RumourDocument = {
  _id: string;
  openid: string;
  householdId: string | null;
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  text: string;
  /** fileID in cloud storage; null for words only. */
  picture: string | null;
  heard: Heard | null;
  /** Of a group: its name as told, and which it is where that is known. */
  group: string;
  groupId: string | null;
  reportedAt: string;
  /** The moment and the id in one text: the order of what somebody told of. */
  told: string;
  /** The same for the office's lists; after the answer, when it was answered. */
  order: string;
  status: RumourStatus;
  /** Whose answer counts for it: itself, or the one that it joined. */
  leadId: string;
  /** How many told of it, itself among them; only of one that leads. */
  reports: number;
  /** The refutation that was written for it last, out or not. */
  refutationId: string | null;
  answer: Answered | null;
  /** When the timer has to send word to whoever told of it; empty for not. */
  wakesAt: string;
  /** Which answer they were sent word of last; empty for none. */
  toldOf: string;
  version: number;
  changes: { requestId: string; by: string; at: string; what: string }[];
};

/** Tells one answer to a rumour from another. */
export const answerIdOf = (answer: Answered): string =>
  answer.outcome === 'refuted' ? answer.noticeId : answer.at;
