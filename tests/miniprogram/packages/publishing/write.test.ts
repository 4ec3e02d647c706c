import { contentOf } from '../../../../miniprogram/packages/publishing/write/form';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { writtenForm } from './forms';
import { writtenNotice } from './views';

const REQUEST = 'r'.repeat(24);
const LONGER_THAN_A_PAUSE = 3_300;
const draft = (version = 1) => ({
  draftId: 'n1',
  requestId: REQUEST,
  content: contentOf(writtenForm()),
  publishAt: null,
  replaces: null,
  answers: null,
  returnedBecause: null,
  savedAt: '2026-03-10T08:00:00+08:00',
  version,
});
const LED = { posts: [{ role: 'gridLeader', gridId: 't1-v1', place: '青石镇 柳溪村' }] };
const TEAMS = {
  grids: ['二组', '三组'].map((name, n) => ({
    id: `t1-v1-g${n + 2}`,
    name,
    level: 'team',
    pathNames: ['青石镇', '柳溪村', name],
    hasChildren: false,
  })),
};
const COUNTED = {
  households: 44,
  people: 143,
  needsSecond: false,
  seconds: [],
  names: ['青石镇 柳溪村 二组', '青石镇 柳溪村 三组'],
};
const NETWORK = Object.assign(new Error('fail'), { errCode: -1 });

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const open = async (query: Record<string, string> = { draftId: 'n1' }, answers: unknown[] = [draft()]) => {
  for (const answer of [...answers, LED, TEAMS, COUNTED]) phone.answers(answer);
  const page = render('packages/publishing/write');
  await act(page, 'onLoad', query);
  await settle(700);
  return page;
};
const change = (page: Awaited<ReturnType<typeof open>>, path: string, value: unknown) =>
  act(page, 'onChange', said({ path, value }));
const toLast = async (page: Awaited<ReturnType<typeof open>>) => {
  for (let step = 0; step < 3; step += 1) await act(page, 'next');
};

test('a draft opens where it was left, says whom it reaches, and goes step by step', async () => {
  const page = await open();
  expect(words(page)).toContain('写什么？');
  await act(page, 'next');
  expect(words(page)).toContain('谁说的，管到哪天？');
  await act(page, 'next');
  expect(words(page)).toContain('柳溪村二组、三组：44 户、143 人');
  await act(page, 'next');
  expect(words(page)).toContain('发出通知');
});

test('what is written is on the phone at once and in the cloud after a pause; the cloud knows which version it was', async () => {
  const page = await open();
  await change(page, 'title', '周日核酸检测');
  await settle(500);
  expect(phone.storage.get(`draft:notice:${REQUEST}`)).toMatchObject({
    title: '周日核酸检测',
    unsaved: true,
  });
  phone.answers({ ...draft(2), content: undefined });
  await settle(LONGER_THAN_A_PAUSE);
  expect(phone.calls.at(-1)).toMatchObject({
    action: 'saveDraft',
    input: { requestId: REQUEST, version: 1, content: { title: '周日核酸检测' } },
  });
  expect(page.data.draft).toMatchObject({ version: 2, unsaved: false });
  expect(words(page)).toContain('草稿已存好');
  page.detach();
  expect([...phone.storage.keys()]).not.toContain(`draft:notice:${REQUEST}`);
}, 10_000);

test('without a network it says that this phone has it, and keeps it when the page is left', async () => {
  const page = await open();
  phone.breaks(NETWORK);
  await change(page, 'title', '周日核酸检测');
  await settle(LONGER_THAN_A_PAUSE + 1_000);
  expect(words(page)).toContain('草稿已存在这部手机');
  page.detach();
  expect(phone.storage.get(`draft:notice:${REQUEST}`)).toMatchObject({
    title: '周日核酸检测',
    unsaved: true,
  });
}, 10_000);

test('what this phone could not send goes on where it stopped; when another phone wrote meanwhile, one of the two is chosen', async () => {
  const kept = {
    ...writtenForm({ draftId: 'n1', version: 1, unsaved: true, title: '这部手机的' }),
    savedAt: 1,
  };
  phone.storage.set(`draft:notice:${REQUEST}`, kept);
  const same = await open();
  expect(same.data.draft).toMatchObject({ title: '这部手机的' });
  expect(words(same)).not.toContain('两部手机');
  same.detach();

  phone = holdPhone();
  phone.storage.set(`draft:notice:${REQUEST}`, kept);
  const page = await open({ draftId: 'n1' }, [draft(5)]);
  expect(words(page)).toContain('两部手机改了同一份草稿');
  for (const answer of [draft(5), { ...draft(6), content: undefined }]) phone.answers(answer);
  await act(page, 'chooseMine');
  expect(phone.calls.at(-1)).toMatchObject({
    action: 'saveDraft',
    input: { version: 5, content: { title: '这部手机的' } },
  });
  expect(words(page)).not.toContain('两部手机');
});

test('the draft was sent from another phone meanwhile: this one goes on as a new notice, which does not disappear', async () => {
  const page = await open();
  phone.refuses({ code: 'CONFLICT', message: '这份草稿已经发出去或者删掉了' });
  await change(page, 'title', '还要再发一条');
  await act(page, 'keepInCloud');
  expect(words(page)).toContain('两部手机');
  phone.refuses({ code: 'NOT_FOUND', message: '这份草稿已经发出去或者删掉了' });
  phone.answers({ ...draft(1), draftId: 'n2', content: undefined });
  await act(page, 'chooseMine');
  const { input } = phone.calls.at(-1) as { input: { requestId: string; version: number } };
  expect(input.version).toBe(0);
  expect(input.requestId).not.toBe(REQUEST);
  expect(page.data.draft).toMatchObject({ draftId: 'n2', unsaved: false });
});

test('sent, it says what happens next; the draft is gone from this phone, and who spoke is remembered', async () => {
  const page = await open();
  await toLast(page);
  phone.answers(writtenNotice({ status: 'waiting' }));
  await act(page, 'sendOff');
  await settle();
  expect(phone.calls.filter(({ action }) => action === 'send')).toHaveLength(1);
  expect(phone.modals.at(-1)?.title).toBe('交上去了，等人同意');
  expect(phone.went.at(-1)).toContain('redirectTo ../notice/index?noticeId=');
  expect(phone.storage.get('notice-source')).toMatchObject({ organisation: '青石镇疫情防控办公室' });
});

test('what the cloud refuses is shown on the step and at the part that it speaks of', async () => {
  const page = await open();
  await toLast(page);
  phone.refuses({
    code: 'INVALID_INPUT',
    message: '有 1 处不能这样发，请改一改',
    fields: { 'content.body.2.items.1': '「后果自负」不合适，请改成「需要帮助请找网格员」' },
  });
  await act(page, 'sendOff');
  await settle();
  expect(words(page)).toContain('写什么？');
  expect(words(page)).toContain('第 2 条：「后果自负」不合适');
  await change(page, 'cards[2].text', '先量体温');
  expect(words(page)).not.toContain('后果自负');
});

test('a correction begins with what is out, and knows what it corrects; begun before, it goes on', async () => {
  const out = { ...writtenNotice({ status: 'published' }), noticeId: 'nOld', title: '写错了的' };
  const page = await open({ replaces: 'nOld' }, [{ drafts: [] }, out]);
  expect(page.data.draft).toMatchObject({ replaces: 'nOld', title: '写错了的' });
  page.detach();
  phone = holdPhone();
  const again = await open({ replaces: 'nOld' }, [
    { drafts: [{ draftId: 'n1', requestId: REQUEST, replaces: 'nOld' }] },
    { ...draft(), replaces: 'nOld' },
  ]);
  expect(again.data.draft).toMatchObject({ draftId: 'n1', replaces: 'nOld' });
});

test('an answer to a rumour quotes what is told, for the grids where it was told', async () => {
  const rumour = { text: '喝白酒能杀病毒', told: [{ gridId: 't1-v1-g2' }, { gridId: 't1-v1-g2' }] };
  const page = await open({ refutes: 'r1' }, [{ drafts: [] }, rumour]);
  expect(page.data.draft).toMatchObject({ answers: 'r1', kind: 'refutation', gridIds: ['t1-v1-g2'] });
  expect(JSON.stringify(page.data.draft)).toContain('有人在传：“喝白酒能杀病毒”');
});

test('a whole village and one of its teams are not chosen together: the last press counts', async () => {
  const page = await open();
  await act(page, 'onGrid', said({ gridId: 't1-v1' }));
  expect(page.data).toMatchObject({
    draft: { gridIds: ['t1-v1'] },
    rows: [{ state: 'chosen' }, { state: 'covered' }, { state: 'covered' }],
  });
  await act(page, 'onGrid', said({ gridId: 't1-v1-g3' }));
  expect(page.data).toMatchObject({ draft: { gridIds: ['t1-v1-g3'] } });
});
