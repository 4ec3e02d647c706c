import { disagreements, publishIn, sheetsOf } from '../../support/notices';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const here = () => township.here;
const toStaff = (roles: ('gridMember' | 'villageDoctor')[], households = true) => ({
  audience: { gridIds: [here().gridId], roles, households, tags: [] },
});
const posts = () =>
  township.documents<{ role: string; gridPath: string[]; openid: string | null; status: string }>('posts');
/** The demo's own people, who hold their posts in earnest. */
const membersHere = () =>
  posts().filter(
    ({ role, gridPath, openid, status }) =>
      role === 'gridMember' && gridPath.includes(here().gridId) && openid !== null && status === 'active',
  );

test('a notice to grid members is on their list, and on nobody else’s on duty', async () => {
  const { noticeId } = await publishIn(township, [], toStaff(['gridMember']));
  const phone = township.as(membersHere()[0]!.openid!);
  const inbox = await phone.get('notices', 'staffInbox', {});
  expect(inbox.rows.find((row) => row.noticeId === noticeId)).toMatchObject({
    unread: true,
    gridId: 'staff',
  });
  const doctor = township.as(township.holderOf('villageDoctor', here().gridPath));
  expect((await doctor.get('notices', 'staffInbox', {})).rows.map((row) => row.noticeId)).not.toContain(
    noticeId,
  );
  expect(await doctor.call('notices', 'staffOpen', { noticeId })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  const elsewhere = township.as(township.holderOf('gridMember', township.there.team.gridPath));
  expect(await elsewhere.call('notices', 'staffOpen', { noticeId })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
});

test('they count each once on a sheet of their own, apart from the households', async () => {
  const { noticeId } = await publishIn(township, [], toStaff(['gridMember']));
  const openids = [...new Set(membersHere().map(({ openid }) => openid!))];
  const phone = township.as(openids[0]!);
  await Promise.all([
    phone.get('notices', 'staffOpen', { noticeId }),
    phone.get('notices', 'staffOpen', { noticeId }),
    phone.get('notices', 'staffConfirm', { noticeId }),
    phone.get('notices', 'staffRead', { noticeId, seconds: 20 }),
    phone.get('notices', 'staffInbox', {}),
  ]);
  expect(disagreements(sheetsOf(township, noticeId))).toEqual([]);
  const leader = township.as(township.holderOf('gridLeader', here().gridPath));
  const shown = await leader.get('reach', 'show', { noticeId });
  expect(shown.staff).toEqual({ people: openids.length, opened: 1, known: 1 });
  const households = sheetsOf(township, noticeId)
    .filter(({ gridId }) => gridId !== 'staff')
    .reduce((sum, sheet) => sum + sheet.households, 0);
  expect(shown.total).toMatchObject({ households, known: 0, confirmed: 0 });
  const { rows } = await leader.get('reach', 'staff', { noticeId });
  expect(rows).toHaveLength(openids.length);
  expect(rows.filter(({ knows }) => knows)).toHaveLength(1);
  expect(rows.at(-1)).toMatchObject({ knows: true, role: 'gridMember' });
});

test('whoever sees only one team sees households there, and no list of colleagues', async () => {
  const { noticeId } = await publishIn(township, [], toStaff(['gridMember']));
  const member = township.as(township.holderOf('gridMember', here().team.gridPath));
  expect(await member.get('reach', 'show', { noticeId })).toMatchObject({ staff: null });
  expect(await member.call('reach', 'staff', { noticeId })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  expect(
    (await member.get('reach', 'households', { noticeId, tab: 'unknown' })).rows.every(
      ({ gridId }) => gridId === here().team.gridId,
    ),
  ).toBe(true);
});

test('a notice to people on duty alone reaches no household', async () => {
  const { noticeId } = await publishIn(township, [], toStaff(['gridMember'], false));
  expect(sheetsOf(township, noticeId).map(({ gridId }) => gridId)).toEqual(['staff']);
  expect(await township.as(here().resident).call('notices', 'open', { noticeId })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  const leader = township.as(township.holderOf('gridLeader', here().gridPath));
  expect(await leader.get('reach', 'show', { noticeId })).toMatchObject({
    total: { households: 0 },
    grids: [],
  });
});

test('whoever took their post up after publishing joins by opening it', async () => {
  const { noticeId } = await publishIn(township, [], toStaff(['villageDoctor']));
  const before = sheetsOf(township, noticeId).find(({ gridId }) => gridId === 'staff');
  const openid = township.holderOf('villageDoctor', here().gridPath, 'new');
  township.simulator.database.insertMany('posts', [
    {
      _id: `${openid}-post`,
      role: 'villageDoctor',
      gridId: here().gridId,
      gridPath: here().gridPath,
      pathNames: [township.town.name, here().name],
      name: '新来的村医',
      phone: '',
      phoneIndex: `${openid}-index`,
      phoneMask: '',
      status: 'active',
      openid,
      givenAt: '2026-01-01T08:00:00+08:00',
      givenBy: 'o-anybody',
    },
  ]);
  await township.as(openid).get('notices', 'staffOpen', { noticeId });
  const after = sheetsOf(township, noticeId).find(({ gridId }) => gridId === 'staff')!;
  expect(after.households).toBe((before?.households ?? 0) + 1);
  expect(after.counts.opened).toBe(1);
  expect(disagreements([after])).toEqual([]);
});
