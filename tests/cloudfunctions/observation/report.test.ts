import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import { newRequestId } from '../../support/forms';
import { observationNow, putObservation, readingForm } from '../../support/observations';
import { useTownship } from '../../support/township';
import { enrolIn, type Enrolled } from '../matrix/samples';

const township = useTownship({ timers: false });
const DAY = '2026-03-08';
let family: Enrolled;
let observation: ObservationDocument;

const at = (time: string) => township.simulator.clock.set(`${DAY}T${time}+08:00`);
const alerts = () =>
  township
    .documents<{ _id: string; observationId: string | null; status: string }>('alerts')
    .filter(({ observationId }) => observationId === observation._id);
const head = () => township.as(family.openid);
const doctor = (which = '1') =>
  township.as(township.holderOf('villageDoctor', township.here.gridPath, which));
const am = `${DAY}-am`;
const pm = `${DAY}-pm`;

beforeEach(async () => {
  await at('07:00:00');
  family = await enrolIn(township, township.here);
  observation = putObservation(township, family.householdId, {
    arrivesAt: `${DAY}T06:30:00+08:00`,
    person: (people) => people.find(({ personId }) => personId === family.headId)!,
  });
});

test('a normal reading costs four database calls and stands in its slot', async () => {
  await head().get('observation', 'mine', {});
  const form = readingForm(observation, am);
  const before = township.simulator.database.statistics().calls;
  const answer = await head().get('observation', 'report', form);
  expect(township.simulator.database.statistics().calls - before).toBe(4);
  expect(answer).toMatchObject({
    isMe: true,
    day: 1,
    current: { slot: am, state: 'reported', reading: { temperature: 36.6, how: 'self', abnormal: false } },
    next: { slot: pm, state: 'ahead' },
  });
  expect(observationNow(township, observation)).toMatchObject({
    nextSlot: pm,
    wakesAt: `${DAY}T20:00:00+08:00`,
    openAlerts: 0,
  });
});

test('the same reading, tapped twice at once and sent again later, counts once and is answered alike', async () => {
  const form = readingForm(observation, am);
  const answers = await Promise.all([1, 2, 3].map(() => head().get('observation', 'report', form)));
  answers.push(await head().get('observation', 'report', form));
  expect(new Set(answers.map(({ current }) => JSON.stringify(current))).size).toBe(1);
  expect(observationNow(township, observation).version).toBe(observation.version + 1);
});

test('of two phones that report at once one counts; the other is told who reported what', async () => {
  const phones = [head(), doctor()];
  const [own, staff] = await Promise.all([
    phones[0]!.call('observation', 'report', readingForm(observation, am, { temperature: 36.4 })),
    phones[1]!.call(
      'observation',
      'reportFor',
      readingForm(observation, am, { temperature: 36.9, means: 'visit' as const }),
    ),
  ]);
  const refused = [own, staff].flatMap((reply) => (reply.ok ? [] : [reply.error]));
  expect(refused).toHaveLength(1);
  const kept = observationNow(township, observation).slots[am]!.reading!;
  expect(refused[0]?.code).toBe('CONFLICT');
  expect(refused[0]?.message).toContain(`${kept.temperature.toFixed(1)}℃`);
  expect(refused[0]?.message).toContain(kept.byName);
});

test('a fever raises one alert, however often and from however many phones it is sent', async () => {
  const form = readingForm(observation, am, { temperature: 37.3 });
  await Promise.all([1, 2].map(() => head().call('observation', 'report', form)));
  await Promise.all([
    head().call('observation', 'report', form),
    doctor().call(
      'observation',
      'reportFor',
      readingForm(observation, am, { temperature: 38.4, means: 'visit' as const }),
    ),
  ]);
  expect(alerts()).toHaveLength(1);
  expect(observationNow(township, observation)).toMatchObject({
    openAlerts: 1,
    urgencyKey: expect.stringMatching(/^0 /) as string,
    slots: { [am]: { reading: { temperature: 37.3, abnormal: true } } },
  });
});

test('37.2 is no fever; a symptom without one is an alert all the same', async () => {
  await head().get('observation', 'report', readingForm(observation, am, { temperature: 37.2 }));
  expect(alerts()).toHaveLength(0);
  await at('16:00:00');
  await head().get('observation', 'report', readingForm(observation, pm, { symptoms: ['dryCough'] }));
  expect(alerts()).toHaveLength(1);
});

test('two phones that report two fevers at once leave one alert, counted once', async () => {
  const send = (openid: string, temperature: number) =>
    township.as(openid).call('observation', 'report', readingForm(observation, am, { temperature }));
  await Promise.all([send(family.openid, 38), send(family.openid, 39), send(family.openid, 38.5)]);
  expect(alerts()).toHaveLength(1);
  expect(observationNow(township, observation).openAlerts).toBe(1);
});

test.each([29.9, 43.1, 366])('%d℃ is measured again rather than kept', async (temperature) => {
  const reply = await head().call('observation', 'report', readingForm(observation, am, { temperature }));
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', fields: { temperature: expect.stringContaining('再量一次') as string } },
  });
});

test('another symptom needs its words', async () => {
  const form = readingForm(observation, am, { symptoms: ['other'] });
  const reply = await head().call('observation', 'report', form);
  expect(reply).toMatchObject({ ok: false, error: { fields: { other: '请写一写哪里不舒服' } } });
  await head().get('observation', 'report', { ...form, other: '牙疼' });
});

describe('the time of a slot', () => {
  test('before it opens it is refused, and so is any later one', async () => {
    expect(await head().call('observation', 'report', readingForm(observation, pm))).toMatchObject({
      error: { code: 'CONFLICT', message: expect.stringContaining('16:00') as string },
    });
    const never = ['2026-03-09-am', '2026-03-22-am', '2026-03-07-pm', '2026-02-31-am'];
    for (const slot of never)
      expect(await head().call('observation', 'report', readingForm(observation, slot))).toMatchObject({
        error: { code: 'CONFLICT' },
      });
  });

  test('after it is due it is late, and marked so', async () => {
    await at('10:00:00');
    await head().get('observation', 'report', readingForm(observation, am));
    expect(observationNow(township, observation).slots[am]!.state).toBe('late');
  });

  test('at the minute of its closing it is refused, although no timer came by', async () => {
    township.simulator.database.insertMany('observations', [
      { ...observation, _id: `${observation._id}0`, wakesAt: null },
    ]);
    await at('14:00:00');
    const late = { ...observation, _id: `${observation._id}0` };
    expect(await head().call('observation', 'report', readingForm(late, am))).toMatchObject({
      error: { code: 'CONFLICT', message: expect.stringContaining('截止') as string },
    });
    // And the evening's reading closes the morning in the same write.
    await at('16:00:00');
    await head().get('observation', 'report', readingForm(late, pm));
    expect(observationNow(township, late)).toMatchObject({
      slots: { [am]: { state: 'missed' }, [pm]: { state: 'reported' } },
      missedInRow: 0,
      nextSlot: '2026-03-09-am',
    });
  });

  test('a reading and the timer at the closing moment: the slot ends one way only', async () => {
    await at('13:59:58');
    const sent = Promise.all(
      Array.from({ length: 3 }, () =>
        head().call('observation', 'report', readingForm(observation, am, { requestId: newRequestId() })),
      ),
    );
    await Promise.all([sent, township.simulator.clock.set(`${DAY}T14:00:01+08:00`)]);
    await township.simulator.fireTimer('observation');
    const replies = await sent;
    const end = observationNow(township, observation).slots[am]!;
    const accepted = replies.filter(({ ok }) => ok).length;
    expect(accepted).toBe(end.state === 'missed' ? 0 : 1);
    expect(observationNow(township, observation).missedInRow).toBe(end.state === 'missed' ? 1 : 0);
  });
});

describe('who may', () => {
  test('another household, another village and nobody at all find nothing', async () => {
    const form = readingForm(observation, am);
    const outsiders = [township.here.resident, township.there.resident];
    for (const openid of outsiders)
      expect(await township.as(openid).call('observation', 'report', form)).toMatchObject({
        error: { code: 'NOT_FOUND' },
      });
    expect(await township.as('o-nobody').call('observation', 'report', form)).toMatchObject({
      error: { code: 'UNREGISTERED' },
    });
    const there = township.as(township.holderOf('villageDoctor', township.there.gridPath));
    expect(await there.call('observation', 'reportFor', { ...form, means: 'phone' as const })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(observationNow(township, observation).slots).toEqual({});
  });

  test('the grid member reports for somebody without a phone, and that shows', async () => {
    const member = township.as(township.holderOf('gridMember', township.here.team.gridPath));
    await member.get('observation', 'reportFor', readingForm(observation, am, { means: 'phone' as const }));
    expect(observationNow(township, observation).slots[am]).toMatchObject({
      state: 'proxied',
      reading: { how: 'gridMember', means: 'phone', byName: '测试人员' },
    });
  });

  test('the doctor measures again beside the slot, and a fever then is an alert of its own', async () => {
    await head().get('observation', 'report', readingForm(observation, am));
    const check = readingForm(observation, am, { temperature: 38 });
    await doctor().get('observation', 'spotCheck', check);
    await doctor().get('observation', 'spotCheck', check);
    expect(observationNow(township, observation)).toMatchObject({
      slots: { [am]: { reading: { temperature: 36.6 } } },
      spotChecks: [{ temperature: 38, how: 'villageDoctor' }],
      openAlerts: 1,
    });
    expect(alerts()).toHaveLength(1);
  });
});

test('whoever is not under observation tells how they feel as well, once', async () => {
  const form = {
    requestId: newRequestId(),
    personId: family.memberId,
    temperature: 38.8,
    symptoms: ['fatigue' as const],
    other: '',
  };
  const answers = [
    await head().get('observation', 'selfReport', form),
    await head().get('observation', 'selfReport', form),
  ];
  expect(answers).toEqual([expect.objectContaining({ abnormal: true }), answers[0]]);
  const raised = township
    .documents<{ householdId: string; source: string }>('alerts')
    .filter(({ householdId }) => householdId === family.householdId);
  expect(raised).toEqual([expect.objectContaining({ source: 'selfReport', personId: family.memberId })]);
  expect(
    await head().call('observation', 'selfReport', { ...form, personId: 'somebody-else' }),
  ).toMatchObject({ error: { fields: { personId: expect.any(String) as string } } });
});
