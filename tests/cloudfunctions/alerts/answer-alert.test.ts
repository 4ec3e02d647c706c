import type { AlertDocument } from '../../../cloudfunctions/alerts/alert.document';
import type { AuditEntry } from '../../../cloudfunctions/kernel/audit-trail';
import type { ReturnCountsDocument } from '../../../cloudfunctions/returns/count-returns';
import { judged, putAlert, referred, taken } from '../../support/alerts';
import { newRequestId } from '../../support/forms';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const staff = (role: 'villageDoctor' | 'gridLeader' | 'gridMember', which = '1') =>
  township.as(township.holderOf(role, township.here.gridPath, which));
const doctor = (which = '1') => staff('villageDoctor', which);
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const doctorElsewhere = () => township.as(township.holderOf('villageDoctor', township.there.gridPath));

const raise = (changes: Partial<AlertDocument> = {}) =>
  putAlert(township, township.here.householdId, changes);
const stored = (alertId: string) =>
  township.documents<AlertDocument>('alerts').find(({ _id }) => _id === alertId)!;
const act = (alertId: string) => ({ requestId: newRequestId(), alertId, version: stored(alertId).version });
const openOnes = () =>
  township
    .documents<ReturnCountsDocument>('return_counts')
    .reduce((sum, { alerts }) => sum + (alerts ?? 0), 0);

const assessment = { finding: 'suspected', temperature: 38.4, words: '咳得厉害' } as const;
const referral = () => ({
  hospital: '县人民医院发热门诊',
  transport: '负压救护车',
  escort: '测试村医',
  leavesAt: new Date(township.simulator.clock.now()).toISOString(),
});

test('a fever is taken, judged, sent to the clinic, reported and closed; each step says what comes next', async () => {
  const alertId = raise();
  const seen = await doctor().get('alerts', 'show', { alertId });
  expect(seen).toMatchObject({ status: 'open', steps: ['acknowledge'], temperature: 38.2 });
  expect(seen.household?.address).not.toMatch(/^s1\./);

  expect((await doctor().get('alerts', 'acknowledge', { alertId })).steps).toEqual(['assess', 'reportUp']);
  const judgedOne = await doctor().get('alerts', 'assess', { ...act(alertId), ...assessment });
  expect(judgedOne.steps).toEqual(['refer', 'reportUp', 'assess']);
  const sent = await doctor().get('alerts', 'refer', { ...act(alertId), ...referral() });
  expect(sent.steps).toEqual(['reportUp', 'refer']);
  expect((await doctor().get('alerts', 'reportUp', { alertId })).steps).toEqual(['close', 'refer']);

  const before = openOnes();
  const closed = await doctor().get('alerts', 'close', {
    ...act(alertId),
    outcome: 'excluded',
    words: '核酸阴性，普通感冒',
  });
  expect(closed).toMatchObject({ status: 'closed', outcome: 'excluded', steps: [] });
  expect(closed.events.map(({ what }) => what)).toEqual([
    '体温 38.2℃，干咳',
    '接了，去处理',
    '再量 38.4℃，疑似，送发热门诊。咳得厉害',
    expect.stringMatching(/^送县人民医院发热门诊：负压救护车，测试村医护送，\d\d:\d\d 出发$/),
    '已报镇里',
    '办结：排除。核酸阴性，普通感冒',
  ]);
  expect(openOnes()).toBe(before - 1);
});

test('two doctors at once: one has it, the other is told who', async () => {
  const alertId = raise();
  const replies = await Promise.all(
    ['a', 'b'].map(async (which) => doctor(which).call('alerts', 'acknowledge', { alertId })),
  );
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = replies.find(({ ok }) => !ok);
  expect(refused).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringMatching(/测试人员（村医）.*已经接了/) as string },
  });
  expect(stored(alertId).events).toHaveLength(2);
});

test('the same tap twice is one step, also when both arrive at once or the first answer got lost', async () => {
  const alertId = raise(taken);
  const assess = { ...act(alertId), ...assessment };
  const replies = await Promise.all([
    doctor().call('alerts', 'assess', assess),
    doctor().call('alerts', 'assess', assess),
  ]);
  expect(replies.map(({ ok }) => ok)).toEqual([true, true]);
  expect(await doctor().call('alerts', 'assess', assess)).toMatchObject({ ok: true });
  expect(stored(alertId).events).toHaveLength(2);

  await doctor().get('alerts', 'reportUp', { alertId });
  await doctor('other').get('alerts', 'reportUp', { alertId });
  expect(stored(alertId).events).toHaveLength(3);

  const mine = raise();
  await doctor().get('alerts', 'acknowledge', { alertId: mine });
  await doctor().get('alerts', 'acknowledge', { alertId: mine });
  expect(stored(mine).events).toHaveLength(2);
});

test('whoever acts on what they saw before somebody else’s act is told to look again', async () => {
  const alertId = raise(taken);
  const seen = act(alertId);
  await doctor().get('alerts', 'assess', { ...seen, ...assessment });
  const late = { ...seen, requestId: newRequestId(), ...assessment };
  expect(await doctor('other').call('alerts', 'assess', late)).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining('别人刚处理过') as string },
  });
});

describe('an alert is not closed', () => {
  test.each<[string, Partial<AlertDocument>]>([
    ['that nobody took', {}],
    ['that nobody judged', taken],
    ['that is suspected and was not sent to the clinic', judged('suspected')],
    ['that was sent but not reported', referred],
  ])('%s', async (_, changes) => {
    const alertId = raise(changes);
    const close = { ...act(alertId), outcome: 'excluded' as const, words: '看过了' };
    for (const phone of [doctor(), officer()])
      expect(await phone.call('alerts', 'close', close)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(stored(alertId).status).not.toBe('closed');
  });

  test('as confirmed on the strength of a recheck at home', async () => {
    const alertId = raise(judged('keepWatching'));
    const close = { ...act(alertId), outcome: 'confirmed' as const, words: '看过了' };
    expect(await doctor().call('alerts', 'close', close)).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  test('by time, however much of it passes', async () => {
    const longAgo = '2026-10-01T08:00:00+08:00';
    const alertId = raise({ raisedAt: longAgo, reportBy: longAgo, climbsAt: longAgo });
    for (let run = 0; run < 3; run += 1) await township.simulator.fireTimer('alerts');
    expect(stored(alertId)).toMatchObject({ status: 'open', level: 'townOfficer', climbsAt: null });
  });
});

test('the town judges an alert only where it climbed, and a grid member none', async () => {
  const fresh = raise(taken);
  expect(await officer().call('alerts', 'assess', { ...act(fresh), ...assessment })).toMatchObject({
    error: { code: 'CONFLICT', message: '量体温、判断由村医来做' },
  });
  const climbed = raise({ ...taken, level: 'townOfficer' });
  expect(await officer().call('alerts', 'assess', { ...act(climbed), ...assessment })).toMatchObject({
    ok: true,
  });
  expect(await staff('gridMember').call('alerts', 'acknowledge', { alertId: raise() })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  });
});

test('a doctor of another village finds nothing, opens nothing and does nothing', async () => {
  const alertId = raise();
  expect((await doctorElsewhere().get('alerts', 'list', { tab: 'all' })).rows).toEqual([]);
  for (const reply of [
    await doctorElsewhere().call('alerts', 'show', { alertId }),
    await doctorElsewhere().call('alerts', 'phone', { alertId, whose: 'head' }),
    await doctorElsewhere().call('alerts', 'acknowledge', { alertId }),
  ])
    expect(reply).toMatchObject({ error: { code: 'NOT_FOUND' } });
  expect(stored(alertId).version).toBe(1);
});

test('a number is opened for a call, and the audit says whose and why', async () => {
  const alertId = raise();
  const { phone } = await doctor().get('alerts', 'phone', { alertId, whose: 'head' });
  expect(phone).toMatch(/^1\d{10}$/);
  const [entry] = township
    .documents<AuditEntry>('audit')
    .filter(({ action }) => action === 'alerts.phone')
    .sort((a, b) => (a._id < b._id ? 1 : -1));
  expect(entry).toMatchObject({
    householdId: township.here.householdId,
    reason: '为异常打电话',
    outcome: 'ok',
  });
});

test('a household sees its own alerts and what happens next, and no other’s', async () => {
  const alertId = raise();
  await doctor().get('alerts', 'acknowledge', { alertId });
  const family = await township.as(township.here.resident).get('alerts', 'mine', {});
  expect(family.alerts.find((one) => one.alertId === alertId)).toMatchObject({
    isOpen: true,
    next: expect.stringMatching(/^村医 \d\d:\d\d 接了，会来看/) as string,
  });
  expect(await township.as(township.there.resident).get('alerts', 'mine', {})).toEqual({ alerts: [] });
});

test('the list goes page by page, the open ones first, each once', async () => {
  for (let n = 0; n < 23; n += 1) raise();
  raise({ ...judged('normalOnRecheck') });
  const all: string[] = [];
  let after: string | null = null;
  do {
    const page: { rows: { alertId: string; status: string }[]; next: string | null } = await doctor().get(
      'alerts',
      'list',
      { tab: 'all', ...(after !== null && { after }) },
    );
    all.push(...page.rows.map(({ alertId }) => alertId));
    after = page.next;
  } while (after !== null);
  expect(new Set(all).size).toBe(all.length);
  const states = all.map((id) => ['open', 'acknowledged', 'assessed', 'closed'].indexOf(stored(id).status));
  expect(states.indexOf(3)).toBe(states.filter((state) => state < 3).length);
  expect(states.lastIndexOf(0)).toBe(states.filter((state) => state === 0).length - 1);

  const { rows } = await doctor().get('alerts', 'list', { tab: 'open' });
  expect(rows.every(({ status }) => status !== 'closed')).toBe(true);
});

test('a page of open alerts reads its own rows, however many were closed before', async () => {
  const at = '2026-11-01T08:00:00+08:00';
  const closed = {
    ...judged('normalOnRecheck'),
    status: 'closed' as const,
    outcome: { result: 'excluded' as const, words: '没事', by: 'o', byName: '测试人员', at },
  };
  for (let n = 0; n < 300; n += 1) raise(closed);
  for (let n = 0; n < 25; n += 1) raise();
  const { database } = township.simulator;
  const before = database.statistics().documentsRead;
  const { rows } = await doctor().get('alerts', 'list', { tab: 'open' });
  expect(rows).toHaveLength(20);
  // Its rows and the caller's account; nowhere near the closed ones.
  expect(database.statistics().documentsRead - before).toBeLessThanOrEqual(60);
});

test('the town keeps its list of fever clinics, and every doctor of the town finds it', async () => {
  await officer().get('alerts', 'setClinics', { clinics: ['县人民医院', '县中医院', '县人民医院'] });
  expect(await doctor().get('alerts', 'clinics', {})).toEqual({ clinics: ['县人民医院', '县中医院'] });
});

test('a time of departure next week is refused beside its field', async () => {
  const alertId = raise(judged('suspected'));
  const leavesAt = new Date(township.simulator.clock.now() + 7 * 24 * 3600 * 1000).toISOString();
  expect(await doctor().call('alerts', 'refer', { ...act(alertId), ...referral(), leavesAt })).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { leavesAt: expect.any(String) as string } },
  });
});
