import { toCalendarDate, chinaTime } from '../../../cloudfunctions/kernel/clock';
import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import type {
  DeclarationDocument,
  ReturneeDocument,
} from '../../../cloudfunctions/returns/declaration.document';
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

const at = (time: string, day = DAY) => township.simulator.clock.set(`${day}T${time}+08:00`);
const now = () => observationNow(township, observation);
const act = () => ({ requestId: newRequestId(), observationId: observation._id });
const start = (options: Parameters<typeof putObservation>[2] = {}) =>
  putObservation(township, family.householdId, {
    arrivesAt: `${DAY}T06:30:00+08:00`,
    person: (people) => people.find(({ personId }) => personId === family.headId)!,
    ...options,
  });

beforeEach(async () => {
  await at('07:00:00');
  family = await enrolIn(township, township.here);
  observation = start();
  doctor = township.as(township.holderOf('villageDoctor', township.here.gridPath));
}, 60_000);

describe('a gap', () => {
  test('is explained once it is one, and not before', async () => {
    const explain = () =>
      doctor.call('observation', 'explainGap', { ...act(), slot: am, text: '手机没电，人在家' });
    expect(await explain()).toMatchObject({ error: { code: 'CONFLICT' } });
    await at('14:00:00');
    const before = await doctor.get('observation', 'record', { observationId: observation._id });
    expect(before.counts).toMatchObject({ expected: 28, missed: 1, unexplained: 1 });
    expect(await explain()).toMatchObject({
      data: {
        counts: { missed: 1, unexplained: 0 },
        record: { 0: { am: { explanation: { text: '手机没电，人在家' } } } },
      },
    });
    expect(now().slots[am]).toMatchObject({ state: 'missed', explanation: { byName: '测试人员' } });
  });
});

describe('in hospital', () => {
  test('nothing is asked; back home the slot that is open is asked for again', async () => {
    const paused = act();
    await doctor.get('observation', 'pause', { ...paused, reason: '阑尾炎住院' });
    await doctor.get('observation', 'pause', { ...paused, reason: '阑尾炎住院' });
    expect(now().pauses).toHaveLength(1);
    const own = township.as(family.openid);
    expect(await own.call('observation', 'report', readingForm(observation, am))).toMatchObject({
      error: { code: 'CONFLICT', message: expect.stringContaining('暂停') as string },
    });
    expect(now().wakesAt).toBeNull();
    await at('17:00:00');
    const record = await doctor.get('observation', 'resume', act());
    expect(record).toMatchObject({
      status: 'active',
      counts: { paused: 1, missed: 0 },
      pauses: [{ reason: '阑尾炎住院', to: `${DAY}T17:00:00+08:00` }],
    });
    expect(now()).toMatchObject({ nextSlot: pm, missedInRow: 0, wakesAt: `${DAY}T20:00:00+08:00` });
    await own.get('observation', 'report', readingForm(observation, pm));
    expect(await doctor.call('observation', 'resume', act())).toMatchObject({ error: { code: 'CONFLICT' } });
  });
});

describe('more days', () => {
  test('are added to the end, and its slots are expected from then on', async () => {
    const officer = township.as(township.holderOf('townOfficer', [township.town.gridId]));
    const asked = { ...act(), days: 7, reason: '同住的人确诊' };
    await officer.get('observation', 'extend', asked);
    const record = await officer.get('observation', 'extend', asked);
    expect(record).toMatchObject({ days: 21, lastDate: '2026-03-28', counts: { expected: 42 } });
    expect(record.extensions).toHaveLength(1);
    const member = township.as(township.holderOf('gridMember', township.here.team.gridPath));
    expect(await member.call('observation', 'extend', { ...asked, ...act() })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
  });

  test('decided when the last one is over: what passed meanwhile says why nobody reported', async () => {
    observation = start({
      arrivesAt: '2026-03-06T06:30:00+08:00',
      decision: { days: 1, testDays: [] },
      changes: {
        slots: {
          '2026-03-06-am': { state: 'missed', reading: null, explanation: null },
          '2026-03-06-pm': { state: 'missed', reading: null, explanation: null },
        },
        missedInRow: 2,
      },
    });
    const record = await doctor.get('observation', 'extend', { ...act(), days: 3, reason: '又发现密接' });
    expect(record.counts).toMatchObject({ expected: 8, missed: 4, unexplained: 2 });
    expect(now()).toMatchObject({
      nextSlot: am,
      lastDate: '2026-03-09',
      missedInRow: 2,
      nextOpensAt: `${DAY}T06:00:00+08:00`,
    });
  });
});

describe('a test', () => {
  const today = () => toCalendarDate(chinaTime(township.simulator.clock.now()));
  const test1 = (result: 'negative' | 'positive' | 'waiting', changes = {}) => ({
    ...act(),
    day: 1,
    date: today(),
    place: '镇卫生院',
    result,
    ...changes,
  });

  test('that waits for its result is completed later; a finished one stays', async () => {
    const first = await doctor.get('observation', 'recordTest', test1('waiting'));
    expect(first.tests.map(({ state }) => state)).toEqual(['waiting', 'ahead', 'ahead']);
    const asked = test1('negative');
    const second = await doctor.get('observation', 'recordTest', asked);
    expect(second.tests[0]).toMatchObject({ state: 'done', done: { result: 'negative' } });
    expect(await doctor.get('observation', 'recordTest', asked)).toEqual(second);
    expect(await doctor.call('observation', 'recordTest', test1('positive'))).toMatchObject({
      error: { code: 'CONFLICT' },
    });
  });

  test('that is positive raises one alert', async () => {
    const asked = test1('positive');
    const records = await Promise.all([1, 2].map(() => doctor.call('observation', 'recordTest', asked)));
    expect(records.map(({ ok }) => ok)).toEqual([true, true]);
    expect(now().openAlerts).toBe(1);
  });

  test.each([
    ['a day without a test', { day: 3 }, 'day'],
    ['tomorrow', { date: '2026-03-09' }, 'date'],
    ['before it began', { date: '2026-03-07' }, 'date'],
  ])('of %s is refused beside its field', async (_what, changes, field) => {
    expect(await doctor.call('observation', 'recordTest', test1('negative', changes))).toMatchObject({
      error: { code: 'INVALID_INPUT', fields: { [field]: expect.any(String) as string } },
    });
  });

  test('that is negative ends a temporary isolation: fourteen days at home take over', async () => {
    observation = start({
      decision: {
        measure: 'temporaryIsolation',
        days: 2,
        testDays: [1],
        afterNegativeTest: { measure: 'homeObservation', days: 14, testDays: [1, 7, 14] },
      },
    });
    await township.as(family.openid).get('observation', 'report', readingForm(observation, am));
    const asked = test1('negative');
    const record = await doctor.get('observation', 'recordTest', asked);
    expect(record).toMatchObject({
      observationId: `${observation.declarationId}:2`,
      decision: { measure: 'homeObservation', days: 14 },
      firstDate: DAY,
      lastDate: '2026-03-21',
      counts: { expected: 27 },
      tests: [{ state: 'done' }, { state: 'ahead' }, { state: 'ahead' }],
    });
    expect(await doctor.get('observation', 'recordTest', asked)).toEqual(record);
    expect(now()).toMatchObject({ status: 'ended', replacedBy: record.observationId, wakesAt: null });
    const declaration = township
      .documents<DeclarationDocument>('declarations')
      .find(({ _id }) => _id === observation.declarationId);
    expect(declaration).toMatchObject({ observationId: record.observationId, decision: { days: 14 } });
    const returnee = township
      .documents<ReturneeDocument>('returnees')
      .find(({ _id }) => _id === observation.personKey);
    expect(returnee!.openObservationId).toBe(record.observationId);
    const mine = await township.as(family.openid).get('observation', 'mine', {});
    expect(mine.observed.map(({ observationId }) => observationId)).toContain(record.observationId);
  });
});

test('who answers for somebody is named, and stands on the notice for the door', async () => {
  const responsible = [
    { role: 'villageDoctor' as const, name: '何医生' },
    { role: 'police' as const, name: '周警官' },
  ];
  await doctor.get('observation', 'setResponsible', { ...act(), responsible });
  const notice = await doctor.get('observation', 'doorNotice', { observationId: observation._id });
  expect(notice).toMatchObject({
    responsible,
    firstDate: DAY,
    lastDate: '2026-03-21',
    testDates: [DAY, '2026-03-14', '2026-03-21'],
  });
  const own = await township
    .as(family.openid)
    .get('observation', 'myDoorNotice', { observationId: observation._id });
  expect(own).toEqual({ ...notice, issuedAt: own.issuedAt });
});

test('a team that moves to another village, or is named anew, takes its people under observation along', async () => {
  const office = township.as(township.holderOf('townOfficer', [township.town.gridId]));
  const { gridId } = township.here.team;
  await office.get('township', 'changeGrid', { gridId, name: '新名一组', knownHouseholds: 5 });
  expect(now().pathNames.at(-1)).toBe('新名一组');
  const requestId = newRequestId();
  for (let done = false; !done;)
    ({ done } = await office.get('township', 'moveGrid', {
      requestId,
      gridId,
      parentId: township.there.gridId,
    }));
  expect(now()).toMatchObject({ gridPath: [township.town.gridId, township.there.gridId, gridId] });
  const theirs = township.as(township.holderOf('villageDoctor', township.there.gridPath));
  await theirs.get('observation', 'record', { observationId: observation._id });
});
