import { chinaTime } from '../../../cloudfunctions/kernel/clock';
import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import { putAlert } from '../../support/alerts';
import { missed, reported } from '../../support/finished-observations';
import { observationNow } from '../../support/observations';
import { useTownship } from '../../support/township';
import { finish, releaseRow, seen, shown, stepTakers } from './people';

jest.setTimeout(60_000);

const township = useTownship();
const { member, officer, headquarters } = stepTakers(township);
const stored = (observation: ObservationDocument) => observationNow(township, observation);
const release = (observation: ObservationDocument) => releaseRow(township, observation);

/** What may be wrong with a record, and what is said of it. */
const OBSTACLES: [string, (observation: ObservationDocument) => object, string][] = [
  ['a day is left', ({ lastDate }) => ({ lastDate: chinaTime(lastDate).add(1, 'day').format('YYYY-MM-DD') }), '还没到期'],
  ['a slot was never written', ({ slots }) => ({ slots: Object.fromEntries(Object.entries(slots).slice(1)) }), '的体温没有记录'],
  ['a missed slot is not explained', ({ slots }) => ({ slots: { ...slots, [Object.keys(slots)[3]!]: missed() } }), '漏报，还没有写明原因'],
  ['a due test was not done', ({ tests }) => ({ tests: tests.map((one, n) => (n === 1 ? { ...one, done: null } : one)) }), '第 7 天的核酸还没有做'],
  ['a result is waiting', ({ tests }) => ({ tests: tests.map((one) => ({ ...one, done: { ...one.done!, result: 'waiting' } })) }), '第 1 天的核酸结果没出'],
  ['a test was positive', ({ tests }) => ({ tests: tests.map((one) => ({ ...one, done: { ...one.done!, result: 'positive' } })) }), '第 1 天的核酸是阳性'],
  ['an alert is open', () => ({ openAlerts: 1 }), '有 1 个异常还没有办结'],
  ['it is paused', () => ({ pauses: [{ from: '2026-11-01', to: null, reason: '住院', by: 'o' }] }), '暂停着'],
  ['it has ended', () => ({ status: 'ended' }), '已经结束了'],
  ['the clock is wrong', () => ({ startedAt: '2030-01-01T00:00:00+08:00' }), '服务器的时间不对'],
]; // prettier-ignore

describe.each(OBSTACLES)('nobody is released while %s', (_, wrong, words) => {
  test.each(['propose', 'check', 'approve'] as const)('not in the step: %s', async (step) => {
    const observation = finish(township);
    const takers = { propose: member, check: officer, approve: headquarters };
    let view = await shown(member(), observation);
    if (step !== 'propose') view = await member().get('release', 'propose', seen(view));
    if (step === 'approve') view = await officer().get('release', 'check', seen(view));
    const whole = stored(observation);
    await township.tamper('observations', { _id: whole._id }, { $set: wrong(whole) });
    const before = release(observation);

    expect((await shown(takers[step](), observation)).obstacles.map((one) => one.words).join()).toContain(
      words,
    );
    const reply = await takers[step]().call('release', step, seen(view));
    expect(reply).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    if (!reply.ok) expect(reply.error.message).toContain(words);
    expect(release(observation)).toEqual(before);
    expect(stored(observation).status).not.toBe('released');
  });
});

test.each([
  [
    'of the observation',
    ({ _id }: ObservationDocument) => ({ observationId: _id, personId: 'somebody-else' }),
  ],
  ['told by the family outside of any slot', ({ personId }: ObservationDocument) => ({ personId })],
])('an open alert %s holds the release though the record counts none', async (_, about) => {
  const observation = finish(township);
  const proposed = await member().get('release', 'propose', seen(await shown(member(), observation)));
  const alertId = putAlert(township, observation.householdId, about(observation));
  expect(await officer().call('release', 'check', seen(proposed))).toMatchObject({
    error: { code: 'CONFLICT', message: '还不能解除：有 1 个异常还没有办结' },
  });
  await township.tamper('alerts', { _id: alertId }, { $set: { status: 'closed' } });
  expect((await officer().get('release', 'check', seen(proposed))).status).toBe('checked');
});

test('five minutes around midnight: before every clock agrees that the last day is over, no call lets anybody out', async () => {
  const observation = finish(township, ({ lastDate }) => ({ lastDate: chinaTime(lastDate).add(1, 'day').format('YYYY-MM-DD') })); // prettier-ignore
  const { lastDate } = observation;
  await township.tamper(
    'observations',
    { _id: observation._id },
    {
      $set: {
        [`slots.${lastDate}-am`]: reported(`${lastDate}-am`, '王芳'),
        [`slots.${lastDate}-pm`]: reported(`${lastDate}-pm`, '王芳'),
        nextSlot: null,
      },
    },
  );
  const midnight = Date.parse(`${lastDate}T24:00:00+08:00`);
  for (const minutes of [-60, -1, 0, 4]) {
    await township.simulator.clock.set(midnight + minutes * 60_000);
    const view = await shown(member(), observation);
    expect(await member().call('release', 'propose', seen(view))).toMatchObject({
      error: { code: 'CONFLICT' },
    });
  }
  await township.simulator.clock.set(midnight + 5 * 60_000);
  const proposed = await member().get('release', 'propose', seen(await shown(member(), observation)));
  // Another instance whose clock is behind still says no.
  await township.simulator.clock.set(midnight + 2 * 60_000);
  expect(await officer().call('release', 'check', seen(proposed))).toMatchObject({
    error: { code: 'CONFLICT' },
  });
  await township.simulator.clock.set(midnight + 8 * 3_600_000);
});
