import type { NoticeDocument } from '../../cloudfunctions/publishing/notice.document';
import { newRequestId } from '../support/forms';
import { callsIn } from './households';
import { useBrowser } from './use-browser';
import { toLastStep, write } from './writing';

const { hold, township } = useBrowser('township', { timers: false });
const get = callsIn(township);

const LEADER = 'o-li-guoqiang';
const OFFICER = 'o-chen-zhiyuan';
const FAMILY = 'o-li-jianguo';
const TITLE = '明早全组做核酸';

const written = (): NoticeDocument[] =>
  township()
    .documents<NoticeDocument>('notices')
    .filter(({ title }) => title === TITLE)
    .sort((a, b) => a.order.localeCompare(b.order));
const last = (): NoticeDocument => written().at(-1)!;
const staffPage = ({ _id }: NoticeDocument) => ({
  route: `/packages/publishing/notice/index?noticeId=${_id}`,
});
const readersPage = ({ _id }: NoticeDocument) => ({
  route: `/packages/notices/notice/index?noticeId=${_id}`,
});

it('an urgent notice waits for a second person, who sends it back with the reason', async () => {
  const leader = await hold(LEADER, { route: '/packages/publishing/drafts/index' });
  await leader.press('从头写一条');
  await write(leader, {
    kind: '紧急',
    title: TITLE,
    when: '明天 7:00–11:00',
    text: '居家观察的人不要出门，村医上门采样。',
    organisation: '青石镇疫情防控办公室',
    grids: ['三组'],
  });
  await leader.press('送去请人同意');
  await leader.sees('交上去了，等人同意');
  await leader.answer('知道了');
  expect(last()).toMatchObject({ status: 'waiting', publishedAt: null });
  const before = await get(FAMILY, 'notices', 'inbox', {});
  expect(before.rows.map(({ title }) => title)).not.toContain(TITLE);

  const officer = await hold(OFFICER, { route: '/packages/publishing/list/index?tab=agree' });
  await officer.tap(TITLE);
  await officer.sees('居家观察的人不要出门');
  await officer.picture('correct-1-agree');
  await officer.press('退回');
  await officer.tap('时间或者地点写错了');
  await officer.press('退回去改');
  await officer.sees('退回去了');
  expect(last()).toMatchObject({ status: 'returned', returnedBecause: '时间或者地点写错了' });
  await officer.expectNoProblems();
  await leader.expectNoProblems();
}, 120_000);

it('it is changed, agreed to and out; one person alone could not', async () => {
  const leader = await hold(LEADER, staffPage(last()));
  await leader.sees('退回的原因：时间或者地点写错了');
  await leader.press('改好再发');
  await leader.sees('退回来了');
  await toLastStep(leader);
  await leader.press('送去请人同意');
  await leader.answer('知道了');
  const own = { requestId: newRequestId(), noticeId: last()._id, version: last().version };
  await expect(get(LEADER, 'publishing', 'decide', { ...own, agreed: true })).rejects.toThrow('另一个人');

  const officer = await hold(OFFICER, staffPage(last()));
  await officer.press('同意发出去');
  await officer.picture('correct-2-sure');
  await officer.answer('同意');
  await officer.sees('发出去了');
  expect(last()).toMatchObject({ status: 'published', approvedBy: { name: '陈志远' } });
  expect(written()).toHaveLength(1);
  await township().simulator.fireTimer('publishing');
  await officer.expectNoProblems();
  await leader.expectNoProblems();
}, 120_000);

it('a corrected one leads to the newer, which who saw the old is asked to read again', async () => {
  const family = await hold(FAMILY, readersPage(last()));
  await family.press('我看懂了，会告诉家人');
  await family.sees('您家看懂了，网格员已经知道');
  const old = last();

  const leader = await hold(LEADER, staffPage(old));
  await leader.press('更正这一条');
  await leader.sees('写什么？');
  await leader.type('时间', '明天 9:00–11:30');
  await toLastStep(leader);
  await leader.press('送去请人同意');
  await leader.answer('知道了');
  expect(written()).toHaveLength(2);
  const { _id: noticeId, version } = last();
  await get(OFFICER, 'publishing', 'decide', {
    requestId: newRequestId(),
    noticeId,
    version,
    agreed: true,
  });
  await township().simulator.fireTimer('publishing');

  await family.reopen();
  await family.sees('这条通知更正过了，下面的不算了。');
  await family.picture('correct-3-old');
  await family.tap('看更正后的');
  await family.sees('明天 9:00–11:30');
  await family.picture('correct-4-new');
  const home = await get(FAMILY, 'notices', 'inbox', {});
  expect(home.rows.filter(({ title }) => title === TITLE).map((row) => row.noticeId)).toEqual([noticeId]);
  await family.expectNoProblems();
  await leader.expectNoProblems();
}, 120_000);

it('a withdrawn one says so and why, wherever it was seen', async () => {
  const leader = await hold(LEADER, staffPage(last()));
  await leader.press('撤回这一条');
  await leader.tap('事情取消了');
  await leader.press('撤回这一条');
  await leader.sees('撤回了');
  expect(last()).toMatchObject({ status: 'withdrawn', withdrawn: { reason: '事情取消了' } });
  await leader.picture('correct-5-withdrawn');

  const family = await hold(FAMILY, readersPage(last()));
  await family.sees('原因：事情取消了（李国强');
  await family.picture('correct-6-withdrawn');
  expect(await family.text()).not.toContain('我看懂了，会告诉家人');
  await family.expectNoProblems();
  await leader.expectNoProblems();
}, 120_000);
