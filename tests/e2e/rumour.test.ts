import type { NoticeDocument } from '../../cloudfunctions/publishing/notice.document';
import { useBrowser } from './use-browser';
import { bindGroup } from './wechat';

const { hold, township } = useBrowser('township', { timers: false });

const MEMBER = 'o-zhang-li';
const LEADER = 'o-li-guoqiang';
const OFFICER = 'o-chen-zhiyuan';
const FAMILY = 'o-li-jianguo';
const GROUP = '柳溪村三组邻里群';
const RUMOUR = '听说明天要封路一个月';
const TITLE = '“封路一个月”是假的';

const refutation = (): NoticeDocument =>
  township()
    .documents<NoticeDocument>('notices')
    .find(({ title }) => title === TITLE)!;

it('a villager reports what is told in a group, once however often it is pressed', async () => {
  const member = await hold(MEMBER, { route: '/packages/channels/groups/index' });
  await bindGroup(member, GROUP, '三组');
  await member.expectNoProblems();

  const family = await hold(FAMILY, { route: '/packages/rumours/report/index' });
  await family.type('听到的话', RUMOUR);
  await family.tap('微信群');
  await family.tap(GROUP);
  await family.picture('rumour-1-report');
  await family.tapTwice('报给村里核实');
  await family.answer('允许');
  await family.sees('报上去了');
  await family.sees('正在核实');
  await family.picture('rumour-2-mine');
  expect(township().documents('rumours')).toHaveLength(1);
  await family.expectNoProblems();
}, 120_000);

it('the leader answers it with a refutation that quotes the official source, and a second person agrees', async () => {
  const leader = await hold(LEADER, { route: '/packages/rumours/queue/index' });
  await leader.tap(RUMOUR);
  await leader.sees('李建国，');
  await leader.sees('在这些群里传过');
  await leader.picture('rumour-3-answer');
  await leader.press('写辟谣');
  await leader.sees('写什么？');
  await leader.type('标题', TITLE);
  await leader.type('4 · 一段话', '镇防控办今天说明：村里的路一直通，不封路。');
  await leader.press('下一步');
  await leader.type('发文单位', '青石镇疫情防控办公室');
  await leader.type('文号', '青防办〔2026〕16 号');
  await leader.press('下一步');
  await leader.page
    .getByText(/户.*人/)
    .first()
    .waitFor();
  await leader.press('下一步');
  await leader.sees('怎么发？');
  await leader.press('送去请人同意');
  await leader.sees('交上去了，等人同意');
  await leader.answer('知道了');
  expect(refutation()).toMatchObject({ kind: 'refutation', status: 'waiting', gridIds: ['t1-v1-g3'] });
  await leader.expectNoProblems();

  const officer = await hold(OFFICER, {
    route: `/packages/publishing/notice/index?noticeId=${refutation()._id}`,
  });
  await officer.sees(RUMOUR);
  await officer.press('同意发出去');
  await officer.answer('同意');
  await officer.sees('发出去了');
  for (const timer of ['publishing', 'rumours']) await township().simulator.fireTimer(timer);
  await officer.expectNoProblems();
}, 180_000);

it('it comes back to who reported it, and goes into the group where it was told', async () => {
  const family = await hold(FAMILY, { route: '/packages/rumours/mine/index' });
  await family.sees('已辟谣');
  await family.picture('rumour-4-answered');
  await family.press('看辟谣全文');
  await family.sees('村里的路一直通');
  await family.expectNoProblems();

  const leader = await hold(LEADER, { route: `/packages/channels/share/index?noticeId=${refutation()._id}` });
  await leader.sees(GROUP);
  await leader.picture('rumour-5-share');
  await leader.expectNoProblems();
}, 120_000);
