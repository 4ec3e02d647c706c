import type { WrittenNotice } from '../../../../cloudfunctions/contracts/index';
import {
  actsOn,
  agreeQuestion,
  factsOf,
  headOf,
  historyOf,
  reachOf,
} from '../../../../miniprogram/packages/publishing/notice/view';
import { gridsText } from '../../../../miniprogram/packages/publishing/notice-words';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { NOW, reachFigures, waitingNotice, writtenNotice } from './views';

const named = ({ dock, ...can }: ReturnType<typeof actsOn>): string =>
  [dock, ...Object.entries(can).flatMap(([name, may]) => (may ? [name] : []))].join(' ').trim();

test.each<[string, Partial<WrittenNotice>, string]>([
  ['somebody else’s that waits', { status: 'waiting', isMine: false, publishedAt: null }, 'decide'],
  ['mine that waits', { status: 'waiting', publishedAt: null }, 'canWithdraw'],
  ['mine that was sent back', { status: 'returned', publishedAt: null }, 'rewrite'],
  ['somebody else’s that was sent back', { status: 'returned', isMine: false, publishedAt: null }, ''],
  ['one for later', { status: 'scheduled', publishedAt: null }, 'canWithdraw'],
  ['one that is out', {}, 'share canShow canCorrect canWithdraw'],
  ['one whose time is over', { validUntil: '2026-03-11' }, 'canCorrect canWithdraw'],
  ['one for some only', { shareKey: null }, 'canShow canCorrect canWithdraw'],
  ['a withdrawn one', { status: 'withdrawn' }, 'canCorrect'],
  ['one withdrawn before it went out', { status: 'withdrawn', publishedAt: null }, ''],
  ['a corrected one', { status: 'corrected' }, ''],
])('what may be done with %s', (_, changes, expected) => {
  expect(named(actsOn(writtenNotice(changes), NOW))).toBe(expected);
});

test.each<[Partial<WrittenNotice>, string]>([
  [{}, '今天 16:00 发的，给 139 户、412 人'],
  [{ status: 'waiting', publishedAt: null }, '等另一个人看过、同意了才发'],
  [{ status: 'waiting', publishedAt: null, isMine: false }, '今天 15:40 交的，等您同意'],
  [{ status: 'returned', publishedAt: null }, '今天 15:40 退回的，等改好再发'],
  [{ status: 'scheduled', publishAt: '2026-03-13T08:00:00+08:00', publishedAt: null }, '明天 08:00 自动发'],
  [{ status: 'withdrawn' }, '今天 16:00 发的，后来撤回了'],
  [{ status: 'withdrawn', publishedAt: null, counted: null }, '还没发就撤回了'],
  [{ status: 'corrected' }, '今天 16:00 发的，后来更正了'],
])('it says how it stands: %j', (changes, text) => {
  expect(headOf(writtenNotice(changes), NOW).state).toBe(text);
});

test('whom it is for is said in words, and how many that would be now', () => {
  const audience = {
    gridIds: ['t1-v1-g3'],
    roles: ['gridMember' as const],
    households: true,
    tags: ['dialysis' as const, 'observed' as const],
  };
  const facts = factsOf(waitingNotice({ audience }), { households: 12, people: 30 }, NOW);
  expect(facts).toEqual([
    { label: '发给哪里', value: '柳溪村三组、二组' },
    { label: '发给谁', value: '只给有血透、居家隔离观察的户，还有网格员，12 户、30 人' },
    { label: '要他们做', value: '要按“我看懂了”' },
    { label: '什么时候发', value: '同意了马上发' },
    { label: '写的人', value: '李国强' },
  ]);
});

test('it is asked with what can’t be undone', () => {
  expect(agreeQuestion(waitingNotice({ replaces: 'n0' }), NOW)).toBe(
    '同意了马上发给柳溪村三组、二组。原来那条会标上“更正过了”。发出去收不回来，写错了只能更正或者撤回。',
  );
});

test.each([
  [{}, { percent: 91, text: '139 户，127 户知道了', left: '还有 12 户不知道', isDone: false }],
  [{ known: 138 }, { percent: 99, left: '还有 1 户不知道', isDone: false }],
  [{ known: 139 }, { percent: 100, left: '', isDone: true }],
])('a hundred is a hundred: %j', (changes, expected) => {
  expect(reachOf({ total: reachFigures(changes), complete: true }, 'published')).toMatchObject(expected);
});

test('of one that no longer holds nobody is missing', () => {
  expect(reachOf({ total: reachFigures(), complete: true }, 'corrected')).toMatchObject({
    text: '139 户，127 户知道了',
    left: '',
    isDone: false,
  });
});

test('while the lists are made no household is missing yet', () => {
  expect(reachOf({ total: reachFigures({ households: 0, known: 0 }), complete: false }, 'published')).toEqual(
    {
      percent: 0,
      text: '名单正在排，一两分钟就好',
      left: '',
      isDone: false,
    },
  );
});

test('what the timer did has no name in the history', () => {
  const changes = [{ at: '2026-03-12T08:00:00+08:00', byName: '', what: '到点发出' }];
  expect(historyOf({ changes }, NOW)).toEqual([{ key: 0, text: '今天 08:00 到点发出' }]);
});

describe('the page of a written notice', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });
  const open = async (notice: WrittenNotice, beside: unknown) => {
    phone.answers(notice);
    phone.answers(beside);
    const page = render('packages/publishing/notice');
    await act(page, 'onLoad', { noticeId: 'n1' });
    await act(page, 'load');
    await settle();
    return page;
  };
  const reach = { total: reachFigures(), complete: true };

  test('shows how far it has come, and leads there, to its groups, its poster and its correction', async () => {
    const page = await open(writtenNotice(), reach);
    for (const part of ['91%', '还有 12 户不知道', '满 3 岁的都可以来', '更正这一条', '李国强 写好'])
      expect(words(page)).toContain(part);
    for (const way of ['openReach', 'share', 'openPoster', 'openScript', 'correct']) await act(page, way);
    expect(phone.went).toEqual([
      'navigateTo /packages/reach/show/index?noticeId=n1',
      'navigateTo /packages/channels/share/index?noticeId=n1',
      'navigateTo /packages/poster/poster/index?noticeId=n1',
      'navigateTo /packages/poster/script/index?noticeId=n1',
      'navigateTo ../write/index?replaces=n1',
    ]);
  });

  test('its card carries the key; what only some may know has none', async () => {
    const page = await open(writtenNotice(), reach);
    expect(page.instance.onShareAppMessage?.()).toMatchObject({
      path: '/packages/notices/notice/index?noticeId=n1&key=key',
    });
    const closed = await open(writtenNotice({ shareKey: null }), reach);
    expect(closed.instance.onShareAppMessage?.()).toEqual({});
    expect(words(closed)).toContain('不能发到群里');
  });

  test('agreeing asks once more, and sends what was seen', async () => {
    const page = await open(waitingNotice(), { households: 139, people: 412, needsSecond: true, names: [] });
    expect(words(page)).toContain('139 户、412 人');
    phone.answers(writtenNotice({ isMine: false, version: 4 }));
    phone.answers(reach);
    await act(page, 'agree');
    await settle();
    expect(phone.modals.at(-1)!.title).toBe('同意发出去？');
    expect(phone.calls.find(({ action }) => action === 'decide')).toMatchObject({
      input: { noticeId: 'n1', version: 3, agreed: true },
    });
    expect(words(page)).toContain('已发出');
  });

  test('who thinks better of it agrees to nothing', async () => {
    const page = await open(waitingNotice(), { households: 1, people: 1, needsSecond: true, names: [] });
    phone.confirms(false);
    await act(page, 'agree');
    expect(phone.calls.map(({ action }) => action)).not.toContain('decide');
  });

  test('sending back names the reason', async () => {
    const page = await open(waitingNotice(), { households: 1, people: 1, needsSecond: true, names: [] });
    await act(page, 'ask', said({}, { why: 'back' }));
    phone.answers(waitingNotice({ status: 'returned', returnedBecause: '时间写错了', version: 4 }));
    phone.answers({ households: 1, people: 1, needsSecond: true, names: [] });
    await act(page, 'onReason', said({ reason: '时间写错了' }));
    await settle();
    expect(phone.calls.find(({ action }) => action === 'decide')).toMatchObject({
      input: { agreed: false, reason: '时间写错了' },
    });
    expect(words(page)).toContain('退回的原因：时间写错了');
  });

  test('a refusal is told, and the notice is loaded anew', async () => {
    const page = await open(writtenNotice(), reach);
    phone.refuses({ code: 'CONFLICT', message: '这条通知刚有人动过，请看一眼最新的再办' });
    phone.answers(writtenNotice({ status: 'corrected', replacedBy: 'n2', version: 4 }));
    phone.answers(reach);
    await act(page, 'ask', said({}, { why: 'withdraw' }));
    await act(page, 'onReason', said({ reason: '日期有误' }));
    await settle(60);
    expect(phone.modals.at(-1)!.content).toContain('刚有人动过');
    expect(words(page)).toContain('已更正');
    expect(words(page)).not.toContain('撤回这一条');
  });

  test('without the figures beside it the notice is there all the same', async () => {
    phone.answers(writtenNotice());
    phone.refuses({ code: 'NOT_FOUND', message: '没有找到这条通知' });
    const page = render('packages/publishing/notice');
    await act(page, 'onLoad', { noticeId: 'n1' });
    await act(page, 'load');
    await settle();
    expect(words(page)).toContain('明天上午打疫苗');
    expect(words(page)).not.toContain('通知到户');
  });
});

test.each([
  [['青石镇'], '青石镇'],
  [['青石镇 柳溪村', '青石镇 清水村'], '柳溪村，清水村'],
  [['青石镇 柳溪村 三组', '青石镇 柳溪村 二组', '青石镇 清水村 一组'], '柳溪村三组、二组，清水村一组'],
])('%j is said as short as it can be understood', (names, text) => {
  expect(gridsText(names)).toBe(text);
});
