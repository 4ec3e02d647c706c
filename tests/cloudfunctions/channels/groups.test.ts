import { createHash } from 'node:crypto';
import { newRequestId } from '../../support/forms';
import { publishIn } from '../../support/notices';
import { useTownship } from '../../support/township';
import { bindGroupAs, cloudIdOf, openInGroup } from '../../support/wechat-groups';

const township = useTownship();
const TEAM_GROUP = 'g-liuxi-3';
const VILLAGE_GROUP = 'g-liuxi';
const OTHER_GROUP = 'g-shiqiao';

const team = () => township.here.team;
const memberHere = (which = '1') => township.as(township.holderOf('gridMember', team().gridPath, which));
const leaderHere = () => township.as(township.holderOf('gridLeader', township.here.gridPath));
const leaderThere = () => township.as(township.holderOf('gridLeader', township.there.gridPath));

/** Every group of the demo is nobody's again. */
beforeEach(async () => {
  await township.tamper('wechat_groups', {}, { $set: { status: 'unbound' } });
});

test('in a group’s chat its grid member says whose group it is, and then the leader above sees it too', async () => {
  const cloudId = await cloudIdOf(township, memberHere().openid, TEAM_GROUP);
  expect(await memberHere().get('channels', 'groupHere', { cloudId })).toEqual({
    group: null,
    boundElsewhere: false,
  });
  const bound = await bindGroupAs(township, memberHere(), TEAM_GROUP, team().gridId);
  expect(bound).toMatchObject({ name: '三组邻里群', gridId: team().gridId, notices: 0, lastAt: null });
  expect(bound.place).toContain(team().name);
  expect((await leaderHere().get('channels', 'groups', {})).groups).toContainEqual(bound);
  expect((await leaderThere().get('channels', 'groups', {})).groups).toEqual([]);
  const here = await cloudIdOf(township, leaderHere().openid, TEAM_GROUP);
  expect(await leaderHere().get('channels', 'groupHere', { cloudId: here })).toMatchObject({ group: bound });
});

test('only WeChat says which group it is: what is made up, too old or another phone’s is refused', async () => {
  const member = memberHere();
  const own = await cloudIdOf(township, member.openid, TEAM_GROUP);
  const refused = async (cloudId: string) => {
    const reply = await member.call('channels', 'groupHere', { cloudId });
    return reply.ok ? 'ok' : reply.error.code;
  };
  expect(await refused('group_made-up')).toBe('INVALID_INPUT');
  expect(await refused(await cloudIdOf(township, leaderHere().openid, TEAM_GROUP))).toBe('INVALID_INPUT');
  expect(await refused(own)).toBe('ok');
  await township.simulator.clock.advance(6 * 60_000);
  expect(await refused(own)).toBe('INVALID_INPUT');
});

test('data in the event that looks like WeChat’s own says nothing', async () => {
  const reply = await township.simulator.call(
    'channels',
    {
      action: 'groupHere',
      input: { cloudId: 'group_made-up' },
      group: { cloudID: 'group_made-up', data: { opengid: TEAM_GROUP } },
    },
    { openid: memberHere().openid },
  );
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
});

test('one group has one grid: another village is told that it is taken, and not by whom', async () => {
  await bindGroupAs(township, memberHere(), TEAM_GROUP, team().gridId);
  const there = leaderThere();
  const cloudId = await cloudIdOf(township, there.openid, TEAM_GROUP);
  expect(await there.get('channels', 'groupHere', { cloudId })).toEqual({
    group: null,
    boundElsewhere: true,
  });
  const form = { requestId: newRequestId(), cloudId, name: '石桥村群', gridId: township.there.gridId };
  expect(await there.call('channels', 'bindGroup', { ...form, version: 0 })).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining('已经绑在别的地方') as string },
  });
});

test('nobody binds a group to a grid that is not theirs', async () => {
  const member = memberHere();
  const cloudId = await cloudIdOf(township, member.openid, OTHER_GROUP);
  const form = { requestId: newRequestId(), cloudId, name: '石桥村群', version: 0 };
  for (const gridId of [township.here.gridId, township.there.team.gridId])
    expect(await member.call('channels', 'bindGroup', { ...form, gridId })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
});

test('pressed twice it is bound once; of two who bind it at once the later one learns of the other', async () => {
  const [one, other] = [memberHere('a'), memberHere('b')];
  const formOf = async (openid: string) => ({
    requestId: newRequestId(),
    cloudId: await cloudIdOf(township, openid, 'g-qingshi-office'),
    name: '组里的群',
    gridId: team().gridId,
    version: 0,
  });
  const form = await formOf(one.openid);
  const first = await Promise.all([
    one.call('channels', 'bindGroup', form),
    one.call('channels', 'bindGroup', form),
    other.call('channels', 'bindGroup', await formOf(other.openid)),
  ]);
  const codes = first.map((reply) => (reply.ok ? 'ok' : reply.error.code));
  expect(codes.filter((code) => code === 'ok').length).toBeGreaterThan(0);
  expect(codes.every((code) => code === 'ok' || code === 'CONFLICT')).toBe(true);
  expect((await one.get('channels', 'groups', {})).groups).toHaveLength(1);
  expect(codes).toContain('CONFLICT');
});

test('its name and grid are changed by version, and whoever is late hears so', async () => {
  const { groupId, version } = await bindGroupAs(township, leaderHere(), VILLAGE_GROUP, team().gridId);
  const change = { groupId, version, name: '柳溪村村民群', gridId: township.here.gridId };
  const form = { ...change, requestId: newRequestId() };
  const changed = await leaderHere().get('channels', 'changeGroup', form);
  expect(changed).toMatchObject({ name: '柳溪村村民群', gridId: township.here.gridId });
  expect(await leaderHere().get('channels', 'changeGroup', form)).toEqual(changed);
  expect(
    await leaderHere().call('channels', 'changeGroup', { ...change, requestId: newRequestId() }),
  ).toMatchObject({ error: { code: 'CONFLICT' } });
  // It is the village's now: out of reach for somebody of a team.
  expect(
    await memberHere().call('channels', 'changeGroup', {
      ...change,
      requestId: newRequestId(),
      version: changed.version,
      gridId: team().gridId,
    }),
  ).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('unbound it belongs to nobody, and whoever is in it next may bind it, with its history', async () => {
  const { groupId, version } = await bindGroupAs(township, leaderHere(), VILLAGE_GROUP, township.here.gridId);
  const { noticeId } = await publishIn(township, [township.here.gridId]);
  await openInGroup(township, 'o-somebody', VILLAGE_GROUP, noticeId);
  const leaving = { requestId: newRequestId(), groupId, version };
  expect(await leaderThere().call('channels', 'unbindGroup', leaving)).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  await leaderHere().get('channels', 'unbindGroup', leaving);
  expect(await leaderHere().get('channels', 'unbindGroup', leaving)).toEqual({});
  expect((await leaderHere().get('channels', 'groups', {})).groups).toEqual([]);
  await openInGroup(township, 'o-somebody-else', VILLAGE_GROUP, noticeId);
  const again = await bindGroupAs(township, memberHere(), VILLAGE_GROUP, team().gridId);
  expect(again).toMatchObject({ groupId, notices: 1, seen: 1 });
});

test('WeChat’s own id of a group is kept nowhere', async () => {
  await bindGroupAs(township, memberHere(), TEAM_GROUP, team().gridId);
  const stored = JSON.stringify(township.documents('wechat_groups'));
  expect(stored).not.toContain(TEAM_GROUP);
  expect(stored).toContain(
    createHash('sha256').update(`wechat-group:${TEAM_GROUP}`).digest('hex').slice(0, 24),
  );
});
