import type { AlertRow, AlertView } from '../../../../cloudfunctions/contracts/index';

const soon = () => new Date(Date.now() + 3_600_000).toISOString();

/** An alert as the cloud tells of it; change what the test is about. */
export const alertRow = (changes: Partial<AlertRow> = {}): AlertRow => ({
  alertId: 'a1',
  name: '王桂英',
  place: '青石镇 柳溪村 三组',
  temperature: 38.2,
  symptoms: [],
  other: '',
  raisedAt: new Date(Date.now() - 3_600_000).toISOString(),
  reportBy: soon(),
  reportedAt: null,
  status: 'open',
  level: 'villageDoctor',
  takenBy: null,
  finding: null,
  outcome: null,
  ...changes,
});

export const alertView = (changes: Partial<AlertView> = {}): AlertView => ({
  ...alertRow(),
  source: 'reading',
  version: 3,
  climbsAt: null,
  person: { personId: 'p1', sex: 'female', age: 71, phoneMask: '154****0001' },
  household: {
    householdId: 'h1',
    address: '27 号',
    headName: '王大山',
    headPhoneMask: '154****0002',
    peopleCount: 3,
  },
  readings: [
    {
      date: '2026-11-21',
      half: 'am',
      state: 'reported',
      temperature: 38.2,
      symptoms: ['fatigue'],
      abnormal: true,
    },
    { date: '2026-11-20', half: 'pm', state: 'missed', temperature: null, symptoms: [], abnormal: false },
  ],
  observationId: 'o1',
  acknowledgement: null,
  assessment: null,
  referral: null,
  closing: null,
  events: [{ at: soon(), byName: '王桂英', what: '体温 38.2℃' }],
  steps: ['acknowledge'],
  ...changes,
});
