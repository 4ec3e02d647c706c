import type { DeclarationView } from '../../../../cloudfunctions/contracts/index';
import { calendarDate, dayText, momentText } from '../../../shared/dates';
import {
  CONTACTS,
  HEALTH_CODES,
  SEXES,
  strictnessOf,
  SYMPTOM_TERMS,
  TEST_RESULTS,
  testDayWords,
} from '../../../shared/labels';
import { shortPlace } from '../../../shared/places';
import { temperatureText } from '../../../shared/temperature';
import { transportWords } from '../transport-words';

type Decision = DeclarationView['decision'];
type Tone = 'brand' | 'amber' | 'green' | 'grey';
export type Fact = { label: string; value: string };

/** What the rule says, as the page shows it. */
export type DecisionShown = {
  words: string;
  tests: string;
  reasons: string[];
  source: string;
  feverClinicFirst: boolean;
  tone: 'green' | 'amber' | 'red';
  measure: Decision['measure'];
};

/** A declaration as its page shows it. */
export type CheckView = {
  version: number;
  name: string;
  note: string;
  tag: { text: string; tone: Tone };
  place: string;
  phoneMask: string;
  facts: Fact[];
  companions: { declarationId: string; name: string; state: string }[];
  stays: DeclarationView['stays'];
  arrivalDate: string;
  lookBackDays: number;
  signature: string;
  hasPhotos: boolean;
  isOpen: boolean;
  decision: DecisionShown;
  /** 「新增风险区域：…」, while somebody has to decide on it. */
  review: string;
  observationId: string;
};

const HOW = { self: '本人', household: '家里人', proxy: '工作人员代办', pushedList: '上级名单' } as const;
const STATES = { declared: '待核实', checked: '已核实', closed: '已结束', cancelled: '不来了' } as const;

export function checkView(declared: DeclarationView, now: number): CheckView {
  return {
    version: declared.version,
    name: declared.name,
    note: `${SEXES[declared.sex]} · ${declared.age} 岁 · 证件 ${declared.papersMask}`,
    tag: tagOf(declared, now),
    place: `${shortPlace(declared.place)} ${declared.address}`,
    phoneMask: declared.phoneMask ?? '',
    facts: factsOf(declared, now),
    companions: declared.companions.map(({ declarationId, name, status }) => ({
      declarationId,
      name,
      state: STATES[status],
    })),
    stays: declared.stays,
    arrivalDate: calendarDate(declared.arrivesAt),
    lookBackDays: declared.lookBackDays,
    signature: drawnSignature(declared.signature),
    hasPhotos: Object.values(declared.photos).some(Boolean),
    isOpen: declared.status === 'declared',
    decision: decisionShown(declared.decision),
    review: declared.review?.because ?? '',
    observationId: declared.observationId ?? '',
  };
}

function tagOf({ status, waitsFor, arrivesAt }: DeclarationView, now: number): CheckView['tag'] {
  if (status === 'checked') return { text: '已核实', tone: 'green' };
  if (status !== 'declared') return { text: STATES[status], tone: 'grey' };
  if (waitsFor === 'check') return { text: '到了，待核实', tone: 'amber' };
  return Date.parse(arrivesAt) < now
    ? { text: '该到没到', tone: 'amber' }
    : { text: '还没到', tone: 'brand' };
}

function factsOf(declared: DeclarationView, now: number): Fact[] {
  const { health, test, transport, arrivesAt, declaredBy, declaredAt, waitsFor, checkedByName } = declared;
  const symptoms = health.symptoms.map((one) =>
    one === 'other' && health.other !== '' ? health.other : SYMPTOM_TERMS[one],
  );
  return [
    { label: waitsFor === 'arrival' ? '计划到' : '到村', value: momentText(arrivesAt, now) },
    { label: '怎么来', value: transportWords(transport) },
    { label: '体温', value: health.temperature === null ? '没量' : temperatureText(health.temperature) },
    { label: '症状', value: symptoms.length === 0 ? '都没有' : symptoms.join('、') },
    { label: '接触病人', value: CONTACTS[health.contact] },
    { label: '健康码', value: HEALTH_CODES[declared.healthCode] },
    {
      label: '核酸',
      value: test === null ? '没做' : `${dayText(test.date)} ${TEST_RESULTS[test.result]} ${test.place}`,
    },
    {
      label: '谁申报',
      value: `${declaredBy.name}（${HOW[declaredBy.how]}），${momentText(declaredAt, now)}`,
    },
    ...(declared.checkedAt === null
      ? []
      : [{ label: '谁核实', value: `${checkedByName ?? ''}，${momentText(declared.checkedAt, now)}` }]),
    ...(declared.cancelled === null ? [] : [{ label: '不来的原因', value: declared.cancelled.reason }]),
  ];
}

export const decisionShown = (decision: Decision): DecisionShown => ({
  words: decision.words,
  tests: testDayWords(decision.testDays),
  reasons: decision.reasons,
  source: [decision.rulebook.title, decision.rulebook.source].filter((part) => part !== '').join('，'),
  feverClinicFirst: decision.feverClinicFirst,
  tone: toneOf(decision),
  measure: decision.measure,
});

function toneOf({ feverClinicFirst, measure }: Decision): DecisionShown['tone'] {
  if (feverClinicFirst || strictnessOf(measure) >= strictnessOf('temporaryIsolation')) return 'red';
  return measure === 'freeMovement' ? 'green' : 'amber';
}

/** A stay in the list below the squares. */
export type StayRow = { name: string; days: string };
export const stayRow = ({ name, from, to }: { name: string; from: string; to: string }): StayRow => ({
  name,
  days: from === to ? dayText(from) : `${dayText(from)} 到 ${dayText(to)}`,
});

/** The strokes as a picture: the path was drawn in a box of 320 × 160. */
function drawnSignature(path: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 160"><path d="${path}" fill="none" stroke="#1f2429" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** The button names what begins: a mix-up would hurt. */
export const CHECK_BUTTON: Readonly<Record<Decision['measure'], string>> = {
  freeMovement: '核实，可以正常出行',
  healthMonitoring: '核实并开始健康监测',
  homeObservation: '核实并开始居家隔离观察',
  temporaryIsolation: '核实并开始临时隔离',
  centralQuarantine: '核实并转集中隔离',
};
