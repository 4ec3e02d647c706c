import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import { allowMessages, messagesTo } from '../../support/messages';
import { observationNow, putObservation, readingForm } from '../../support/observations';
import { lowestGrids, putCrowd } from '../../support/observed-crowd';
import { openTownship, type Township } from '../../support/township';
import { enrolIn, type Enrolled } from '../matrix/samples';

const DAY = '2026-03-10';
const am = `${DAY}-am`;
const pm = `${DAY}-pm`;
type Ticked = { ok: true; data: { closed: number; messaged: number; listed: number; more: boolean } };

let township: Township;
let family: Enrolled;
let observation: ObservationDocument;

beforeAll(async () => {
  township = await openTownship('township', { timers: false });
}, 60_000);
afterAll(() => township.stop());
beforeEach(async () => {
  await at('07:00:00');
  await township.tamper('observations', {}, { $set: { status: 'ended', wakesAt: null } });
  family = await enrolIn(township, township.here);
  observation = putObservation(township, family.householdId, {
    person: (people) => people.find(({ personId }) => personId === family.headId)!,
  });
});

const at = (time: string) => township.simulator.clock.set(`${DAY}T${time}+08:00`);
const tick = async () => ((await township.simulator.fireTimer('observation')) as Ticked).data;
const now = () => observationNow(township, observation);
const leader = () => township.as(township.holderOf('gridLeader', township.here.gridPath));

test('before the time nothing happens; from then on whoever has not reported stands on the list, once', async () => {
  await at('09:58:00');
  expect(await tick()).toEqual({ closed: 0, messaged: 0, listed: 0, more: false });
  await at('10:00:00');
  expect(await tick()).toMatchObject({ listed: 1, messaged: 0 });
  expect(await tick()).toMatchObject({ listed: 0 });
  expect(now()).toMatchObject({ chase: { slot: am, by: 'list' }, wakesAt: `${DAY}T14:00:00+08:00` });
  const { rows } = await leader().get('observation', 'today', { dueOnly: true });
  expect(rows).toEqual([
    expect.objectContaining({
      observationId: observation._id,
      urgency: 'overdue',
      chased: { slot: am, at: `${DAY}T10:00:00+08:00`, by: 'list' },
    }),
  ]);
});

test('whoever has reported is not asked', async () => {
  await township.as(family.openid).get('observation', 'report', readingForm(observation, am));
  await at('10:00:00');
  expect(await tick()).toMatchObject({ listed: 0, messaged: 0 });
  expect((await leader().get('observation', 'today', { dueOnly: true })).rows).toEqual([]);
  expect((await leader().get('observation', 'today', {})).rows).toEqual([
    expect.objectContaining({ urgency: 'testDue' }),
  ]);
});

test('a phone that allowed it gets one message, also when two timers come at once; the next time it is the list', async () => {
  await allowMessages(township, family.openid, 'readingDue');
  await at('10:00:00');
  await Promise.all([tick(), tick()]);
  await tick();
  expect(messagesTo(township, family.openid)).toEqual([
    expect.objectContaining({
      page: 'packages/observation/reading/index',
      content: expect.objectContaining({ thing2: '3月10日早体温还没有报' }) as object,
    }),
  ]);
  expect(now().chase).toMatchObject({ slot: am, by: 'message' });
  expect((await township.as(family.openid).get('observation', 'mine', {})).reminder).toMatchObject({
    left: 0,
  });
  await at('20:00:00');
  await tick();
  await tick();
  expect(messagesTo(township, family.openid)).toHaveLength(1);
  expect(now().chase).toMatchObject({ slot: pm, by: 'list' });
});

test('WeChat refuses: no credit is left, and the person stands on the list', async () => {
  await township.as(family.openid).get('channels', 'keepMessages', {
    accepted: ['readingDue', 'readingDue', 'readingDue'],
  });
  await at('10:00:00');
  expect(await tick()).toMatchObject({ messaged: 0, listed: 1 });
  expect(now().chase).toMatchObject({ by: 'list' });
  expect((await township.as(family.openid).get('observation', 'mine', {})).reminder).toMatchObject({
    left: 0,
  });
});

test('a timer that was killed while sending: nothing is sent twice, and the person is on the list soon', async () => {
  await allowMessages(township, family.openid, 'readingDue');
  await at('10:00:00');
  const chase = { slot: am, at: `${DAY}T10:00:00+08:00`, by: 'sending' };
  await township.tamper(
    'observations',
    { _id: observation._id },
    { $set: { chase, wakesAt: `${DAY}T10:05:00+08:00` } },
  );
  await tick();
  expect(now().chase).toMatchObject({ by: 'sending' });
  await at('10:05:00');
  expect(await tick()).toMatchObject({ listed: 1, messaged: 0 });
  expect(now().chase).toMatchObject({ slot: am, by: 'list' });
  expect(messagesTo(township, family.openid)).toEqual([]);
});

test('slots close at their time; two missed in a row go to the grid leader until the next reading', async () => {
  await at('14:00:00');
  expect(await tick()).toMatchObject({ closed: 1 });
  expect(now()).toMatchObject({
    missedInRow: 1,
    escalated: null,
    nextSlot: pm,
    slots: { [am]: { state: 'missed' } },
  });
  const escalated = () => leader().get('observation', 'today', { escalatedOnly: true });
  expect((await escalated()).rows).toEqual([]);

  await township.simulator.clock.set('2026-03-11T00:00:00+08:00');
  await tick();
  expect(now()).toMatchObject({ missedInRow: 2, escalated: { slot: pm } });
  expect((await escalated()).rows).toEqual([
    expect.objectContaining({ urgency: 'escalated', missedInRow: 2 }),
  ]);
  await township.simulator.clock.set('2026-03-11T08:00:00+08:00');
  await township.as(family.openid).get('observation', 'report', readingForm(observation, '2026-03-11-am'));
  expect(now()).toMatchObject({ missedInRow: 0, escalated: null });
  expect((await escalated()).rows).toEqual([]);
});

test('a timer that was away for days closes each slot once, and lists tell the truth before it comes', async () => {
  await township.simulator.clock.set('2026-03-12T11:00:00+08:00');
  const { rows } = await leader().get('observation', 'today', {});
  expect(rows[0]).toMatchObject({
    missedInRow: 4,
    urgency: 'escalated',
    nextSlot: { slot: '2026-03-12-am' },
  });
  await tick();
  expect(now()).toMatchObject({
    missedInRow: 4,
    nextSlot: '2026-03-12-am',
    chase: { slot: '2026-03-12-am', by: 'list' },
  });
});

test('after the last slot nobody is looked at any more', async () => {
  await township.simulator.clock.set('2026-03-24T00:00:00+08:00');
  await tick();
  expect(now()).toMatchObject({ nextSlot: null, wakesAt: null, missedInRow: 28 });
  const record = await leader().get('observation', 'record', { observationId: observation._id });
  expect(record.counts).toMatchObject({ expected: 28, missed: 28, unexplained: 28 });
});

test('the list goes page by page, most urgent first, each person once; another village is not on it', async () => {
  const [grid] = lowestGrids(township.documents).filter(({ gridPath }) =>
    gridPath.includes(township.here.gridId),
  );
  const crowd = putCrowd(township.simulator, observation, 45, [grid!]);
  await township
    .as(crowd[40]!.openid)
    .get('observation', 'report', readingForm({ _id: crowd[40]!.observationId }, am, { temperature: 38.9 }));
  await township
    .as(crowd[0]!.openid)
    .get('observation', 'report', readingForm({ _id: crowd[0]!.observationId }, am));
  const list = async (openid: string, filter = {}) => {
    const ids: string[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = await township
        .as(openid)
        .get('observation', 'today', { ...filter, ...(after !== undefined && { after }) });
      ids.push(...page.rows.map(({ observationId }) => observationId));
      after = page.next;
    }
    return ids;
  };
  const ids = await list(leader().openid);
  expect(ids).toHaveLength(46);
  expect(new Set(ids).size).toBe(46);
  expect(ids[0]).toBe(crowd[40]!.observationId);
  expect(ids.at(-1)).toBe(crowd[0]!.observationId);
  const due = await list(leader().openid, { dueOnly: true });
  expect(due).toHaveLength(44);
  expect(await list(township.holderOf('gridLeader', township.there.gridPath))).toEqual([]);
});

test('everybody at once: two timers over five hundred people leave each on the list once', async () => {
  const crowd = putCrowd(township.simulator, observation, 500, lowestGrids(township.documents));
  const crowdIds = new Set(crowd.map(({ observationId }) => observationId));
  await at('20:00:00');
  const [one, two] = await Promise.all([tick(), tick()]);
  const rest = await tick();
  const sum = one.listed + two.listed + rest.listed;
  const documents = township
    .documents<ObservationDocument>('observations')
    .filter(({ _id }) => crowdIds.has(_id));
  expect(documents.every(({ chase, missedInRow }) => chase?.slot === pm && missedInRow === 1)).toBe(true);
  expect(documents).toHaveLength(crowd.length);
  expect(sum).toBe(501);
}, 120_000);
