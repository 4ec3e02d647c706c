import type { PostDocument, RobotDocument } from '../../../cloudfunctions/channels/robot.document';
import { newRequestId } from '../../support/forms';
import { publishIn } from '../../support/notices';
import { failRobot, linesOf, newKey, putRobot, webhookOf } from '../../support/robots';
import { useTownship } from '../../support/township';

const township = useTownship({ timers: false });
const here = () => township.here;
const leader = () => township.as(township.holderOf('gridLeader', here().gridPath));
const there = () => township.as(township.holderOf('gridLeader', township.there.gridPath));
const tick = () => township.simulator.fireTimer('channels');
const minutes = (count: number) => township.simulator.clock.advance(count * 60_000);
const robotNow = (_id: string) =>
  township.documents<RobotDocument>('group_robots').find((robot) => robot._id === _id)!;
const postOf = (robotId: string) =>
  township.documents<PostDocument>('robot_posts').find((post) => post.robotId === robotId)!;
const adding = (key: string, gridId = here().gridId) => ({
  requestId: newRequestId(),
  gridId,
  name: '柳溪村网格工作群',
  webhook: webhookOf(key),
});
const GONE = 93000;
const BUSY = 45009;

describe('setting one up', () => {
  test('its address is sealed and never shown again, only the end of it', async () => {
    const key = newKey();
    const robot = await leader().get('channels', 'addRobot', adding(key));
    expect(robot).toMatchObject({ status: 'active', keyEnd: key.slice(-4), trouble: null });
    const shown = [
      robot,
      await leader().get('channels', 'robots', {}),
      await leader().get('channels', 'robot', robot),
    ];
    expect(JSON.stringify([...shown, robotNow(robot.robotId)])).not.toContain(key);
  });

  test('the same form twice, also at once, is one robot; the same address in another form is refused', async () => {
    const form = adding(newKey());
    const both = await Promise.all([1, 2].map(() => leader().get('channels', 'addRobot', form)));
    expect(new Set(both.map(({ robotId }) => robotId)).size).toBe(1);
    expect(await leader().call('channels', 'addRobot', { ...form, requestId: newRequestId() })).toMatchObject(
      {
        error: { code: 'CONFLICT', fields: { webhook: expect.stringContaining('已经添加过') as string } },
      },
    );
  });

  test.each([
    ['another host', 'https://evil.example.com/cgi-bin/webhook/send?key='],
    ['without encryption', 'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key='],
    ['a host that only begins like it', 'https://qyapi.weixin.qq.com.evil.cn/cgi-bin/webhook/send?key='],
    ['somebody in front of the host', 'https://a@qyapi.weixin.qq.com/cgi-bin/webhook/send?key='],
    ['another path', 'https://qyapi.weixin.qq.com/cgi-bin/message/send?key='],
    ['a second parameter', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?x=1&key='],
  ])('an address of %s is refused beside its field', async (_, address) => {
    const form = { ...adding(newKey()), webhook: `${address}${newKey()}` };
    expect(await leader().call('channels', 'addRobot', form)).toMatchObject({
      error: {
        code: 'INVALID_INPUT',
        fields: { webhook: expect.stringContaining('不是群机器人的地址') as string },
      },
    });
  });

  test('the leader of another village neither sees it nor posts through it', async () => {
    const { robot } = putRobot(township);
    expect((await there().get('channels', 'robots', {})).robots.map(({ robotId }) => robotId)).not.toContain(
      robot._id,
    );
    const act = { requestId: newRequestId(), robotId: robot._id, version: 1 };
    for (const reply of [
      await there().call('channels', 'testRobot', act),
      await there().call('channels', 'removeRobot', act),
      await there().call('channels', 'changeRobot', { ...act, name: '改名', webhook: null }),
      await there().call('channels', 'addRobot', adding(newKey())),
    ])
      expect(reply).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  test('of two phones that change it the later learns of it; a retry of the first does nothing twice', async () => {
    const { robot } = putRobot(township);
    const change = {
      requestId: newRequestId(),
      robotId: robot._id,
      version: 1,
      name: '新群名',
      webhook: null,
    };
    const changed = await leader().get('channels', 'changeRobot', change);
    expect(changed).toMatchObject({ name: '新群名', version: 2 });
    expect(await leader().get('channels', 'changeRobot', change)).toEqual(changed);
    expect(
      await leader().call('channels', 'changeRobot', { ...change, requestId: newRequestId() }),
    ).toMatchObject({
      error: { code: 'CONFLICT' },
    });
  });

  test('once removed its address is gone, and can be added again', async () => {
    const { robot, key } = putRobot(township);
    const act = { requestId: newRequestId(), robotId: robot._id, version: 1 };
    await leader().get('channels', 'removeRobot', act);
    await leader().get('channels', 'removeRobot', act);
    expect(robotNow(robot._id)).toMatchObject({ status: 'removed', key: null });
    expect(await leader().call('channels', 'robot', act)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await leader().get('channels', 'addRobot', adding(key))).toMatchObject({ status: 'active' });
  });

  test('a test arrives at once, once a tap; a robot that is not there says what to do', async () => {
    const { robot, key } = putRobot(township);
    const act = { requestId: newRequestId(), robotId: robot._id };
    await Promise.all([1, 2].map(() => leader().get('channels', 'testRobot', act)));
    expect(linesOf(township, key)).toEqual([
      expect.stringContaining('【测试】「柳溪村网格工作群」的机器人接好了'),
    ]);
    await failRobot(township, key, GONE, 1);
    const failed = await leader().get('channels', 'testRobot', { ...act, requestId: newRequestId() });
    expect(failed.robot.trouble?.reason).toContain('请在群里重新添加');
    expect(failed.posts.map(({ status }) => status).sort()).toEqual(['failed', 'sent']);
    const healed = await leader().get('channels', 'testRobot', { ...act, requestId: newRequestId() });
    expect(healed.robot.trouble).toBeNull();
  });
});

describe('a notice that goes out', () => {
  test('is posted once into the groups of its grids, whatever the timers do', async () => {
    const village = putRobot(township);
    const team = putRobot(township, { gridId: here().team.gridId, gridPath: here().team.gridPath });
    const elsewhere = putRobot(township, {
      gridId: township.there.gridId,
      gridPath: township.there.gridPath,
    });
    const town = putRobot(township, { gridId: township.town.gridId, gridPath: [township.town.gridId] });
    const paused = putRobot(township, { status: 'paused' });
    await publishIn(township, [here().gridId], { title: '明天停水 <b>*', wanted: 'confirm' });
    await township.simulator.fireTimer('publishing');
    await Promise.all([tick(), tick(), tick()]);
    for (const { key } of [village, team]) {
      const [line, ...more] = linesOf(township, key);
      expect(more).toEqual([]);
      expect(line).toMatch(/^【通知】明天停水 <b>\*\n.*柳溪村\n时间：明天 8:00–11:00\n地点：村卫生室\n/);
      expect(line).toContain('来源：柳溪村村民委员会');
    }
    for (const { key } of [elsewhere, town, paused]) expect(linesOf(township, key)).toEqual([]);
  });

  test('to some households only is not for a group', async () => {
    const { key } = putRobot(township);
    const audience = { gridIds: [here().gridId], roles: [], households: true, tags: ['observed' as const] };
    await publishIn(township, [here().gridId], { audience });
    await tick();
    expect(linesOf(township, key)).toEqual([]);
  });

  test('of any length fits into what WeCom takes', async () => {
    const { key } = putRobot(township);
    const body = [
      { type: 'paragraph' as const, runs: [{ text: '请大家互相转告。'.repeat(200), bold: false }] },
    ];
    const facts = (['when', 'where', 'who', 'bring'] as const).map((label) => ({
      label,
      text: '一'.repeat(60),
    }));
    await publishIn(township, [here().gridId], { title: '题'.repeat(40), facts, body });
    await tick();
    const [line] = linesOf(township, key);
    expect(line).toContain('……');
    expect(Buffer.byteLength(line ?? '')).toBeLessThanOrEqual(2_048);
  });

  test('that was taken back says so where it was posted, and is not posted where it still waited', async () => {
    const posted = putRobot(township);
    const waiting = putRobot(township);
    await failRobot(township, waiting.key, BUSY, 1);
    const notice = await publishIn(township, [here().gridId], { title: '要撤回的' });
    await tick();
    await leader().get('publishing', 'withdraw', {
      requestId: newRequestId(),
      noticeId: notice.noticeId,
      version: notice.version,
      reason: '日期写错了',
    });
    await township.simulator.fireTimer('publishing');
    await minutes(90);
    await Promise.all([tick(), tick()]);
    expect(linesOf(township, posted.key)).toEqual([
      expect.stringContaining('要撤回的'),
      expect.stringMatching(/^【撤回】要撤回的\n原因：日期写错了/),
    ]);
    expect(linesOf(township, waiting.key)).toEqual([]);
    expect(postOf(waiting.robot._id)).toMatchObject({ status: 'dropped' });
  });
});

describe('a line that does not arrive', () => {
  test('is tried again, later each time, and given up in the end: then the robot is in trouble until something arrives', async () => {
    const { robot, key } = putRobot(township);
    await failRobot(township, key, BUSY, 5);
    await publishIn(township, [here().gridId], { title: '难发的' });
    const tries: number[] = [];
    for (const pause of [0, 1, 5, 15, 60]) {
      await minutes(pause);
      await tick();
      tries.push(postOf(robot._id).tries);
    }
    expect(tries).toEqual([1, 2, 3, 4, 5]);
    expect(linesOf(township, key)).toEqual([]);
    expect(postOf(robot._id)).toMatchObject({ status: 'failed', wakesAt: '' });
    const { robots } = await leader().get('channels', 'robots', {});
    expect(robots[0]).toMatchObject({
      robotId: robot._id,
      trouble: { reason: expect.stringContaining('太多') as string },
    });

    const inTrouble = robots.filter(({ trouble }) => trouble !== null);
    expect((await leader().get('home', 'today', {})).notices?.robots).toBe(inTrouble.length);
    expect((await there().get('home', 'today', {})).notices?.robots).toBe(0);

    const again = { requestId: newRequestId(), robotId: robot._id, postId: postOf(robot._id)._id };
    expect((await leader().get('channels', 'retryPost', again)).posts[0]).toMatchObject({
      status: 'waiting',
    });
    await leader().get('channels', 'retryPost', again);
    await tick();
    expect(linesOf(township, key)).toEqual([expect.stringContaining('难发的')]);
    expect(robotNow(robot._id).trouble).toBeNull();
  });

  test('by the second try only waits as long as it should', async () => {
    const { robot, key } = putRobot(township);
    await failRobot(township, key, BUSY, 1);
    await publishIn(township, [here().gridId]);
    await tick();
    await tick();
    expect(postOf(robot._id)).toMatchObject({ status: 'waiting', tries: 1 });
    await minutes(1);
    await tick();
    expect(linesOf(township, key)).toHaveLength(1);
  });

  test('to a robot that is no longer there is given up at once', async () => {
    const { robot, key } = putRobot(township);
    await failRobot(township, key, GONE, 1);
    await publishIn(township, [here().gridId]);
    await tick();
    expect(postOf(robot._id)).toMatchObject({ status: 'failed', tries: 1 });
    expect(robotNow(robot._id).trouble?.reason).toContain('不在群里');
  });

  test('because the timer was killed in the middle is made up for at its next time', async () => {
    const { robot, key } = putRobot(township);
    await publishIn(township, [here().gridId]);
    const post = postOf(robot._id);
    // As the timer leaves it that was killed between saying that it tries and sending.
    const wakesAt = '2020-01-01T00:00:00+08:00';
    await township.tamper('robot_posts', { _id: post._id }, { $set: { tries: 1, wakesAt } });
    await tick();
    expect(linesOf(township, key)).toHaveLength(1);
  });

  test('because the timer was killed in its last try is given up, and says so', async () => {
    const { robot, key } = putRobot(township);
    await publishIn(township, [here().gridId]);
    const post = postOf(robot._id);
    const wakesAt = '2020-01-01T00:00:00+08:00';
    await township.tamper('robot_posts', { _id: post._id }, { $set: { tries: 5, wakesAt } });
    await tick();
    expect(postOf(robot._id)).toMatchObject({ status: 'failed', wakesAt: '' });
    expect(robotNow(robot._id).trouble).not.toBeNull();
    expect(linesOf(township, key)).toEqual([]);
  });

  test('because its address does not open any more holds nobody else up', async () => {
    const broken = putRobot(township, { key: 's1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' });
    const sound = putRobot(township);
    await publishIn(township, [here().gridId]);
    await tick();
    expect(postOf(broken.robot._id)).toMatchObject({ status: 'failed' });
    expect(linesOf(township, sound.key)).toHaveLength(1);
  });
});
