import type {
  ObservationRecord,
  ObservedPerson,
  ReadingView,
  SlotView,
} from '../../../cloudfunctions/contracts/observed';
import { momentsOf } from '../../../miniprogram/shared/slots';
import type { Mine } from '../../../miniprogram/services/observation';

/** A family under observation on the evening of 12 March. All invented. */
export const EVENING = Date.parse('2026-03-12T17:10:00+08:00');

const TIMES = [
  { half: 'am' as const, opens: '06:00', due: '10:00', closes: '14:00' },
  { half: 'pm' as const, opens: '16:00', due: '20:00', closes: '24:00' },
];

export const reading = (more: Partial<ReadingView> = {}): ReadingView => ({
  temperature: 36.5,
  symptoms: [],
  other: '',
  at: '2026-03-12T17:00:00+08:00',
  byName: '王桂兰',
  how: 'household',
  means: null,
  abnormal: false,
  ...more,
});

export function slot(key: string, more: Partial<SlotView> = {}): SlotView {
  const moments = momentsOf(TIMES, key)!;
  const text = (at: number) => new Date(at).toISOString();
  return {
    slot: key,
    date: key.slice(0, 10),
    half: key.endsWith('am') ? 'am' : 'pm',
    state: 'open',
    opensAt: text(moments.opens),
    dueAt: text(moments.due),
    closesAt: text(moments.closes),
    reading: null,
    explanation: null,
    ...more,
  };
}

export const observed = (name: string, more: Partial<ObservedPerson> = {}): ObservedPerson => ({
  observationId: `d-${name}:1`,
  personId: `p-${name}`,
  householdId: 'h1',
  name,
  isMe: false,
  measure: 'homeObservation',
  status: 'active',
  day: 5,
  days: 14,
  firstDate: '2026-03-08',
  lastDate: '2026-03-21',
  feverFrom: 37.3,
  symptoms: ['dryCough', 'fatigue', 'other'],
  current: slot('2026-03-12-pm'),
  next: slot('2026-03-13-am', { state: 'ahead' }),
  today: [slot('2026-03-12-am', { state: 'reported', reading: reading() }), slot('2026-03-12-pm')],
  lastReadings: [],
  missedInRow: 0,
  openAlerts: 0,
  tests: [],
  ...more,
});

/** Whose evening reading is in. */
export const reportedBy = (name: string, by: string, temperature = 36.5): ObservedPerson =>
  observed(name, {
    current: slot('2026-03-12-pm', {
      state: 'reported',
      reading: reading({ byName: by, temperature, abnormal: temperature >= 37.3 }),
    }),
  });

export const mine = (people: ObservedPerson[], more: Partial<Mine> = {}): Mine => ({
  observed: people,
  people: [
    ...people.map(({ personId, name }) => ({ personId, name, observed: true })),
    { personId: 'p-爷爷', name: '爷爷', observed: false },
  ],
  asks: { feverFrom: 37.3, symptoms: ['dryCough', 'other'] },
  reminder: null,
  ...more,
});

export const record = (more: Partial<ObservationRecord> = {}): ObservationRecord => ({
  observationId: 'd-陈芳:1',
  declarationId: 'd-陈芳',
  householdId: 'h1',
  personId: 'p-陈芳',
  name: '陈芳',
  sex: 'female',
  age: 40,
  papersMask: '510***********2424',
  phoneMask: '139****6021',
  gridId: 'g3',
  place: '青石镇 柳溪村 三组',
  address: '12 号',
  status: 'active',
  decision: {
    measure: 'homeObservation',
    days: 14,
    testDays: [1, 7],
    feverClinicFirst: false,
    reasons: ['过去 14 天去过成都市武侯区（中风险）'],
    words: '居家隔离观察 14 天',
    rulebook: { version: 1, title: '青石镇防控方案（第三版）', source: '青石镇防控指挥部 〔2026〕3 号' },
  },
  feverFrom: 37.3,
  symptoms: ['dryCough', 'fatigue', 'other'],
  firstDate: '2026-03-11',
  lastDate: '2026-03-24',
  day: 2,
  days: 14,
  record: [
    {
      date: '2026-03-11',
      day: 1,
      am: slot('2026-03-11-am', {
        state: 'late',
        reading: reading({ temperature: 36.9, symptoms: ['fatigue'], abnormal: true }),
      }),
      pm: slot('2026-03-11-pm', { state: 'missed' }),
    },
    {
      date: '2026-03-12',
      day: 2,
      am: slot('2026-03-12-am', {
        state: 'proxied',
        reading: reading({ byName: '张丽', how: 'gridMember', means: 'phone' }),
      }),
      pm: slot('2026-03-12-pm'),
    },
    {
      date: '2026-03-13',
      day: 3,
      am: slot('2026-03-13-am', { state: 'ahead' }),
      pm: slot('2026-03-13-pm', { state: 'ahead' }),
    },
  ],
  counts: { expected: 28, reported: 0, late: 1, proxied: 1, missed: 1, paused: 0, unexplained: 1 },
  spotChecks: [],
  tests: [
    {
      day: 1,
      date: '2026-03-11',
      state: 'done',
      done: { date: '2026-03-11', place: '镇卫生院', result: 'negative' },
    },
    { day: 2, date: '2026-03-12', state: 'due', done: null },
    { day: 7, date: '2026-03-17', state: 'ahead', done: null },
  ],
  missedInRow: 0,
  openAlerts: 0,
  responsible: [{ role: 'gridMember', name: '张丽' }],
  pauses: [],
  extensions: [],
  moves: [],
  ...more,
});
