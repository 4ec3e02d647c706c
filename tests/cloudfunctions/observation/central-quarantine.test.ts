import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import { observationNow, putObservation, readingForm } from '../../support/observations';
import { useTownship } from '../../support/township';
import { enrolIn, type Enrolled } from '../matrix/samples';

const township = useTownship({ timers: false });
const DAY = '2026-03-08';
let family: Enrolled;
let observation: ObservationDocument;

beforeAll(async () => {
  await township.simulator.clock.set(`${DAY}T07:00:00+08:00`);
  family = await enrolIn(township, township.here);
  observation = putObservation(township, family.householdId, {
    arrivesAt: `${DAY}T06:30:00+08:00`,
    decision: { measure: 'centralQuarantine', days: 14, testDays: [1, 7] },
  });
});

test('nobody is asked for a reading, and none is taken', async () => {
  const head = township.as(family.openid);
  const { observed } = await head.get('observation', 'mine', {});
  expect(observed).toMatchObject([{ day: 1, days: 14, current: null, next: null, today: [], tests: [] }]);
  expect(await head.call('observation', 'report', readingForm(observation, `${DAY}-am`))).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining('没有安排') as string },
  });
});

test('no slot is missed, nobody is chased, and the list of what is due leaves them out', async () => {
  await township.simulator.clock.set('2026-03-10T11:00:00+08:00');
  await township.simulator.fireTimer('observation');
  expect(observationNow(township, observation)).toMatchObject({ slots: {}, missedInRow: 0, chase: null });
  const member = township.as(township.holderOf('gridMember', township.here.team.gridPath));
  const due = await member.get('observation', 'today', { dueOnly: true });
  expect(due.rows.filter(({ observationId }) => observationId === observation._id)).toEqual([]);
  const all = await member.get('observation', 'today', {});
  expect(all.rows.find(({ observationId }) => observationId === observation._id)).toMatchObject({
    nextSlot: null,
    urgency: 'done',
  });
});

test('the record and the notice hold the days only, longer days included', async () => {
  const doctor = township.as(township.holderOf('villageDoctor', township.here.gridPath));
  const notice = await doctor.get('observation', 'doorNotice', { observationId: observation._id });
  expect(notice).toMatchObject({ days: 14, slots: [], testDates: [] });
  const { requestId } = readingForm(observation, '');
  const longer = await doctor.get('observation', 'extend', {
    requestId,
    observationId: observation._id,
    days: 2,
    reason: '隔离点延长两天',
  });
  expect(longer).toMatchObject({ days: 16, counts: { expected: 0, missed: 0 } });
});
