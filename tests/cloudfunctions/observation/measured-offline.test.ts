import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import { newRequestId } from '../../support/forms';
import { observationNow, putObservation, readingForm } from '../../support/observations';
import { useTownship } from '../../support/township';
import { enrolIn, type Enrolled } from '../matrix/samples';

const township = useTownship({ timers: false });
const DAY = '2026-03-08';
const am = `${DAY}-am`;
const pm = `${DAY}-pm`;
let family: Enrolled;
let observation: ObservationDocument;

const moment = (time: string, day = DAY) => `${day}T${time}+08:00`;
const at = (time: string, day = DAY) => township.simulator.clock.set(moment(time, day));
const now = () => observationNow(township, observation);
const form = (slot: string, time: string, changes = {}) => ({
  ...readingForm(observation, slot, changes),
  measuredAt: moment(time),
});
const send = (reading: ReturnType<typeof readingForm> & { measuredAt?: string }) =>
  township.as(family.openid).call('observation', 'report', reading);

beforeEach(async () => {
  await at('07:00:00');
  family = await enrolIn(township, township.here);
  observation = putObservation(township, family.householdId, {
    arrivesAt: moment('06:30:00'),
    person: (people) => people.find(({ personId }) => personId === family.headId)!,
  });
});

test('what was measured in time and arrives after it was due is not late', async () => {
  await at('11:00:00');
  expect(await send(form(am, '09:10:00'))).toMatchObject({
    ok: true,
    data: { current: { reading: { at: moment('09:10:00'), receivedAt: moment('11:00:00') } } },
  });
  expect(now().slots[am]).toMatchObject({ state: 'reported', reading: { at: moment('09:10:00') } });
});

test('what left the phone at once has one time only', async () => {
  await at('09:10:00');
  await send(readingForm(observation, am, {}));
  expect(now().slots[am]?.reading).not.toHaveProperty('receivedAt');
});

test('what arrives after its slot closed takes the place of the gap, once and late', async () => {
  await at('15:00:00');
  await township.simulator.fireTimer('observation');
  expect(now()).toMatchObject({ slots: { [am]: { state: 'missed' } }, missedInRow: 1 });
  const reading = form(am, '08:00:00');
  const replies = await Promise.all([send(reading), send(reading), send(form(am, '08:05:00'))]);
  expect(replies.filter(({ ok }) => ok).length).toBeLessThan(3);
  expect(now()).toMatchObject({
    slots: { [am]: { state: 'late', reading: { receivedAt: moment('15:00:00') } } },
    missedInRow: 0,
    nextSlot: pm,
  });
  const { version } = now();
  expect(await send(form(am, '08:00:00', { requestId: newRequestId() }))).toMatchObject({
    error: { message: expect.stringContaining('已经报过了') as string },
  });
  expect(now().version).toBe(version);
});

test('slots that were missed after it are still missed in a row', async () => {
  await at('05:00:00', '2026-03-09');
  await township.simulator.fireTimer('observation');
  expect(now().missedInRow).toBe(2);
  expect(await send(form(am, '08:00:00'))).toMatchObject({ ok: true });
  expect(now()).toMatchObject({
    slots: { [am]: { state: 'late' }, [pm]: { state: 'missed' } },
    missedInRow: 1,
  });
  expect(await send(form(pm, '18:00:00'))).toMatchObject({ ok: true });
  expect(now()).toMatchObject({ missedInRow: 0, escalated: null });
});

test('a fever that arrives late is an alert all the same', async () => {
  await at('15:00:00');
  await send(form(am, '08:00:00', { temperature: 38.4 }));
  expect(now()).toMatchObject({ openAlerts: 1, slots: { [am]: { state: 'late' } } });
});

test.each([
  ['before the slot opened', '05:59:59', '15:00:00', DAY],
  ['at the minute of its closing', '14:00:00', '15:00:00', DAY],
  ['in the slot, but a day after it closed', '08:00:00', '14:00:00', '2026-03-09'],
])('measured %s is no reading of a closed slot', async (_, measured, arrival, day) => {
  await at(arrival, day);
  expect(await send(form(am, measured))).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining('截止') as string },
  });
  expect(now().slots[am]?.reading ?? null).toBeNull();
});

test('a phone whose clock is ahead loses nothing: its reading counts from when it arrives', async () => {
  await at('08:00:00');
  await send(form(am, '09:30:00'));
  expect(now().slots[am]).toMatchObject({ state: 'reported', reading: { at: moment('08:00:00') } });
});

test('nothing comes in once a release was proposed', async () => {
  await at('15:00:00');
  await township.simulator.fireTimer('observation');
  await township.tamper('observations', { _id: observation._id }, { $set: { status: 'releasing' } });
  expect(await send(form(am, '08:00:00'))).toMatchObject({ error: { code: 'CONFLICT' } });
  expect(now().slots[am]).toMatchObject({ state: 'missed' });
});

test('somebody on duty without a network keeps the time as well', async () => {
  await at('15:00:00');
  const member = township.as(township.holderOf('gridMember', township.here.team.gridPath));
  const reply = await member.call('observation', 'reportFor', {
    ...form(am, '08:00:00'),
    means: 'visit' as const,
  });
  expect(reply).toMatchObject({ ok: true });
  expect(now().slots[am]).toMatchObject({ state: 'proxied', reading: { at: moment('08:00:00') } });
});

test('how somebody feels keeps its time for a day', async () => {
  await at('15:00:00');
  const tell = (measuredAt: string) =>
    township.as(family.openid).get('observation', 'selfReport', {
      requestId: newRequestId(),
      personId: family.memberId,
      temperature: 36.5,
      symptoms: [],
      other: '',
      measuredAt,
    });
  expect(await tell(moment('13:00:00'))).toMatchObject({ at: moment('13:00:00') });
  expect(await tell(moment('13:00:00', '2026-03-07'))).toMatchObject({ at: moment('15:00:00') });
});
