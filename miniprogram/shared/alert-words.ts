import { type Moment, timeText } from './dates';
import {
  type AlertOutcomeName,
  ALERT_OUTCOMES,
  type FindingName,
  FINDINGS,
  ROLES,
  SYMPTOM_TERMS,
  SYMPTOMS,
  type SymptomName,
} from './labels';

type What = { temperature: number | null; symptoms: readonly SymptomName[]; other: string };

/** 38.2℃; empty where nobody measured. */
export const temperatureText = (temperature: number | null): string =>
  temperature === null ? '' : `${temperature.toFixed(1)}℃`;

/** 发热, or the symptoms that were told: an alert without any is one of the thermometer. */
export const complaintText = (what: Omit<What, 'temperature'>): string => inWords(what, SYMPTOM_TERMS);

/** The same as the family says it: 没力气 instead of 乏力. */
export const complaintInPlainWords = (what: Omit<What, 'temperature'>): string => inWords(what, SYMPTOMS);

function inWords(
  { symptoms, other }: Omit<What, 'temperature'>,
  words: Readonly<Record<SymptomName, string>>,
): string {
  if (symptoms.length === 0) return '发热';
  return symptoms.map((symptom) => (symptom === 'other' && other !== '' ? other : words[symptom])).join('、');
}

/** 1 小时 22 分, 8 分 */
function lengthText(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} 分`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}

export type AlertClock = {
  state: 'running' | 'late' | 'told';
  /** 「18:32 前报到镇里」 */
  line: string;
  /** 「1 小时 22 分」; empty once the town was told. */
  left: string;
  /** How much of the time has passed. */
  percent: number;
};

/** The clock until which the town must have been told. */
export function alertClock(
  { raisedAt, reportBy, reportedAt }: { raisedAt: string; reportBy: string; reportedAt: string | null },
  now: Moment,
): AlertClock {
  if (reportedAt !== null)
    return { state: 'told', line: `${timeText(reportedAt)} 已报镇里`, left: '', percent: 100 };
  const [from, until, at] = [Date.parse(raisedAt), Date.parse(reportBy), Number(new Date(now))];
  const line = `${timeText(reportBy)} 前报到镇里`;
  if (at >= until) return { state: 'late', line, left: lengthText(at - until), percent: 100 };
  const percent = Math.min(100, Math.max(0, Math.round(((at - from) / (until - from)) * 100)));
  // Minutes that are begun count: 「还剩 1 分」 until the last second.
  return { state: 'running', line, left: lengthText(Math.ceil((until - at) / 60_000) * 60_000), percent };
}

type Standing = {
  status: 'open' | 'acknowledged' | 'assessed' | 'closed';
  level: 'villageDoctor' | 'gridLeader' | 'townOfficer';
  takenBy: string | null;
  finding: FindingName | null;
  outcome: AlertOutcomeName | null;
};

/** How far an alert has come: 「等村医来接」, 「李梅（村医）已接」. */
export function standingText({ status, level, takenBy, finding, outcome }: Standing): string {
  switch (status) {
    case 'open':
      return level === 'villageDoctor' ? '等村医来接' : `没人接，已升到${ROLES[level]}`;
    case 'acknowledged':
      return `${takenBy ?? ''}已接`;
    case 'assessed':
      return finding === null ? '' : FINDINGS[finding];
    case 'closed':
      return outcome === null ? '已办结' : `已办结：${ALERT_OUTCOMES[outcome]}`;
  }
}
