import { newRequestId } from '../../support/forms';
import { disagreements, noticeContent, publishIn, sheetsOf } from '../../support/notices';
import { useTownship } from '../../support/township';

const township = useTownship({ timers: false });
const here = () => township.here;

const callsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = township.simulator.database.statistics().calls;
  await work();
  return township.simulator.database.statistics().calls - before;
};

test('a notice is on the list of everybody in its grids, and of nobody else', async () => {
  const { noticeId } = await publishIn(township, [here().gridId]);
  const inbox = await township.as(here().resident).get('notices', 'inbox', {});
  expect(inbox.rows[0]).toMatchObject({ noticeId, unread: true, done: false, gridId: here().team.gridId });
  const there = await township.as(township.there.resident).get('notices', 'inbox', {});
  expect(there.rows.map((row) => row.noticeId)).not.toContain(noticeId);
  expect(await township.as(township.there.resident).call('notices', 'open', { noticeId })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
});

test('opening costs three calls to the database and counts once', async () => {
  const { noticeId } = await publishIn(township, [here().gridId]);
  const phone = township.as(here().resident);
  const { rows } = await phone.get('notices', 'inbox', {});
  const { gridId } = rows.find((row) => row.noticeId === noticeId)!;
  const opening = { noticeId, gridId: gridId! };
  const notice = await phone.get('notices', 'open', opening);
  expect(notice.body).toHaveLength(3);
  await township.simulator.clock.advance(60_000);
  expect(await callsOf(() => phone.get('notices', 'open', { ...opening, seen: true }))).toBe(3);

  const next = await publishIn(township, [here().gridId]);
  await phone.get('notices', 'inbox', {});
  expect(
    await callsOf(() => phone.get('notices', 'open', { noticeId: next.noticeId, gridId: gridId! })),
  ).toBe(3);
});

test('a list that is behind the times costs a call, and nothing is counted twice', async () => {
  const { noticeId } = await publishIn(township, [here().gridId]);
  const phone = township.as(here().resident);
  const opening = { noticeId, gridId: here().team.gridId };
  expect(await callsOf(() => phone.get('notices', 'open', { ...opening, seen: true }))).toBe(4);
  await township.simulator.clock.advance(60_000);
  await phone.get('notices', 'open', opening);
  const sheets = sheetsOf(township, noticeId);
  expect(disagreements(sheets)).toEqual([]);
  expect(sheets.find(({ gridId }) => gridId === here().team.gridId)!.counts.opened).toBe(1);
});

test('receipts and counters agree after steps that come twice, at once and in the wrong order', async () => {
  const { noticeId } = await publishIn(township, [here().gridId]);
  const phone = township.as(here().resident);
  const act = { noticeId, gridId: here().team.gridId };
  await Promise.all([
    phone.get('notices', 'confirm', act),
    phone.get('notices', 'confirm', act),
    phone.get('notices', 'read', { ...act, seconds: 20 }),
    phone.get('notices', 'open', act),
    phone.get('notices', 'open', { noticeId }),
    phone.get('notices', 'inbox', {}),
    phone.get('notices', 'inbox', {}),
    phone.get('notices', 'read', { ...act, seconds: 25 }),
  ]);
  const sheets = sheetsOf(township, noticeId);
  expect(disagreements(sheets)).toEqual([]);
  const sheet = sheets.find(({ gridId }) => gridId === here().team.gridId)!;
  expect(sheet.counts).toMatchObject({ delivered: 1, opened: 1, read: 1, confirmed: 1, known: 1 });
});

test('a glance is not reading', async () => {
  const { noticeId } = await publishIn(township, [here().gridId]);
  await township.as(here().resident).get('notices', 'read', { noticeId, seconds: 1 });
  expect(sheetsOf(township, noticeId).every(({ counts }) => counts.read === 0)).toBe(true);
});

test('somebody opens it before the timer has made the lists', async () => {
  const writer = township.holderOf('gridLeader', here().gridPath);
  const { noticeId } = await township.as(writer).get('publishing', 'send', {
    requestId: newRequestId(),
    content: noticeContent([here().gridId]),
    publishAt: null,
  });
  await township.as(here().resident).get('notices', 'open', { noticeId });
  await township.simulator.fireTimer('publishing');
  const sheets = sheetsOf(township, noticeId);
  expect(disagreements(sheets)).toEqual([]);
  expect(sheets.find(({ gridId }) => gridId === here().team.gridId)!.counts.opened).toBe(1);
});

test('the count that was shown is the households that are reached', async () => {
  const writer = township.holderOf('gridLeader', here().gridPath);
  for (const tags of [[], ['livingAloneElderly'], ['chronicIllness', 'observed']] as const) {
    const audience = { gridIds: [here().gridId], roles: [], households: true, tags: [...tags] };
    const shown = await township.as(writer).get('publishing', 'countAudience', { audience, kind: 'notice' });
    const { noticeId, counted } = await publishIn(township, [], { audience });
    expect(counted).toEqual({ households: shown.households, people: shown.people });
    const reached = sheetsOf(township, noticeId).reduce((sum, { households }) => sum + households, 0);
    expect(reached).toBe(shown.households);
    expect(shown.households).toBeGreaterThan(0);
  }
});

test('a shared card is read by anybody who has its key, and by nobody without', async () => {
  const { noticeId, shareKey } = await publishIn(township, [here().gridId]);
  const stranger = township.as('o-nobody-knows');
  expect(await stranger.get('notices', 'shared', { noticeId, shareKey: shareKey! })).toMatchObject({
    title: '明天上午打疫苗',
  });
  expect(await stranger.call('notices', 'shared', { noticeId, shareKey: 'guessed' })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  const careOnly = await publishIn(township, [], {
    audience: { gridIds: [here().gridId], roles: [], households: true, tags: ['dialysis'] },
  });
  expect(careOnly.shareKey).toBeNull();
});
