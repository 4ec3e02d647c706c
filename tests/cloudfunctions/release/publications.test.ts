import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import { newRequestId } from '../../support/forms';
import { useTownship } from '../../support/township';
import { finish, stepTakers } from './people';

jest.setTimeout(60_000);

const township = useTownship();
const { member, leader, officer } = stepTakers(township);
const family = () => township.as(township.here.resident);
const gridId = () => township.here.gridId;

/** Which list is the last is told by the second. */
const publish = async () => {
  await township.simulator.clock.advance(1_000);
  const { digest } = await leader().get('release', 'publicationDraft', { gridId: gridId() });
  return leader().get('release', 'publish', { requestId: newRequestId(), gridId: gridId(), digest });
};

test('what is published was looked at first: masked names, team, measure and days, and nothing else', async () => {
  const observation = finish(township);
  const draft = await leader().get('release', 'publicationDraft', { gridId: gridId() });
  expect(draft.rows.length).toBeGreaterThan(0);
  const published = await leader().get('release', 'publish', { requestId: newRequestId(), gridId: gridId(), digest: draft.digest }); // prettier-ignore
  expect(published.rows).toEqual(draft.rows);
  for (const row of published.rows) {
    expect(Object.keys(row).sort()).toEqual(['from', 'measure', 'nameMask', 'team', 'to']);
    expect(row.nameMask).toMatch(/^\p{L}\*+$/u);
  }
  const text = JSON.stringify([published, township.documents('publications')]);
  const { name, papersMask, phoneMask, address, householdId, personId, personKey } = observation;
  for (const secret of [name, papersMask, phoneMask, address, householdId, personId, personKey])
    if (secret !== null) expect(text).not.toContain(secret);
  const { current } = await family().get('release', 'published', {});
  expect(current).toEqual(published);
});

test('a list that changed since it was looked at is not published blindly', async () => {
  const { digest } = await leader().get('release', 'publicationDraft', { gridId: gridId() });
  finish(township);
  const input = { requestId: newRequestId(), gridId: gridId(), digest };
  expect(await leader().call('release', 'publish', input)).toMatchObject({
    error: { code: 'CONFLICT', message: '名单刚有变动，请再看一遍再公示' },
  });
});

test('sent twice it is published once, also when the list changed in between', async () => {
  finish(township);
  const { digest } = await leader().get('release', 'publicationDraft', { gridId: gridId() });
  const input = { requestId: newRequestId(), gridId: gridId(), digest };
  const before = township.documents('publications').length;
  const answers = await Promise.all([1, 2, 3].map(() => leader().get('release', 'publish', input)));
  finish(township);
  answers.push(await leader().get('release', 'publish', input));
  expect(new Set(answers.map(({ publicationId }) => publicationId)).size).toBe(1);
  expect(township.documents('publications')).toHaveLength(before + 1);
});

test('it stays frozen when somebody is released, and the next list has them no more', async () => {
  const observation = finish(township);
  const first = await publish();
  await township.tamper('observations', { _id: observation._id }, { $set: { status: 'released' } });
  const { current } = await family().get('release', 'published', {});
  expect(current!.rows).toEqual(first.rows);
  const next = await publish();
  expect(next.rows).toHaveLength(first.rows.length - 1);
});

test('families see the last list; of earlier ones only who published when. A withdrawn one shows its reason and nobody on it', async () => {
  finish(township);
  // A second later than what other tests published.
  await township.simulator.clock.advance(1000);
  const first = await publish();
  await township.simulator.clock.advance(60_000);
  const second = await publish();
  const { current, earlier } = await family().get('release', 'published', {});
  expect(current!.publicationId).toBe(second.publicationId);
  expect(earlier[0]).toMatchObject({ publicationId: first.publicationId, people: first.people });
  expect(JSON.stringify(earlier)).not.toContain('nameMask');

  const withdrawal = { publicationId: second.publicationId, reason: '名单有误' };
  const withdrawn = await leader().get('release', 'withdrawPublication', withdrawal);
  expect(withdrawn.withdrawn).toMatchObject({ reason: '名单有误' });
  expect(await leader().get('release', 'withdrawPublication', withdrawal)).toEqual(withdrawn);
  expect(await officer().call('release', 'withdrawPublication', withdrawal)).toMatchObject({
    error: { code: 'CONFLICT', message: '这份公示已经撤下了' },
  });
  const after = await family().get('release', 'published', {});
  expect(after.current).toBeNull();
  expect(after.earlier[0]).toMatchObject({ withdrawn: { reason: '名单有误' } });
});

test('the history says who published what, newest first, page by page', async () => {
  for (let n = 0; n < 22; n += 1) {
    await township.simulator.clock.advance(1000);
    await publish();
  }
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: { rows: { publishedAt: string; publicationId: string }[]; next: string | null } =
      await member().get('release', 'publications', { gridId: gridId(), ...(after !== null && { after }) });
    seen.push(...page.rows.map(({ publishedAt, publicationId }) => `${publishedAt} ${publicationId}`));
    after = page.next;
  } while (after !== null);
  expect(seen).toEqual([...seen].sort().reverse());
  expect(seen).toHaveLength(township.documents('publications').length);
});

test('nobody publishes of a village that is not theirs, or of a team', async () => {
  const there = township.as(township.holderOf('gridLeader', township.there.gridPath));
  const teamLeader = township.as(township.holderOf('gridLeader', township.here.team.gridPath));
  for (const phone of [there, teamLeader])
    expect(await phone.call('release', 'publicationDraft', { gridId: gridId() })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  expect(
    await leader().call('release', 'publicationDraft', { gridId: township.here.team.gridId }),
  ).toMatchObject({
    error: { code: 'CONFLICT', message: '名单按村公示，请选一个村' },
  });
  expect(await member().call('release', 'publicationDraft', { gridId: gridId() })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  });
  const { publicationId } = await publish();
  expect(
    await there.call('release', 'withdrawPublication', { publicationId, reason: '不是我村的' }),
  ).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  // Everybody on duty in the town reads what its villages published; another village's families do not.
  expect((await there.get('release', 'publication', { publicationId })).publicationId).toBe(publicationId);
  const family_there = await township.as(township.there.resident).get('release', 'published', {});
  expect(family_there.current).toBeNull();
  expect(family_there.place).toContain(township.there.name);
});

test('a village where nobody is observed publishes that, too', async () => {
  const there = township.as(township.holderOf('gridLeader', township.there.gridPath));
  const inVillage = township
    .documents<ObservationDocument>('observations')
    .filter(({ gridPath }) => gridPath.includes(township.there.gridId));
  expect(inVillage).toEqual([]);
  const draft = await there.get('release', 'publicationDraft', { gridId: township.there.gridId });
  expect(draft.rows).toEqual([]);
});
