import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import { chinaTime, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { DeclarationDocument } from '../../../cloudfunctions/returns/declaration.document';
import type { SweepDocument } from '../../../cloudfunctions/rulebook/sweep.document';
import { declarationNow, putDeclared } from '../../support/declarations';
import { newRequestId } from '../../support/forms';
import { OFFICIAL, putAreaList, rulebookForm, todayIn } from '../../support/rules';
import { useTownship, type Phone } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const officer = (which: string) =>
  township.as(township.holderOf('townOfficer', [township.town.gridId], which));
const leader = () => township.as(township.holderOf('gridLeader', township.here.gridPath, 'finder'));
const nowIs = () => chinaTime(township.simulator.clock.now());
const daysAgo = (days: number) => nowIs().subtract(days, 'day').format('YYYY-MM-DD');
const area = (code: string, level: 'high' | 'medium' = 'high', validFrom = daysAgo(5)) => ({
  code,
  level,
  validFrom,
  validTo: null,
});

let used = 0;
/** Another person of the village for each declaration. */
function somebody(changes: Partial<DeclarationDocument> = {}): DeclarationDocument {
  const files = township
    .documents<HouseholdDocument>('households')
    .filter(({ gridPath, status }) => gridPath.includes(township.here.gridId) && status === 'verified')
    .sort((a, b) => a._id.localeCompare(b._id));
  const file = files[used]!;
  used += 1;
  return putDeclared(township, { householdId: file._id, personId: file.people[0]!.personId }, { changes });
}
const CHECKED = { status: 'checked' as const, waitsFor: null };
const checkedAt = () => ({ by: 'o', byName: '张', at: toTimestamp(nowIs()) });
/** The builder writes where somebody stayed; these are the same with another place. */
const from = (code: string): Partial<DeclarationDocument> => {
  const stay = { where: { kind: 'division' as const, code }, from: daysAgo(20), to: daysAgo(0) };
  return {
    stays: [stay],
    stayCodes: [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`],
    lastStayDate: daysAgo(0),
    facts: {
      arrivalDate: todayIn(township),
      stays: [stay],
      tests: [],
      contact: 'none',
      healthCode: 'green',
      temperature: 36.5,
      symptoms: [],
      homeCity: '5107',
    },
  };
};
const now = (id: string) => declarationNow(township, id);

async function previewed(phone: Phone, listId: string) {
  const moves = new Map<string, number>();
  let rows = 0;
  for (let after: string | undefined; ;) {
    const part = await phone.get('rulebook', 'previewAreas', {
      listId,
      ...(after !== undefined && { after }),
    });
    rows += part.rows.length;
    for (const { from: before, to, people } of part.moves) {
      const key = `${before.words} → ${to.words}`;
      moves.set(key, (moves.get(key) ?? 0) + people);
    }
    if (part.next === null) return { rows, moves: Object.fromEntries(moves) };
    after = part.next;
  }
}

test('a place that turns high-risk afterwards finds who was there again: what was previewed is what comes', async () => {
  const onTheWay = somebody({ ...from('410102') });
  const here = somebody({ ...from('410102'), ...CHECKED, checked: checkedAt() });
  const free = somebody({ ...from('410103'), status: 'closed', waitsFor: null, checked: checkedAt() });
  const elsewhere = somebody({ ...from('420102') });
  const before = somebody({ ...from('410102'), lastStayDate: daysAgo(6) });

  const { listId } = await officer('one').get('rulebook', 'proposeAreas', {
    requestId: newRequestId(),
    source: OFFICIAL,
    rows: [area('410100'), area('410102')],
  });
  expect(now(onTheWay._id).decision.measure).toBe('healthMonitoring');
  const preview = await previewed(officer('two'), listId);
  expect(preview).toEqual({ rows: 3, moves: { '健康监测 14 天 → 集中隔离 14 天': 3 } });
  expect(await officer('one').call('rulebook', 'decideAreas', { listId, decision: 'approve' })).toMatchObject(
    {
      ok: false,
      error: { code: 'FORBIDDEN' },
    },
  );
  await officer('two').get('rulebook', 'decideAreas', { listId, decision: 'approve' });

  const [sweep] = (await officer('two').get('rulebook', 'sweeps', {})).sweeps;
  expect(sweep).toMatchObject({ status: 'done', redecided: 1, found: 2 });
  expect(now(onTheWay._id)).toMatchObject({
    decision: { measure: 'centralQuarantine' },
    version: onTheWay.version,
  });
  expect(now(onTheWay._id).review ?? null).toBeNull();
  expect(now(here._id)).toMatchObject({
    decision: { measure: 'healthMonitoring' },
    review: { status: 'waiting', decision: { measure: 'centralQuarantine' } },
  });
  expect(now(free._id).review).toMatchObject({ status: 'waiting' });
  for (const { _id, decision } of [elsewhere, before]) expect(now(_id).decision).toEqual(decision);

  const { rows } = await leader().get('rulebook', 'foundAgain', {});
  expect(rows.map(({ declarationId }) => declarationId).sort()).toEqual([here._id, free._id].sort());
  expect(rows[0]).toMatchObject({ from: { words: '健康监测 14 天' }, to: { words: '集中隔离 14 天' } });
  expect(rows[0]!.because).toMatch(/^新增风险区域：河南省郑州市/);
  const there = township.as(township.holderOf('gridLeader', township.there.gridPath, 'finder'));
  expect((await there.get('rulebook', 'foundAgain', {})).rows).toEqual([]);
});

test('whoever was let go free comes under the measure when the grid member says so, once', async () => {
  const free = somebody({ ...from('430102'), status: 'closed', waitsFor: null, checked: checkedAt() });
  await township.tamper('returnees', { _id: free.personKey }, { $set: { openDeclarationId: null } });
  await approve([area('430102', 'medium')]);
  const row = (await leader().get('rulebook', 'foundAgain', {})).rows.find(
    ({ declarationId }) => declarationId === free._id,
  )!;
  const say = { declarationId: free._id, foundAt: row.foundAt, decision: 'accept' as const };
  const both = await Promise.all(
    [leader(), leader()].map((phone) => phone.call('rulebook', 'settleFound', say)),
  );
  expect(both.every(({ ok }) => ok)).toBe(true);
  expect(now(free._id)).toMatchObject({
    status: 'checked',
    decision: { measure: 'temporaryIsolation' },
    review: { status: 'accepted', settled: { reason: '' } },
  });
  const observations = township
    .documents<ObservationDocument>('observations')
    .filter(({ declarationId }) => declarationId === free._id);
  expect(observations).toHaveLength(1);
  expect(now(free._id).observationId).toBe(observations[0]!._id);
  const returnee = township
    .documents<{ _id: string; openObservationId: string }>('returnees')
    .find(({ _id }) => _id === free.personKey);
  expect(returnee!.openObservationId).toBe(observations[0]!._id);

  // The same place turns worse: found again, and now the record that runs is replaced.
  await approve([area('430102', 'high')]);
  const worse = now(free._id).review!;
  expect(worse).toMatchObject({ status: 'waiting', decision: { measure: 'centralQuarantine' } });
  await leader().get('rulebook', 'settleFound', { ...say, foundAt: worse.foundAt });
  expect(now(free._id).decision.measure).toBe('centralQuarantine');
  expect(
    township.documents<ObservationDocument>('observations').find(({ _id }) => _id === observations[0]!._id)!
      .status,
  ).toBe('ended');
});

test('things stay as they are for a stated reason, and nobody is found twice for the same', async () => {
  const here = somebody({ ...from('440103'), ...CHECKED, checked: checkedAt() });
  await approve([area('440103')]);
  const { foundAt } = now(here._id).review!;
  const say = { declarationId: here._id, foundAt, decision: 'dismiss' as const };
  expect(await leader().call('rulebook', 'settleFound', say)).toMatchObject({
    ok: false,
    error: { fields: { reason: '不改要写原因，至少 2 个字' } },
  });
  await leader().get('rulebook', 'settleFound', { ...say, reason: '车票查过，没有下车' });
  expect(now(here._id)).toMatchObject({
    decision: { measure: 'healthMonitoring' },
    review: { status: 'dismissed', settled: { reason: '车票查过，没有下车' } },
  });
  await approve([area('440100')]);
  expect(now(here._id).review!.status).toBe('dismissed');
});

test('ended areas make what is provisional milder again, and nothing of the past is lost', async () => {
  const onTheWay = somebody(from('450102'));
  const list = await approve([area('450102', 'high', daysAgo(40))]);
  expect(now(onTheWay._id).decision.measure).toBe('centralQuarantine');
  const [row] = (await officer('two').get('rulebook', 'areaList', { listId: list })).rows;
  const { listId } = await officer('one').get('rulebook', 'proposeEnds', {
    requestId: newRequestId(),
    source: OFFICIAL,
    areaIds: [row!.areaId],
    validTo: daysAgo(30),
  });
  expect(await previewed(officer('two'), listId)).toMatchObject({ rows: 1 });
  await officer('two').get('rulebook', 'decideAreas', { listId, decision: 'approve' });
  expect(now(onTheWay._id).decision.measure).toBe('healthMonitoring');
  const areas = (when: 'today' | 'ever') => leader().get('rulebook', 'areas', { words: '南宁市兴宁', when });
  expect((await areas('today')).rows).toEqual([]);
  expect((await areas('ever')).rows).toMatchObject([{ code: '450102', validTo: daysAgo(30) }]);
});

test('a rejected list finds nobody, and its areas are never in force', async () => {
  const onTheWay = somebody(from('460105'));
  const { list } = putAreaList(township, [area('460105')]);
  await officer('two').get('rulebook', 'decideAreas', {
    listId: list._id,
    decision: 'reject',
    reason: '代码写错',
  });
  expect(now(onTheWay._id).decision).toEqual(onTheWay.decision);
  expect((await leader().get('rulebook', 'areas', { words: '460105', when: 'ever' })).rows).toEqual([]);
});

test('a sweep whose call was killed at every step ends where one that was not would', async () => {
  const people = Array.from({ length: 12 }, () => somebody(from('610102')));
  const checked = somebody({ ...from('610102'), ...CHECKED, checked: checkedAt() });
  const { list } = putAreaList(township, [area('610102'), area('610103')]);
  const at = toTimestamp(nowIs());
  // As if the approving call had been killed right behind its transaction.
  await township.tamper('area_lists', { _id: list._id }, { $set: { status: 'publishing' } });
  const sweep: SweepDocument = {
    _id: `${list._id}:sweep`,
    gridPath: [township.town.gridId],
    kind: 'areas',
    subject: list._id,
    title: '新增风险区域',
    status: 'running',
    cursor: null,
    looked: 0,
    redecided: 0,
    found: 0,
    startedAt: at,
    startedByName: '何敏',
    finishedAt: null,
  };
  township.simulator.database.insertMany('rule_sweeps', [sweep]);
  // Two timers at once, one of them late.
  await Promise.all([township.simulator.fireTimer('rulebook'), township.simulator.fireTimer('rulebook')]);
  await township.simulator.fireTimer('rulebook');
  const [done] = township.documents<SweepDocument>('rule_sweeps').filter(({ _id }) => _id === sweep._id);
  expect(done).toMatchObject({ status: 'done', looked: 13, redecided: 12, found: 1 });
  for (const { _id } of people) expect(now(_id).decision.measure).toBe('centralQuarantine');
  expect(now(checked._id).review!.status).toBe('waiting');
});

test('a new version is previewed against the open declarations, and its approval changes just those', async () => {
  const onTheWay = somebody(from('620102'));
  const form = rulebookForm(township);
  const row = form.classification.find(({ id }) => id === 'lowElsewhere')!;
  Object.assign(row, { days: 10, testDays: [1, 10] });
  const { version } = await officer('one').get('rulebook', 'propose', form);
  const open = township
    .documents<DeclarationDocument>('declarations')
    .filter(({ status, decision }) => status === 'declared' && decision.rows.includes('lowElsewhere'));
  const part = await officer('two').get('rulebook', 'preview', { version });
  expect(part.next).toBeNull();
  const move = part.moves.find(({ to }) => to.words === '健康监测 10 天')!;
  expect(move).toMatchObject({ from: { words: '健康监测 14 天' } });
  expect(part.rows.find(({ declarationId }) => declarationId === onTheWay._id)).toMatchObject({
    nameMask: expect.stringMatching(/^.\*+$/) as unknown,
    isHere: false,
  });
  expect(now(onTheWay._id).decision.days).toBe(14);

  await officer('two').get('rulebook', 'decide', { version, decision: 'approve' });
  expect(now(onTheWay._id).decision).toMatchObject({ days: 10, testDays: [1, 10], rulebook: { version } });
  const changed = open.filter(({ _id }) => now(_id).decision.rulebook.version === version);
  expect(changed).toHaveLength(part.rows.filter(({ isHere }) => !isHere).length);
});

async function approve(rows: Parameters<typeof putAreaList>[1]): Promise<string> {
  const { list } = putAreaList(township, rows);
  await township.simulator.clock.advance(1_000);
  await officer('two').get('rulebook', 'decideAreas', { listId: list._id, decision: 'approve' });
  return list._id;
}

test('a sweep reads those who were in the place, however many others there are', async () => {
  const one = somebody(from('630102'));
  const others = Array.from({ length: 1_500 }, (_, i) => ({
    ...one,
    ...from('640104'),
    _id: `other-${i}`,
    personKey: `other-${i}`,
    queueKey: `other-${i}`,
  }));
  township.simulator.database.insertMany('declarations', others);
  const read = () => township.simulator.database.statistics().documentsRead;
  const before = read();
  await approve([area('630102')]);
  expect(read() - before).toBeLessThan(100);
  expect(now(one._id).decision.measure).toBe('centralQuarantine');
});
