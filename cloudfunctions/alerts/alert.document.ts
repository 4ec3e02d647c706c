import type { Symptom } from '../contracts/health';

export const ALERTS = 'alerts';

/** Who must answer. Everybody who may see an alert sees it at once; the duty to answer climbs. */
export type AlertLevel = 'villageDoctor' | 'gridLeader' | 'townOfficer';

/** open 待处理 → acknowledged 已接 → assessed 已判断 → closed 已办结. Nothing but a person closes one. */
export type AlertStatus = 'open' | 'acknowledged' | 'assessed' | 'closed';

/** 异常: an abnormal reading, or a symptom told by anybody. */
export type AlertDocument = {
  /** `<observation>:<slot>`, `<declaration>:arrival`, `self:<household>:<requestId hash>`, or `medicine:<hash of the task>`: the same event raises one. */
  _id: string;
  source: 'reading' | 'arrival' | 'selfReport' | 'medicine';
  observationId: string | null;
  declarationId: string | null;
  householdId: string;
  personId: string;
  name: string;
  phoneMask: string | null;
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  temperature: number | null;
  symptoms: Symptom[];
  other: string;
  raisedAt: string;
  raisedByName: string;
  /** The two-hour clock: when the town must have been told. */
  reportBy: string;
  level: AlertLevel;
  /** When the duty climbs next; null at the top, and once somebody answered. */
  climbsAt: string | null;
  climbAfterMinutes: number;
  /** Since when a message is due to whoever must answer; null once it left, or somebody answered. */
  messageDue: string | null;
  status: AlertStatus;
  acknowledged: { by: string; byName: string; role: AlertLevel; at: string } | null;
  assessment: {
    finding: 'normalOnRecheck' | 'keepWatching' | 'suspected';
    temperature: number | null;
    words: string;
    by: string;
    byName: string;
    at: string;
  } | null;
  /** 转诊: to which fever clinic, how, with whom, when; and that the town was told. */
  referral: {
    hospital: string;
    transport: string;
    escort: string;
    leavesAt: string;
    by: string;
    byName: string;
    at: string;
  } | null;
  reportedAt: string | null;
  outcome: {
    result: 'excluded' | 'confirmed' | 'recovered';
    words: string;
    by: string;
    byName: string;
    at: string;
  } | null;
  /** Open ones first, then by when they must be reported. */
  urgencyKey: string;
  /** Everything that happened to it, oldest first. */
  events: { at: string; byName: string; what: string }[];
  version: number;
  /** The latest acts, newest last; enough to recognise a retry whose answer got lost. */
  changes: { requestId: string; by: string }[];
};
