import type { Contact, Measure, NucleicAcidTest, Stay, Symptom } from '../contracts/health';

export const RULEBOOKS = 'rulebooks';
export const RISK_AREAS = 'risk_areas';

/** Official text that a rule stands on. */
export type Source = { organisation: string; documentNumber: string; date: string };

/** What is known of the disease, as the plan in force says it. */
export type DiseaseProfile = {
  disease: string;
  name: string;
  /** ℃ at and above which somebody has a fever. */
  feverFrom: number;
  symptoms: Symptom[];
  /** Days before arrival, the day of arrival included, over which stays count. */
  lookBackDays: number;
  incubationDays: number;
  /** An abnormal reading is reported upwards within this. */
  reportWithinMinutes: number;
  /** An alert that nobody answered climbs one level after this. */
  climbAfterMinutes: number;
};

/** Where somebody was, as the classification sees it. */
export type Origin = 'abroad' | 'high' | 'medium' | 'key' | 'lowElsewhere' | 'lowSameCity';

/** One row of the classification table. A condition that is left out does not matter. */
export type ClassificationRow = {
  /** Stable over versions: `mediumTested`. */
  id: string;
  when: {
    origins?: Origin[];
    contacts?: Contact[];
    /** A negative test on or after this many days before arrival, or none such. */
    negativeTestWithinDays?: { days: number; present: boolean };
    /** Green code and no fever or symptom, or not so. */
    healthy?: boolean;
    /** A fever or a symptom whatever the code says: for diseases without one. */
    feverOrSymptom?: boolean;
  };
  measure: Measure;
  days: number;
  testDays: number[];
  /** 临时隔离: what applies once the test is negative. */
  afterNegativeTest?: { measure: Measure; days: number; testDays: number[] };
  feverClinicFirst?: boolean;
  /** Said to the person; the place and dates are put in front. */
  words: string;
};

/** When readings are due, as times on the village's clock. A slot not reported by `closes` is missed. */
export type SlotTimes = { half: 'am' | 'pm'; opens: string; due: string; closes: string };

export type ObservationSchedule = {
  /** 0: the day of arrival is day 1; 1: the day after. */
  firstDayAfterArrival: number;
  slots: SlotTimes[];
  /** So many missed in a row go to the grid leader. */
  escalateAfterMissed: number;
};

/** The rules of one town from one day on. Versions are never changed or deleted: a decision can be replayed. */
export type RulebookDocument = {
  /** `<town>:<version>` */
  _id: string;
  gridPath: string[];
  version: number;
  title: string;
  source: Source;
  /** YYYY-MM-DD, the first day of arrival that it decides. */
  validFrom: string;
  profile: DiseaseProfile;
  classification: ClassificationRow[];
  schedule: ObservationSchedule;
  status: 'proposed' | 'approved' | 'rejected';
  proposedBy: string;
  proposedByName: string;
  proposedAt: string;
  /** Another officer than who proposed it; null while it waits, and for the one that was shipped. */
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
  /** Why it was rejected. */
  reason: string;
  /** The same form from the same phone is the same version. */
  requestId: string;
};
export type Rulebook = Pick<
  RulebookDocument,
  'version' | 'title' | 'source' | 'validFrom' | 'profile' | 'classification' | 'schedule'
>;

export type RiskLevel = 'high' | 'medium' | 'key';

/** 风险区域: a division and everything below it, for some days. Ended, never deleted. */
export type RiskAreaDocument = {
  _id: string;
  gridPath: string[];
  /** GB/T 2260, six digits: 510000 stands for the whole province, 510100 for the whole city. */
  code: string;
  level: RiskLevel;
  /** YYYY-MM-DD, both days included; null: until further notice. */
  validFrom: string;
  validTo: string | null;
  source: Source;
  listId: string;
  status: 'proposed' | 'approved' | 'rejected';
};
export type RiskArea = Pick<RiskAreaDocument, 'code' | 'level' | 'validFrom' | 'validTo'>;

/** What a decision is made from. Nothing else may enter it, so that replaying gives the same answer. */
export type Facts = {
  /** YYYY-MM-DD in UTC+8. */
  arrivalDate: string;
  stays: readonly Stay[];
  tests: readonly NucleicAcidTest[];
  contact: Contact;
  healthCode: 'green' | 'yellow' | 'red' | 'none';
  temperature: number | null;
  symptoms: readonly Symptom[];
  /** City-level code of the town itself, four digits: what 「同城」 is measured against. */
  homeCity: string;
};

/** A decision as it is stored with a declaration and an observation. */
export type Decision = {
  measure: Measure;
  days: number;
  testDays: number[];
  afterNegativeTest: { measure: Measure; days: number; testDays: number[] } | null;
  feverClinicFirst: boolean;
  /** Ids of the rows that applied, strictest first. */
  rows: string[];
  reasons: string[];
  rulebook: { version: number; title: string; source: string };
  /** The risk areas that touched a stay, as they were: replaying needs no other. */
  areas: RiskArea[];
  decidedAt: string;
};
