import type { Measure, NucleicAcidTest, Symptom } from '../contracts/health';
import type { Decision, SlotTimes } from '../rulebook/rulebook.document';

export const OBSERVATIONS = 'observations';

/** A temperature and how somebody feels, in one of their slots. */
export type Reading = {
  temperature: number;
  symptoms: Symptom[];
  other: string;
  at: string;
  by: string;
  byName: string;
  /** Whose thermometer: the person's own or their family's, or somebody on duty stood there. */
  how: 'self' | 'household' | 'gridMember' | 'villageDoctor';
  abnormal: boolean;
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
  openAlerts: number;
  /** The order of today's list: open alerts, then most missed in a row, then the earliest slot. */
  urgencyKey: string;
  tests: DueTest[];
  /** 五包一 */
  responsible: Responsible[];
  status: 'active' | 'paused' | 'releasing' | 'released' | 'ended';
  pauses: { from: string; to: string | null; reason: string; by: string }[];
  extensions: { days: number; reason: string; by: string; at: string }[];
  moves: { fromGridId: string; fromPlace: string; at: string; by: string; reason: string }[];
  startedAt: string;
  version: number;
  changes: { requestId: string; by: string; at: string; what: string }[];
};
