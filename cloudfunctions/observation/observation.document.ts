import type { Measure, NucleicAcidTest, Symptom } from '../contracts/health';
import type { Decision, SlotTimes } from '../rulebook/rulebook.document';

export const OBSERVATIONS = 'observations';

/** A temperature and how somebody feels, in one of their slots. */
export type Reading = {
  temperature: number;
  symptoms: Symptom[];
  other: string;
  /** When it was measured. */
  at: string;
  /** When it arrived, of one that waited on a phone without a network. */
  receivedAt?: string;
  by: string;
  byName: string;
  /** Whose thermometer: the person's own or their family's, or somebody on duty stood there. */
  how: 'self' | 'household' | 'gridMember' | 'villageDoctor';
  /** How somebody on duty learnt of it; null for the family's own. */
  means: 'visit' | 'phone' | null;
  abnormal: boolean;
  /** The same request by the same caller is the same reading. */
  requestId: string;
};

/** How a slot ended. `proxied`: somebody on duty reported it; `paused`: the person was in hospital. */
export type SlotEnd = {
  state: 'reported' | 'late' | 'proxied' | 'missed' | 'paused';
  reading: Reading | null;
  /** Why a missed one is a gap that nothing hides behind; a release needs it. */
  explanation: { text: string; by: string; byName: string; at: string } | null;
};

export type DueTest = {
  day: number;
  date: string;
  done: (NucleicAcidTest & { by: string; at: string }) | null;
};

export type Responsible = {
  role: 'townCadre' | 'villageCadre' | 'gridMember' | 'villageDoctor' | 'police' | 'volunteer';
  name: string;
};

/**
 * Somebody's measure from its first day to its release; one document holds its whole slot record, so that a reading is one write.
 * active 观察中 ⇄ paused 暂停; active → releasing 待解除 (proposed) → released 已解除; ended 已结束 otherwise (another measure took over).
 */
export type ObservationDocument = {
  /** `<declaration>:<n>`: n counts the measures that one return led to. */
  _id: string;
  declarationId: string;
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
  phoneMask: string | null;
  /** Sealed. */
  phone: string | null;
  /** Sealed. */
  address: string;
  measure: Measure;
  decision: Decision;
  /** From the rulebook, kept here so that the record can be read later. */
  slotTimes: SlotTimes[];
  feverFrom: number;
  /** The profile's two clocks, for alerts. */
  reportWithinMinutes: number;
  climbAfterMinutes: number;
  /** What the reading page asks about. */
  symptoms: Symptom[];
  escalateAfterMissed: number;
  /** YYYY-MM-DD, both included. */
  firstDate: string;
  lastDate: string;
  days: number;
  /** Slots that closed before it started are not expected: this is the first that is. */
  firstSlot: string;
  /** By slot key. Each is written once. */
  slots: Record<string, SlotEnd>;
  /** The earliest expected slot that has not ended; null when all have. */
  nextSlot: string | null;
  missedInRow: number;
  /** Since when the grid leader has it, and because of which slot; null again with the next reading. */
  escalated: { slot: string; at: string } | null;
  /** How the last slot that was due was asked for. `sending` for longer than a few minutes: whoever sent was killed. */
  chase: { slot: string; at: string; by: 'sending' | 'message' | 'list' } | null;
  /** When `nextSlot` opens: who has something due now is everybody with this behind them. */
  nextOpensAt: string | null;
  /** When the timer must look at it next, to ask for a slot or to close it; null when there is nothing to come. */
  wakesAt: string | null;
  /** The doctor measured again, beside the slots. */
  spotChecks: Reading[];
  openAlerts: number;
  /** The order of today's list: open alerts, then most missed in a row, then the earliest slot. */
  urgencyKey: string;
  tests: DueTest[];
  /** 五包一 */
  responsible: Responsible[];
  status: 'active' | 'paused' | 'releasing' | 'released' | 'ended';
  /** Of an ended one: the observation that took over, where open alerts are counted on. */
  replacedBy: string | null;
  pauses: { from: string; to: string | null; reason: string; by: string }[];
  extensions: { days: number; reason: string; by: string; at: string }[];
  moves: { fromGridId: string; fromPlace: string; at: string; by: string; reason: string }[];
  startedAt: string;
  version: number;
  changes: { requestId: string; by: string; at: string; what: string }[];
};

export const HEALTH_REPORTS = 'health_reports';

/** 自报: how somebody feels, told by their household outside of any slot. */
export type HealthReportDocument = {
  /** `<openid>:<requestId>` */
  _id: string;
  householdId: string;
  personId: string;
  gridPath: string[];
  reading: Reading;
  at: string;
};
