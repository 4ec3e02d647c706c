import type { GroupView, ShareTarget } from '../../../../cloudfunctions/contracts';
import { targetRows } from '../../../../miniprogram/packages/channels/share/targets';
import { groupCard } from '../../../../miniprogram/packages/channels/group-words';
import { seenFromGroup, shareCard } from '../../../../miniprogram/services/channels';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';

const NOW = Date.parse('2026-03-12T16:30:00+08:00');
const group = (changes: Partial<GroupView> = {}): GroupView => ({
  groupId: `g${'0'.repeat(24)}`,
  name: '三组邻里群',
  gridId: 't1-v1-g3',
  place: '青石镇 柳溪村 三组',
  boundBy: '张丽',
  notices: 3,
  seen: 68,
  lastAt: '2026-03-11T09:00:00+08:00',
  version: 1,
  ...changes,
});
const target = (changes: Partial<ShareTarget> = {}): ShareTarget => ({
  groupId: group().groupId,
  name: '三组邻里群',
  place: '青石镇 柳溪村 三组',
  wider: false,
  sharedAt: null,
  sharedBy: null,
  seen: 0,
  ...changes,
});
const today = {
  posts: [{ role: 'gridMember', gridId: 't1-v1-g3', place: '青石镇 柳溪村 三组' }],
};

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

/** The mini-program was opened from a card in a group's chat; `cloudIDs` are what WeChat gives each time it is asked. */
function inGroupChat(...cloudIDs: string[]): void {
  Object.assign(wx, {
    getEnterOptionsSync: () => ({ scene: 1044 }),
    getGroupEnterInfo: ({ success }: { success: (answer: { cloudID: string }) => void }) =>
      success({ cloudID: cloudIDs.length > 1 ? cloudIDs.shift()! : cloudIDs[0]! }),
  });
}

test('a card carries the kind and the title, and the key with which anybody reads it', () => {
  const notice = { noticeId: 'n1', kind: 'urgent', title: '全员核酸' } as const;
  expect(shareCard({ ...notice, shareKey: 'a-b_c' })).toEqual({
    title: '【紧急】全员核酸',
    path: '/packages/notices/notice/index?noticeId=n1&key=a-b_c',
  });
  expect(shareCard({ ...notice, shareKey: null }).path).toBe('/packages/notices/notice/index?noticeId=n1');
});

test('a notice that was opened in a group’s chat is told to be, and any other is not', async () => {
  await seenFromGroup('n1');
  expect(phone.calls).toEqual([]);
  inGroupChat('group_1');
  phone.answers({});
  await seenFromGroup('n1');
  expect(phone.calls).toEqual([
    { name: 'channels', action: 'groupSeen', input: { noticeId: 'n1', cloudId: 'group_1' } },
  ]);
  phone.refuses({ code: 'INVALID_INPUT', message: '没有认出是哪个群' });
  await expect(seenFromGroup('n1')).resolves.toBeUndefined();
});

test('a group says when it heard something last', () => {
  expect(groupCard(group(), NOW)).toMatchObject({
    place: '柳溪村三组',
    tag: { text: '昨天发过', tone: 'grey' },
    lately: '近 30 天 3 条通知，在群里被打开 68 次',
  });
  expect(groupCard(group({ lastAt: null, notices: 0, seen: 0 }), NOW)).toMatchObject({
    tag: { text: '好久没发', tone: 'amber' },
    lately: '近 30 天没有通知发到这个群',
  });
});

test('opened elsewhere than in a group’s chat, the binding page says where to open it', async () => {
  const page = render('packages/channels/bind');
  await act(page, 'onLoad', {});
  expect(page.instance.data).toMatchObject({ status: 'outside' });
  expect(phone.calls).toEqual([]);
});

test('in the chat its grid member gives the group a name; what WeChat said is asked for again on sending', async () => {
  inGroupChat('group_early', 'group_late');
  phone.answers({ group: null, boundElsewhere: false });
  phone.answers(today);
  phone.answers({ grids: [] });
  const page = render('packages/channels/bind');
  await act(page, 'onLoad', {});
  await act(page, 'save');
  expect(words(page)).toContain('请填写群名');
  await act(page, 'onName', said({ value: '三组邻里群' }));
  phone.answers(group());
  await act(page, 'save');
  expect(phone.calls.at(-1)).toMatchObject({
    action: 'bindGroup',
    input: { cloudId: 'group_late', name: '三组邻里群', gridId: 't1-v1-g3', version: 0 },
  });
  expect(phone.went.at(-1)).toBe('redirectTo ../groups/index');
});

test.each([
  ['a villager', () => phone.refuses({ code: 'FORBIDDEN', message: '需要岗位' }), '给网格员和网格长的'],
  ['another village', () => phone.answers({ group: null, boundElsewhere: true }), '已经绑在别的地方'],
])('%s is told that the card is not theirs', async (_, answer, why) => {
  inGroupChat('group_1');
  answer();
  const page = render('packages/channels/bind');
  await act(page, 'onLoad', {});
  expect(page.instance.data).toMatchObject({ status: 'others', why: expect.stringContaining(why) as string });
});

test('groups without the notice come first, and each says what is known of it', () => {
  const rows = targetRows(
    [
      target({ name: '甲', sharedAt: '2026-03-12T15:00:00+08:00', sharedBy: '张丽', seen: 23 }),
      target({ name: '乙', wider: true, seen: 2 }),
    ],
    NOW,
  );
  expect(rows).toMatchObject([
    { name: '乙', shared: false, note: '柳溪村三组的群，里面还有别处的人', known: '2 人在群里打开过' },
    { name: '甲', shared: true, known: '张丽 今天 15:00 发的，23 人在群里打开过' },
  ]);
});

test('after sharing it is asked where the card went, and a tick is written and taken back', async () => {
  phone.answers({ noticeId: 'n1', kind: 'notice', title: '打疫苗', shareKey: 'key', groups: [target()] });
  const page = render('packages/channels/share');
  await act(page, 'onLoad', { noticeId: 'n1' });
  expect(words(page)).toContain('1 个群，还有 1 个没发');
  await act(page, 'onShareAppMessage');
  expect(words(page)).toContain('发到哪个群了');
  const button = { currentTarget: { dataset: { id: group().groupId, at: 0 } } };
  phone.answers(target({ sharedAt: '2026-03-12T15:00:00+08:00', sharedBy: '张丽' }));
  await act(page, 'mark', button);
  expect(words(page)).toContain('1 个群都发过了');
  expect(words(page)).not.toContain('发到哪个群了');
  phone.answers(target());
  await act(page, 'mark', button);
  expect(phone.calls.slice(-2).map(({ input }) => (input as { shared: boolean }).shared)).toEqual([
    true,
    false,
  ]);
});

test('what only some households may read goes into no group', async () => {
  phone.answers({ noticeId: 'n1', kind: 'notice', title: '给独居老人', shareKey: null, groups: [] });
  const page = render('packages/channels/share');
  await act(page, 'onLoad', { noticeId: 'n1' });
  expect(words(page)).toContain('不能发到群里');
  expect(words(page)).not.toContain('发到微信群');
});

test('a group shows its notices, and is unbound after one more question', async () => {
  const row = { noticeId: 'n1', kind: 'notice', title: '打疫苗', at: '2026-03-12T15:00:00+08:00' };
  phone.answers({
    group: group(),
    rows: [
      { ...row, status: 'published', sharedBy: '张丽', seen: 23 },
      { ...row, noticeId: 'n2', status: 'withdrawn', sharedBy: null, seen: 0 },
    ],
    next: null,
  });
  const page = render('packages/channels/group');
  await act(page, 'onLoad', { groupId: group().groupId });
  await act(page, 'load');
  expect(words(page)).toContain('23 人在群里打开过');
  expect(words(page)).toContain('已撤回');
  phone.confirms(false);
  await act(page, 'unbind');
  expect(phone.calls.filter(({ action }) => action === 'unbindGroup')).toEqual([]);
  phone.confirms(true);
  phone.answers({});
  await act(page, 'unbind');
  expect(phone.calls.find(({ action }) => action === 'unbindGroup')).toMatchObject({ input: { version: 1 } });
  expect(phone.went.at(-1)).toBe('navigateBack');
});
