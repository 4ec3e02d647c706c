import type { AlertDocument } from '../../../cloudfunctions/alerts/alert.document';
import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import type { ReturnCountsDocument } from '../../../cloudfunctions/returns/count-returns';
import { putAlert, taken } from '../../support/alerts';
import { newRequestId } from '../../support/forms';
import { observationNow, putObservation, readingForm } from '../../support/observations';
import { type Phone, useTownship } from '../../support/township';
import { enrolIn, type Enrolled } from '../matrix/samples';

const township = useTownship({ timers: false });
const DAY = '2026-03-08';
const am = `${DAY}-am`;
const pm = `${DAY}-pm`;
let family: Enrolled;
let observation: ObservationDocument;
let doctor: Phone;

const at = (time: string) => township.simulator.clock.set(`${DAY}T${time}+08:00`);
const now = () => observationNow(township, observation);

beforeEach(async () => {
  await at('07:00:00');
  family = await enrolIn(township, township.here);
  observation = putObservation(township, family.householdId, {
    arrivesAt: `${DAY}T06:30:00+08:00`,
    person: (people) => people.find(({ personId }) => personId === family.headId)!,
  });
  doctor = township.as(township.holderOf('villageDoctor', township.here.gridPath));
}, 60_000);

const move = (gridId: string, changes = {}) => ({
  requestId: newRequestId(),
  observationId: observation._id,
  gridId,
  address: '桥头 9 号',
  reason: '搬去女儿家',
  ...changes,
});

test('moving to another village hands the record, its alerts and its counts over', async () => {
  await township
    .as(family.openid)
    .get('observation', 'report', readingForm(observation, am, { temperature: 38.1 }));
  const { gridId } = township.there.team;
  const asked = move(gridId);
  const answers = [
    await doctor.get('observation', 'move', asked),
    await doctor.get('observation', 'move', asked),
  ];
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[0]!.place).toContain(township.there.name);
  expect(now()).toMatchObject({
    gridId,
    gridPath: township.there.team.gridPath,
    openAlerts: 1,
    moves: [{ fromGridId: observation.gridId, reason: '搬去女儿家' }],
  });
  const find = (phone: Phone) => phone.call('observation', 'record', { observationId: observation._id });
  expect(await find(doctor)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  const theirs = township.as(township.holderOf('villageDoctor', township.there.gridPath));
  expect(await find(theirs)).toMatchObject({ data: { address: '桥头 9 号', counts: { expected: 28 } } });
  const alert = township
    .documents<{ observationId: string; gridPath: string[] }>('alerts')
    .find(({ observationId }) => observationId === observation._id);
  expect(alert!.gridPath).toEqual(township.there.team.gridPath);
  const counts = township.documents<ReturnCountsDocument>('return_counts');
  const of = (id: string) => counts.find(({ _id }) => _id === id);
  expect(of(gridId)).toMatchObject({ alerts: 1, measures: { homeObservation: 1 } });
  expect(of(observation.gridId)).toMatchObject({ alerts: 0, measures: { homeObservation: -1 } });
  // The family goes on reporting from where it lives now.
  await at('16:00:00');
  await township.as(family.openid).get('observation', 'report', readingForm(observation, pm));
});

test('moving takes along every alert about the person that is open, and nobody else’s', async () => {
  const about = (changes: Partial<AlertDocument>) =>
    putAlert(township, family.householdId, { personId: family.headId, ...changes });
  const goes = [
    about({ observationId: `${observation.declarationId}:0` }),
    about({ observationId: null }),
    about({ observationId: null, ...taken }),
  ];
  const stays = [about({ status: 'closed' }), about({ personId: 'somebody-else-at-home' })];
  const alertsOf = (id: string) =>
    township.documents<ReturnCountsDocument>('return_counts').find(({ _id }) => _id === id)?.alerts ?? 0;
  const { gridId, gridPath } = township.there.team;
  const before = { here: alertsOf(observation.gridId), there: alertsOf(gridId) };
  const asked = move(gridId);
  await doctor.get('observation', 'move', asked);
  await doctor.get('observation', 'move', asked);

  const placeOf = (id: string) =>
    township.documents<AlertDocument>('alerts').find(({ _id }) => _id === id)!.gridPath;
  expect(goes.map(placeOf)).toEqual(goes.map(() => gridPath));
  expect(stays.map(placeOf)).toEqual(stays.map(() => observation.gridPath));
  // Those of a record are counted with the record; the two that were told before it, in the grid that has them.
  expect({ here: alertsOf(observation.gridId), there: alertsOf(gridId) }).toEqual({
    here: before.here - 2,
    there: before.there + 2,
  });
});

test('moving goes to a team, not to a village; and nobody moves people of another village', async () => {
  expect(await doctor.call('observation', 'move', move(township.there.gridId))).toMatchObject({
    error: { fields: { gridId: expect.any(String) as string } },
  });
  const theirs = township.as(township.holderOf('villageDoctor', township.there.gridPath));
  expect(await theirs.call('observation', 'move', move(township.there.team.gridId))).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  expect(now().gridId).toBe(observation.gridId);
});
