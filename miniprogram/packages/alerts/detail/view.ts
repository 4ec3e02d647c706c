import type { AlertStep, AlertView } from '../../../../cloudfunctions/contracts/index';
import { complaintText, standingText, temperatureText } from '../../../shared/alert-words';
import { dayText, momentText, timeText } from '../../../shared/dates';
import { SEXES, SYMPTOM_TERMS } from '../../../shared/labels';
import { shortPlace } from '../../../shared/places';

type Fact = { label: string; value: string };
/** Somebody to call: the number itself is opened by pressing. */
export type Callee = { whose: 'person' | 'head'; text: string; mask: string };
export type StepButton = { step: AlertStep; text: string };

export type DetailView = {
  alertId: string;
  version: number;
  name: string;
  complaint: string;
  temperature: string;
  note: string;
  standing: string;
  isOpen: boolean;
  raisedAt: string;
  reportBy: string;
  reportedAt: string;
  facts: Fact[];
  callees: Callee[];
  readings: { key: string; when: string; value: string; symptoms: string; abnormal: boolean }[];
  story: { key: number; when: string; who: string; what: string }[];
  /** What to do now: the page's one filled button; null when it is somebody else's turn. */
  primary: StepButton | null;
  others: StepButton[];
  /** Whose turn it is, when not the caller's. */
  waiting: string;
};

const STEPS: Readonly<Record<AlertStep, string>> = {
  acknowledge: '我来处理',
  assess: '量体温、判断',
  refer: '送发热门诊',
  reportUp: '已报镇里',
  close: '办结',
};
const AGAIN: Partial<Record<AlertStep, string>> = { assess: '再判断一次', refer: '改转诊安排' };

const SLOT_STATES = { missed: '没报', paused: '暂停' } as const;

export function detailView(alert: AlertView, now: number): DetailView {
  const [primary = null, ...others] = alert.steps.map((step) => ({ step, text: stepText(step, alert) }));
  return {
    alertId: alert.alertId,
    version: alert.version,
    name: alert.name,
    complaint: complaintText(alert),
    temperature: temperatureText(alert.temperature),
    note: `${shortPlace(alert.place)} · ${momentText(alert.raisedAt, now)} 上报`,
    standing: standingText(alert),
    isOpen: alert.status !== 'closed',
    raisedAt: alert.raisedAt,
    reportBy: alert.reportBy,
    reportedAt: alert.reportedAt ?? '',
    facts: factsOf(alert),
    callees: calleesOf(alert),
    readings: alert.readings.map(readingOf),
    story: alert.events
      .map((event, key) => ({ key, when: momentText(event.at, now), who: event.byName, what: event.what }))
      .reverse(),
    primary,
    others,
    waiting: waitingText(alert),
  };
}

const stepText = (step: AlertStep, { assessment, referral }: AlertView): string => {
  const isAgain = (step === 'assess' && assessment !== null) || (step === 'refer' && referral !== null);
  return (isAgain ? AGAIN[step] : undefined) ?? STEPS[step];
};

/** Whose turn it is, when what comes next is not the caller's to do; there may be other things that are. */
function waitingText({ status, assessment, referral, reportedAt, steps }: AlertView): string {
  if (status === 'closed') return '';
  if (status === 'open') return steps.includes('acknowledge') ? '' : '等村医、网格长或镇防控办来接';
  if (assessment === null) return steps.includes('assess') ? '' : '等村医量体温、判断';
  const isSent = assessment.finding !== 'suspected' || (referral !== null && reportedAt !== null);
  return isSent && !steps.includes('close') ? '等村医办结' : '';
}

function factsOf({ person, household, assessment, referral, closing }: AlertView): Fact[] {
  return [
    ...(person ? [{ label: '本人', value: `${SEXES[person.sex]} · ${person.age} 岁` }] : []),
    ...(household
      ? [
          {
            label: '住址',
            value: `${household.address}（${household.headName}家，${household.peopleCount} 口人）`,
          },
        ]
      : []),
    ...(assessment
      ? [
          {
            label: '判断',
            value: [temperatureText(assessment.temperature), assessment.words].filter(Boolean).join('，'),
          },
        ]
      : []),
    ...(referral
      ? [
          {
            label: '转诊',
            value: `${timeText(referral.leavesAt)} 去${referral.hospital}，${referral.transport}，${referral.escort}护送`,
          },
        ]
      : []),
    ...(closing ? [{ label: '结果', value: closing.words }] : []),
  ];
}

/** The person's own number first; the head's where it is another's. */
function calleesOf({ name, person, household }: AlertView): Callee[] {
  const own = person?.phoneMask ?? null;
  const head = household?.headPhoneMask ?? null;
  return [
    ...(own === null ? [] : [{ whose: 'person' as const, text: name, mask: own }]),
    ...(household === null || head === null || head === own
      ? []
      : [{ whose: 'head' as const, text: `户主${household.headName}`, mask: head }]),
  ];
}

const readingOf = ({
  date,
  half,
  state,
  temperature,
  symptoms,
  abnormal,
}: AlertView['readings'][number]): DetailView['readings'][number] => ({
  key: `${date}-${half}`,
  when: `${dayText(date)}${half === 'am' ? '早上' : '晚上'}`,
  value:
    state === 'missed' || state === 'paused'
      ? SLOT_STATES[state]
      : temperatureText(temperature) || '没有体温',
  symptoms: symptoms.map((symptom) => SYMPTOM_TERMS[symptom]).join('、'),
  abnormal,
});

export const emptyDetail: DetailView = {
  alertId: '',
  version: 0,
  name: '',
  complaint: '',
  temperature: '',
  note: '',
  standing: '',
  isOpen: false,
  raisedAt: '',
  reportBy: '',
  reportedAt: '',
  facts: [],
  callees: [],
  readings: [],
  story: [],
  primary: null,
  others: [],
  waiting: '',
};
