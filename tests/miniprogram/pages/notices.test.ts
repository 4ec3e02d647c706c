import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inboxCard } from '../../../miniprogram/components/notice-row/view';
import {
  familyNoticeTasks,
  noticeDutyTasks,
  pinnedNotice,
} from '../../../miniprogram/pages/home/notices-tasks';
import { homeView } from '../../../miniprogram/pages/home/view';
import { noticeEntrances } from '../../../miniprogram/pages/notices/entrances';
import type { Today } from '../../../miniprogram/services/home';
import { unreadNotices, watchUnread } from '../../../miniprogram/services/unread-notices';
import { household } from '../support/homes';
import { AFTERNOON, inboxRow, opened } from '../support/notices';
import { holdPhone, type Phone } from '../support/phone';
import { act, render, type Rendered, said, settle, words } from '../support/render';

type App = { subPackages: { root: string; pages: string[] }[] };
const app = JSON.parse(readFileSync(path.resolve(__dirname, '../../../miniprogram/app.json'), 'utf8')) as App;
const pages = app.subPackages.flatMap(({ root, pages: own }) => own.map((page) => `/${root}/${page}`));

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const list = (rows = [inboxRow()], next: string | null = null) => ({
  rows,
  unread: rows.filter(({ unread }) => unread).length,
  next,
});
const load = async (): Promise<Rendered> => {
  const page = render('pages/notices');
  await act(page, 'load');
  await settle();
  return page;
};

describe('the list', () => {
  it.each([
    ['nobody has opened it', {}, '还没读'],
    ['it corrects one that was read', { again: true }, '更正，请重看'],
    ['it was opened and is to be confirmed', { unread: false, wanted: 'confirm' as const }, '还没确认'],
    ['it was confirmed', { unread: false, done: true, wanted: 'confirm' as const }, '看懂了'],
    ['it was read', { unread: false, done: true }, '读过了'],
    ['it was withdrawn', { status: 'withdrawn' as const, unread: false, done: true }, '撤回了'],
  ])('says in words that %s', (_, more, state) =>
    expect(inboxCard(inboxRow(more), false, AFTERNOON).state.text).toBe(state),
  );

  it('leads to the notice with what it knows of it', () => {
    const read = inboxRow({ unread: false, done: true });
    expect(inboxCard(read, false, AFTERNOON).url).toBe(
      '/packages/notices/notice/index?noticeId=n1&gridId=g3&seen=1&done=1',
    );
  });

  it('shows what came, and marks the tab with how much of it is unread', async () => {
    const heard = jest.fn();
    const stop = watchUnread(heard);
    phone.answers(
      list([inboxRow(), inboxRow({ noticeId: 'n2', title: '开窗通风', unread: false, done: true })]),
    );
    const page = await load();
    stop();
    for (const part of ['村里停水一天', '还没读', '开窗通风', '读过了', '看收藏的通知'])
      expect(words(page)).toContain(part);
    expect(heard).toHaveBeenLastCalledWith(1);
  });

  it('asks for one kind and for words of the title, which says nothing of what is unread', async () => {
    phone.answers(list());
    const page = await load();
    phone.answers(list([]));
    await act(page, 'choose', said({}, { tab: 'policy' }));
    await settle();
    expect(words(page)).toContain('没有这一类的通知');
    await act(page, 'onFind', said({ words: '疫苗' }));
    await settle();
    expect(phone.calls.at(-1)?.input).toEqual({ kind: 'policy', words: '疫苗' });
    expect(words(page)).toContain('没有找到“疫苗”');
    expect(unreadNotices()).toBe(1);
  });

  it('goes on when its end comes in sight', async () => {
    phone.answers(list([inboxRow()], 'further'));
    const page = await load();
    phone.answers(list([inboxRow({ noticeId: 'n9', title: '去年的通知' })]));
    await act(page, 'onReachBottom');
    expect(phone.calls.at(-1)?.input).toEqual({ after: 'further' });
    expect(words(page)).toContain('去年的通知');
  });

  it('without a network it holds what was opened on this phone, of the kind that is asked for', async () => {
    phone.answers(opened());
    phone.answers({ rows: [] });
    phone.answers({ offers: [] });
    const notice = render('packages/notices/notice');
    await act(notice, 'onLoad', { noticeId: 'n1' });
    await settle();
    phone.breaks({ errMsg: 'request:fail' });
    const page = await load();
    await settle(1_000);
    expect(words(page)).toContain('没有网络。这里是这部手机上看过的');
    expect(words(page)).toContain('明天全员核酸检测');
    await act(page, 'choose', said({}, { tab: 'policy' }));
    await settle(1_000);
    expect(words(page)).not.toContain('明天全员核酸检测');
  });

  it('somebody without a household is led to the enrolment', async () => {
    phone.refuses({ code: 'UNREGISTERED', message: '您还没有登记' });
    expect(words(await load())).toContain('先登记，再看通知');
  });

  it('on duty the notices to one’s role stand in it too, and count', async () => {
    phone.storage.set('roles', ['gridMember']);
    phone.answers(list([inboxRow({ unread: false, done: true })]));
    phone.answers(list([inboxRow({ noticeId: 'n3', gridId: 'staff', title: '网格员下午开会' })]));
    const page = await load();
    expect(words(page)).toContain('工作');
    expect(words(page).indexOf('网格员下午开会')).toBeLessThan(words(page).indexOf('村里停水一天'));
    expect(unreadNotices()).toBe(1);
  });

  it('leads to pages that are there, and to those of one’s roles only', () => {
    const all = noticeEntrances(['gridMember', 'gridLeader', 'townOfficer', 'villageDoctor']);
    expect(all.length).toBeGreaterThan(0);
    for (const { url } of all) expect(pages).toContain(url.split('?')[0]);
    expect(noticeEntrances([])).toEqual([]);
  });
});

const unread = (more: object = {}) => {
  const { noticeId, gridId, kind, title, place, publishedAt, again } = inboxRow(more);
  return { noticeId, gridId, kind, title, place, publishedAt, again, unread: true };
};
const notices = (more: Partial<NonNullable<Today['notices']>>): NonNullable<Today['notices']> => ({
  family: null,
  duty: null,
  toAgree: 0,
  toTell: null,
  robots: 0,
  rumours: 0,
  ...more,
});
const family = {
  unread: 4,
  pinned: null,
  first: [unread({ kind: 'urgent', title: '明天全员核酸检测' }), unread()],
};

describe('on the home page', () => {
  it('an urgent one that nobody has read comes before what is to be done, the others after', () => {
    const today = { ...household({ claims: 2 }), notices: notices({ family }) };
    const { tasks, todo } = homeView(today, 'resident', 0, AFTERNOON);
    expect(tasks.map(({ title }) => title)).toEqual([
      '明天全员核酸检测',
      '有人要看我家档案',
      '村里停水一天',
      '条通知还没读',
      '登记好了',
    ]);
    expect(tasks[0]).toMatchObject({ tag: '紧急', tone: 'red', action: '去看' });
    expect(todo).toBe(4);
    expect(tasks[3]?.count).toBe('2');
  });

  it('each leads to its notice, the rest to the list', () => {
    const { urgent, others } = familyNoticeTasks(notices({ family }), AFTERNOON);
    expect(urgent[0]?.url).toContain('noticeId=n1&gridId=g3');
    expect(others.at(-1)?.url).toBe('/pages/notices/index');
    expect(familyNoticeTasks(null, AFTERNOON)).toEqual({ urgent: [], others: [] });
  });

  it('on duty those to one’s role stand there, and what others wait for', () => {
    const tasks = noticeDutyTasks(notices({ duty: { ...family, unread: 2 }, toAgree: 3 }), AFTERNOON);
    expect(tasks.map(({ title }) => title)).toEqual(['明天全员核酸检测', '条通知等您同意', '村里停水一天']);
  });

  it('a pinned one stays when it has been read', () => {
    const pinned = { noticeId: 'n7', gridId: 'g3', title: '三组明天 9:00 起领菜', unread: false };
    expect(pinnedNotice({ ...family, pinned })).toMatchObject({ title: '三组明天 9:00 起领菜' });
    expect(pinnedNotice(family).title).toBe('');
  });

  it('the row of a notice list is a tab, and so is switched to', async () => {
    phone.answers({ ...household({}), notices: notices({ family }) });
    const page = render('pages/home');
    await act(page, 'load');
    await act(page, 'open', said({}, { url: '/pages/notices/index' }));
    expect(phone.went).toEqual(['switchTab /pages/notices/index']);
    expect(unreadNotices()).toBe(4);
  });
});
