import type { ClassificationRow, DiseaseProfile, ObservationSchedule, Rulebook } from './rulebook.document';

/**
 * What a town begins with, and what an officer may start a new version from. Every number in it is a default of published township plans
 * (2020–2022) and is changed by approving a version, never here.
 */
const SOURCE = { organisation: '随程序附带的默认规则', documentNumber: '', date: '2022-06-30' };

const SCHEDULE: ObservationSchedule = {
  firstDayAfterArrival: 0,
  slots: [
    { half: 'am', opens: '06:00', due: '10:00', closes: '14:00' },
    { half: 'pm', opens: '16:00', due: '20:00', closes: '24:00' },
  ],
  escalateAfterMissed: 2,
};

const AT_HOME = '这些天不出门，也不让人来家里。';
const MAY_GO_OUT = '可以出门，不参加聚会，早晚报体温。';
const FETCHED = '请待在原地不要走动，会有专车来接。';

const COVID_PROFILE: DiseaseProfile = {
  disease: 'covid19',
  name: '新冠肺炎',
  feverFrom: 37.3,
  symptoms: [
    'dryCough',
    'fatigue',
    'soreThroat',
    'chestTightness',
    'diarrhoea',
    'lossOfSmell',
    'headache',
    'muscleAche',
    'runnyNose',
    'other',
  ],
  lookBackDays: 14,
  incubationDays: 14,
  reportWithinMinutes: 120,
  climbAfterMinutes: 30,
};

const FOURTEEN_AT_HOME = { measure: 'homeObservation' as const, days: 14, testDays: [1, 7, 14] };

const COVID_TABLE: ClassificationRow[] = [
  {
    id: 'highRisk',
    when: { origins: ['high'] },
    measure: 'centralQuarantine',
    days: 14,
    testDays: [],
    words: FETCHED,
  },
  {
    id: 'closeContact',
    when: { contacts: ['close'] },
    measure: 'centralQuarantine',
    days: 14,
    testDays: [],
    words: FETCHED,
  },
  {
    id: 'mediumUntested',
    when: { origins: ['medium', 'key'], negativeTestWithinDays: { days: 7, present: false } },
    measure: 'temporaryIsolation',
    days: 2,
    testDays: [1],
    afterNegativeTest: FOURTEEN_AT_HOME,
    words: '请先不要出门，工作人员会安排做核酸。',
  },
  {
    id: 'mediumTested',
    when: { origins: ['medium', 'key'], negativeTestWithinDays: { days: 7, present: true } },
    ...FOURTEEN_AT_HOME,
    words: AT_HOME,
  },
  {
    id: 'secondaryContact',
    when: { contacts: ['secondary'] },
    ...FOURTEEN_AT_HOME,
    words: AT_HOME,
  },
  {
    id: 'abroad',
    when: { origins: ['abroad'] },
    measure: 'homeObservation',
    days: 7,
    testDays: [1, 7],
    words: `集中隔离期满以后才回来。${AT_HOME}`,
  },
  {
    id: 'lowElsewhere',
    when: { origins: ['lowElsewhere'], healthy: true },
    measure: 'healthMonitoring',
    days: 14,
    testDays: [7, 14],
    words: MAY_GO_OUT,
  },
  {
    id: 'lowElsewhereUnwell',
    when: { origins: ['lowElsewhere'], healthy: false },
    ...FOURTEEN_AT_HOME,
    words: AT_HOME,
  },
  {
    id: 'lowSameCity',
    when: { origins: ['lowSameCity'], healthy: true },
    measure: 'freeMovement',
    days: 0,
    testDays: [],
    words: '',
  },
  {
    id: 'lowSameCityUnwell',
    when: { origins: ['lowSameCity'], healthy: false },
    measure: 'healthMonitoring',
    days: 7,
    testDays: [1],
    words: MAY_GO_OUT,
  },
];

const INFLUENZA_PROFILE: DiseaseProfile = {
  disease: 'influenza',
  name: '流感',
  feverFrom: 38,
  symptoms: ['dryCough', 'soreThroat', 'headache', 'muscleAche', 'fatigue', 'runnyNose', 'other'],
  lookBackDays: 7,
  incubationDays: 7,
  reportWithinMinutes: 120,
  climbAfterMinutes: 30,
};

const SEVEN_MONITORED = { measure: 'healthMonitoring' as const, days: 7, testDays: [], words: MAY_GO_OUT };

const INFLUENZA_TABLE: ClassificationRow[] = [
  {
    id: 'unwell',
    when: { feverOrSymptom: true },
    measure: 'homeObservation',
    days: 7,
    testDays: [],
    words: '在家休息，戴口罩，不去上班上学。',
  },
  { id: 'contact', when: { contacts: ['close', 'secondary'] }, ...SEVEN_MONITORED },
  { id: 'outbreakArea', when: { origins: ['high', 'medium', 'key'] }, ...SEVEN_MONITORED },
  { id: 'abroad', when: { origins: ['abroad'] }, ...SEVEN_MONITORED },
  {
    id: 'elsewhere',
    when: { origins: ['lowElsewhere', 'lowSameCity'], feverOrSymptom: false },
    measure: 'freeMovement',
    days: 0,
    testDays: [],
    words: '',
  },
];

/** In force where a town has approved nothing: decisions name it as version 0. */
export const SHIPPED_COVID19: Rulebook = {
  version: 0,
  title: '新冠肺炎防控规则（默认）',
  source: SOURCE,
  validFrom: '2020-01-01',
  profile: COVID_PROFILE,
  classification: COVID_TABLE,
  schedule: SCHEDULE,
};

const SHIPPED_INFLUENZA: Rulebook = {
  version: 0,
  title: '流感防控规则（默认）',
  source: SOURCE,
  validFrom: '2020-01-01',
  profile: INFLUENZA_PROFILE,
  classification: INFLUENZA_TABLE,
  schedule: SCHEDULE,
};

export const SHIPPED: readonly Rulebook[] = [SHIPPED_COVID19, SHIPPED_INFLUENZA];
