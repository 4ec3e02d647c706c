import type { ShareDocument } from '../../../cloudfunctions/channels/group.document';
import { newRequestId } from '../../support/forms';
import { publishIn } from '../../support/notices';
import { useTownship } from '../../support/township';
import { bindGroupAs, cloudIdOf, openInGroup } from '../../support/wechat-groups';

const township = useTownship();
const TEAM_GROUP = 'g-liuxi-3';
const VILLAGE_GROUP = 'g-liuxi';

const here = () => township.here;
const leader = () => township.as(township.holderOf('gridLeader', here().gridPath));
const member = () => township.as(township.holderOf('gridMember', here().team.gridPath));
const shareOf = (noticeId: string) =>
  township.documents<ShareDocument>('group_shares').filter((share) => share.noticeId === noticeId);

let teamGroup: string;
let villageGroup: string;
beforeAll(async () => {
  teamGroup = (await bindGroupAs(township, leader(), TEAM_GROUP, here().team.gridId)).groupId;
  villageGroup = (await bindGroupAs(township, leader(), VILLAGE_GROUP, here().gridId, { name: '村民群' }))
    .groupId;
});

test('a notice names the groups that it goes into, the wider ones as such, and ticking one off shows who did', async () => {
  const { noticeId, shareKey } = await publishIn(township, [here().team.gridId]);
  const targets = await leader().get('channels', 'shareTargets', { noticeId });
  expect(targets.shareKey).toBe(shareKey);
  expect(targets.groups.map(({ groupId, wider, sharedAt }) => ({ groupId, wider, sharedAt }))).toEqual([
    { groupId: teamGroup, wider: false, sharedAt: null },
    { groupId: villageGroup, wider: true, sharedAt: null },
  ]);
  const mark = { requestId: newRequestId(), noticeId, groupId: teamGroup, shared: true };
  const ticked = await leader().get('channels', 'markShared', mark);
  expect(ticked).toMatchObject({ sharedBy: '测试人员', seen: 0 });
  expect(await leader().get('channels', 'markShared', mark)).toEqual(ticked);
  // Somebody of the team sees its own group only, and that it has the notice.
  expect((await member().get('channels', 'shareTargets', { noticeId })).groups).toEqual([ticked]);
  expect((await leader().get('channels', 'group', { groupId: teamGroup })).rows[0]).toMatchObject({
    noticeId,
    seen: 0,
  });
  const untick = { ...mark, requestId: newRequestId(), shared: false };
  expect(await leader().get('channels', 'markShared', untick)).toMatchObject({ sharedAt: null });
  expect(shareOf(noticeId)).toEqual([]);
});

test('each phone counts once for a notice and group, whatever comes twice and at once', async () => {
  const { noticeId } = await publishIn(township, [here().gridId]);
  const readers = ['o-reader-1', 'o-reader-2', 'o-reader-3', 'o-reader-4'];
  await Promise.all(readers.map((openid) => openInGroup(township, openid, VILLAGE_GROUP, noticeId)));
  await Promise.all(
    [...readers, ...readers].map((openid) => openInGroup(township, openid, VILLAGE_GROUP, noticeId)),
  );
  await openInGroup(township, 'o-reader-1', TEAM_GROUP, noticeId);
  const seen = (groupId: string) => shareOf(noticeId).find((share) => share.groupId === groupId);
  expect(seen(villageGroup)).toMatchObject({ seen: 4, shared: null });
  expect(seen(villageGroup)?.viewers).toHaveLength(4);
  expect(seen(teamGroup)).toMatchObject({ seen: 1 });
  expect(JSON.stringify(shareOf(noticeId))).not.toContain('o-reader');
  // Seen there before anybody ticked it off: the tick keeps the count, and goes without taking it along.
  const mark = { requestId: newRequestId(), noticeId, groupId: villageGroup };
  expect(await leader().get('channels', 'markShared', { ...mark, shared: true })).toMatchObject({ seen: 4 });
  await leader().get('channels', 'markShared', { ...mark, requestId: newRequestId(), shared: false });
  expect(seen(villageGroup)).toMatchObject({ seen: 4, shared: null });
});

test('nothing is kept of a group that nobody bound, of a notice that there is not, and of one for some households only', async () => {
  const { noticeId } = await publishIn(township, [here().gridId]);
  await openInGroup(township, 'o-reader-1', 'g-shiqiao', noticeId);
  await openInGroup(township, 'o-reader-1', VILLAGE_GROUP, 'nNoSuchNotice');
  const tagged = await publishIn(township, [here().gridId], {
    audience: { gridIds: [here().gridId], roles: [], households: true, tags: ['livingAloneElderly'] },
  });
  await openInGroup(township, 'o-reader-1', VILLAGE_GROUP, tagged.noticeId);
  expect(shareOf(noticeId)).toEqual([]);
  expect(shareOf('nNoSuchNotice')).toEqual([]);
  expect(shareOf(tagged.noticeId)).toEqual([]);
  expect(await leader().get('channels', 'shareTargets', { noticeId: tagged.noticeId })).toMatchObject({
    shareKey: null,
    groups: [],
  });
  const mark = { requestId: newRequestId(), noticeId: tagged.noticeId, groupId: villageGroup, shared: true };
  expect(await leader().call('channels', 'markShared', mark)).toMatchObject({ error: { code: 'CONFLICT' } });
});

test('groups without a notice for longest come first', async () => {
  await township.tamper(
    'group_shares',
    { groupId: villageGroup },
    { $set: { at: '2020-01-01T08:00:00+08:00' } },
  );
  const { noticeId } = await publishIn(township, [here().gridId]);
  await leader().get('channels', 'markShared', {
    requestId: newRequestId(),
    noticeId,
    groupId: teamGroup,
    shared: true,
  });
  const { groups } = await leader().get('channels', 'groups', {});
  expect(groups.map(({ groupId, lastAt }) => [groupId, lastAt === null])).toEqual([
    [villageGroup, true],
    [teamGroup, false],
  ]);
});

test('another village finds neither the notice nor the group', async () => {
  const { noticeId } = await publishIn(township, [here().gridId]);
  const there = township.as(township.holderOf('gridLeader', township.there.gridPath));
  const notFound = { error: { code: 'NOT_FOUND' } };
  expect(await there.call('channels', 'shareTargets', { noticeId })).toMatchObject(notFound);
  expect(await there.call('channels', 'group', { groupId: villageGroup })).toMatchObject(notFound);
  const mark = { requestId: newRequestId(), noticeId, groupId: villageGroup, shared: true };
  expect(await there.call('channels', 'markShared', mark)).toMatchObject(notFound);
  expect(shareOf(noticeId)).toEqual([]);
});

test('a list of more notices than fit on a page goes on', async () => {
  const at = (n: number) => `2026-01-01T08:00:${String(n).padStart(2, '0')}+08:00`;
  const notices = await Promise.all([
    publishIn(township, [here().gridId]),
    publishIn(township, [here().gridId]),
  ]);
  const shares = Array.from({ length: 40 }, (_, n): ShareDocument => ({
    _id: `${villageGroup}:many${n}`,
    groupId: villageGroup,
    noticeId: notices[n % 2]!.noticeId,
    at: at(n),
    order: `${at(n)} many${n}`,
    shared: null,
    seen: 1,
    viewers: ['x'],
  }));
  township.simulator.database.insertMany('group_shares', shares);
  const first = await leader().get('channels', 'group', { groupId: villageGroup });
  const second = await leader().get('channels', 'group', { groupId: villageGroup, after: first.next! });
  const times = [...first.rows, ...second.rows]
    .map((row) => row.at)
    .filter((time) => time.startsWith('2026-01-01'));
  expect(times).toEqual(Array.from({ length: 40 }, (_, n) => at(39 - n)));
  expect(second.next).toBeNull();
});

test('opening a cloudID of another phone counts for nobody', async () => {
  const { noticeId } = await publishIn(township, [here().gridId]);
  const cloudId = await cloudIdOf(township, 'o-reader-1', VILLAGE_GROUP);
  expect(await township.as('o-reader-2').call('channels', 'groupSeen', { noticeId, cloudId })).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  });
  expect(shareOf(noticeId)).toEqual([]);
});
