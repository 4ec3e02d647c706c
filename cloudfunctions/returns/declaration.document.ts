import type { Contact, NucleicAcidTest, Stay, Symptom } from '../contracts/health';
import type { Decision, Facts } from '../rulebook/rulebook.document';

export const DECLARATIONS = 'declarations';
export const RETURNEES = 'returnees';

/**
 * declared 已申报 → checked 已核实 (arrived, the measure begins) → closed 已结束 (released, or free from the start);
 * or cancelled 已取消 at any time before.
 */
export type DeclarationStatus = 'declared' | 'checked' | 'closed' | 'cancelled';

/** One person's return. People who travel together share `arrivalId`. */
export type DeclarationDocument = {
  _id: string;
  arrivalId: string;
  /** Who it is, by papers: the key of `returnees`. */
  personKey: string;
  personId: string;
  householdId: string;
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  name: string;
  sex: 'female' | 'male';
  birthDate: string;
  papersMask: string;
  phone: string | null;
  phoneMask: string | null;
  /** Sealed. */
  address: string;
  transport: { kind: string; number: string; seat: string; plate: string | null };
  stays: Stay[];
  /** Every division that a stay lies in, at each level (510107, 510100, 510000, or `abroad`): what a sweep looks up. */
  stayCodes: string[];
  /** Last day of the latest stay; a sweep's range. */
  lastStayDate: string;
  /** Planned, then actual. Timestamp in UTC+8. */
  arrivesAt: string;
  health: { temperature: number | null; symptoms: Symptom[]; other: string; contact: Contact };
  healthCode: 'green' | 'yellow' | 'red' | 'none';
  test: NucleicAcidTest | null;
  /** fileIDs in cloud storage. */
  photos: { healthCode: string | null; itinerary: string | null; test: string | null };
  /** Sealed strokes, as an SVG path. */
  signature: string;
  declaredBy: { openid: string; name: string; how: 'self' | 'household' | 'proxy' | 'pushedList' };
  status: DeclarationStatus;
  /** What it waits for: the person to come, or somebody to go and check. Null once it is checked or over. */
  waitsFor: 'arrival' | 'check' | null;
  /** What the decision was made from: replaying needs nothing else but its rulebook. */
  facts: Facts;
  /** What applies on the day of arrival; provisional until checked. */
  decision: Decision;
  checked: { by: string; byName: string; at: string } | null;
  cancelled: { by: string; at: string; reason: string } | null;
  observationId: string | null;
  /** Found again by a sweep: something stricter applies than what was decided. Absent where none ever found them. */
  review?: DeclarationReview | null;
  /** The pushed-down list's row that asked for this person, if any. */
  listEntryId: string | null;
  /** The moment and the id in one text: the order of the queue. */
  queueKey: string;
  declaredAt: string;
  version: number;
  changes: { requestId: string; by: string; at: string; what: string }[];
};

/** waiting 待处理 → accepted 已改 (the stricter measure began) or dismissed 不改 (with a reason) */
export type DeclarationReview = {
  sweepId: string;
  /** What would apply now. */
  decision: Decision;
  /** What changed, in words: 「新增风险区域：四川省成都市武侯区（高风险）」. */
  because: string;
  foundAt: string;
  status: 'waiting' | 'accepted' | 'dismissed';
  settled: { by: string; byName: string; at: string; reason: string } | null;
};

/** One document a person who ever returned: holds the one open declaration and observation, so there can't be two. */
export type ReturneeDocument = {
  /** The papers' blind index. */
  _id: string;
  gridPath: string[];
  householdId: string;
  openDeclarationId: string | null;
  openObservationId: string | null;
};
