import type { RobotPost, RobotView } from '../../../../cloudfunctions/contracts';
import { latelyOf, postRow, robotTag } from '../../../../miniprogram/packages/channels/robot-words';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, tap, words } from '../../support/render';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const AT = '2026-11-22T09:00:00+08:00';
const NOW = '2026-11-22T10:00:00+08:00';
const robot: RobotView = {
  robotId: 'r-1',
  name: '柳溪村网格工作群',
  gridId: 'v1',
  place: '青石镇 柳溪村',
  keyEnd: '0007',
  status: 'active',
  lastSentAt: AT,
  trouble: null,
  version: 3,
};
const trouble = { since: AT, reason: '连不上企业微信' };
const post: RobotPost = {
  postId: 'n1:r-1:out',
  what: 'out',
  noticeId: 'n1',
  title: '三组明天停水',
  status: 'failed',
  at: AT,
  sentAt: null,
  tries: 5,
  reason: '连不上企业微信',
};
const address = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0a1b2c3d-0000-4000-8000-000000000007';
const inputOf = (action: string) => phone.calls.find((call) => call.action === action)?.input;

test.each<[string, Partial<RobotView>, string, string]>([
  ['whose last line arrived', {}, '正常', '上次发出：今天 09:00'],
  ['that never posted', { lastSentAt: null }, '还没发过', '发一条测试，看群里收不收得到'],
  ['in trouble', { trouble }, '没发出去', '连不上企业微信'],
  ['that pauses, trouble or not', { status: 'paused', trouble }, '停着', '上次发出：今天 09:00'],
])('a robot %s says so', (_, changes, tag, lately) => {
  expect(robotTag({ ...robot, ...changes }).text).toBe(tag);
  expect(latelyOf({ ...robot, ...changes }, NOW)).toBe(lately);
});

test.each<[string, Partial<RobotPost>, object]>([
  ['was given up', {}, { tag: { text: '没发出去', tone: 'red' }, again: true, reason: '连不上企业微信' }],
  ['arrived', { status: 'sent', sentAt: AT }, { when: '今天 09:00 发出', again: false, reason: '' }],
  ['leaves next', { status: 'waiting', tries: 0, reason: null }, { tag: { text: '马上发', tone: 'grey' } }],
  [
    'is being tried',
    { status: 'waiting', tries: 2 },
    { tag: { text: '试了 2 次，还在试', tone: 'amber' }, again: false },
  ],
  ['is not needed any more', { status: 'dropped' }, { tag: { text: '不发了', tone: 'grey' }, again: false }],
  ['takes a notice back', { what: 'withdrawn' }, { title: '撤回：三组明天停水', again: true }],
  ['was a test that failed', { what: 'test', title: '测试' }, { title: '测试', again: false }],
])('a line that %s says so', (_, changes, row) => {
  expect(postRow({ ...post, ...changes }, NOW)).toMatchObject(row);
});

describe('the list', () => {
  test('says of each whether its lines arrive; the office finds the hours of reminders there', async () => {
    phone.storage.set('roles', ['townOfficer']);
    phone.answers({ robots: [{ ...robot, trouble }] });
    const page = render('packages/channels/robots');
    await act(page, 'load');
    expect(words(page)).toContain('柳溪村网格工作群');
    expect(words(page)).toContain('连不上企业微信');
    expect(words(page)).toContain('几点提醒没看通知的住户');
    await tap(page, '.card');
    expect(phone.went).toEqual(['navigateTo ../robot/index?robotId=r-1']);
  });

  test('says what to do when there is none; a leader does not set the town’s hours', async () => {
    phone.storage.set('roles', ['gridLeader']);
    phone.answers({ robots: [] });
    const page = render('packages/channels/robots');
    await act(page, 'load');
    expect(words(page)).toContain('还没有工作群机器人');
    expect(words(page)).not.toContain('几点提醒');
  });
});

describe('one robot', () => {
  const open = async (changes: Partial<RobotView> = {}, posts = [post]) => {
    phone.answers({ robot: { ...robot, ...changes }, posts });
    const page = render('packages/channels/robot');
    await act(page, 'onLoad', { robotId: 'r-1' });
    await act(page, 'load');
    return page;
  };

  test('a test shows at once how it went', async () => {
    const page = await open({ trouble });
    expect(words(page)).toContain('没发出去：连不上企业微信');
    phone.answers({ robot, posts: [{ ...post, what: 'test', title: '测试', status: 'sent', sentAt: AT }] });
    await act(page, 'test');
    expect(inputOf('testRobot')).toMatchObject({ robotId: 'r-1', requestId: expect.any(String) as string });
    expect(words(page)).not.toContain('没发出去：');
    expect(words(page)).toContain('已发');
  });

  test('what was given up is sent again by a tap', async () => {
    const page = await open();
    phone.answers({ robot, posts: [{ ...post, status: 'waiting', tries: 0 }] });
    await act(page, 'again', said({}, { id: post.postId }));
    expect(inputOf('retryPost')).toMatchObject({ robotId: 'r-1', postId: post.postId });
    expect(words(page)).toContain('马上发');
  });

  test('it pauses and goes on, on what was seen', async () => {
    const page = await open();
    phone.answers({ ...robot, status: 'paused' });
    phone.answers({ robot: { ...robot, status: 'paused', version: 4 }, posts: [] });
    await act(page, 'switchPaused');
    expect(inputOf('pauseRobot')).toMatchObject({ robotId: 'r-1', version: 3, paused: true });
    expect(words(page)).toContain('停着，通知不会发到这个群');
    expect(words(page)).toContain('接着发通知');
  });

  test('it is removed after a question only', async () => {
    phone.confirms(false);
    const page = await open();
    await act(page, 'remove');
    expect(phone.modals[0]?.title).toBe('移除「柳溪村网格工作群」的机器人？');
    expect(inputOf('removeRobot')).toBeUndefined();
    phone.confirms(true);
    phone.answers({});
    await act(page, 'remove');
    expect(inputOf('removeRobot')).toMatchObject({ robotId: 'r-1', version: 3 });
  });

  test('somebody else was faster: that is said, and the latest shown', async () => {
    const page = await open();
    phone.refuses({ code: 'CONFLICT', message: '这个机器人刚有人改过，请退回去打开最新的再改' });
    phone.answers({ robot: { ...robot, name: '新群名', version: 4 }, posts: [] });
    await act(page, 'switchPaused');
    expect(phone.modals[0]?.content).toContain('刚有人改过');
    expect(words(page)).toContain('新群名');
  });
});

describe('the form', () => {
  const change = async (page: Awaited<ReturnType<typeof render>>, name: string, value: string) =>
    act(page, 'write', said({ value }, { name }));

  test('what is missing or wrong is said beside its field before anything leaves', async () => {
    phone.answers({ posts: [{ role: 'gridLeader', gridId: 'v1', place: '青石镇 柳溪村' }] });
    phone.answers({ grids: [{ id: 'g3', name: '三组' }] });
    const page = render('packages/channels/robot-form');
    await act(page, 'onLoad', {});
    expect(words(page)).toContain('整个柳溪村');
    const before = phone.calls.length;
    await act(page, 'save');
    expect(words(page)).toContain('请填写群名');
    expect(words(page)).toContain('请粘贴机器人的地址');
    await change(page, 'webhook', 'https://example.com/send?key=1');
    await act(page, 'save');
    expect(words(page)).toContain('这不是群机器人的地址');
    expect(phone.calls).toHaveLength(before);

    await change(page, 'name', ' 柳溪村  工作群 ');
    await change(page, 'webhook', ` ${address} `);
    phone.answers(robot);
    await act(page, 'save');
    expect(inputOf('addRobot')).toMatchObject({ gridId: 'v1', name: '柳溪村 工作群', webhook: address });
    expect(phone.went).toEqual(['navigateBack']);
  });

  test('of one that is changed the address is not shown, and stays when nothing is typed', async () => {
    phone.answers({ robot, posts: [] });
    const page = render('packages/channels/robot-form');
    await act(page, 'onLoad', { robotId: 'r-1' });
    expect(page.data.form).toEqual({ gridId: 'v1', name: '柳溪村网格工作群', webhook: '' });
    await act(page, 'save');
    expect(inputOf('changeRobot')).toMatchObject({ robotId: 'r-1', version: 3, webhook: null });
  });

  test('an address that is taken is said beside it', async () => {
    phone.answers({ robot, posts: [] });
    const page = render('packages/channels/robot-form');
    await act(page, 'onLoad', { robotId: 'r-1' });
    await change(page, 'webhook', address);
    const taken = '这个地址已经添加过了，请换一个机器人的地址';
    phone.refuses({ code: 'CONFLICT', message: '已经添加过了', fields: { webhook: taken } });
    await act(page, 'save');
    expect(words(page)).toContain(taken);
    expect(phone.went).toEqual([]);
  });
});
