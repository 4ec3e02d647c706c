import { fillEnrolment, GRID_MEMBER, HEAD_ID, NEWCOMER } from './enrolment';
import { useBrowser } from './use-browser';

const { hold, township } = useBrowser();

it('a household registers, its grid member verifies, and both homes say so', async () => {
  const villager = await hold(NEWCOMER);
  await fillEnrolment(villager);
  await villager.picture('enrol-last');
  await villager.tap('提交登记');
  await villager.sees('登记交上去了');
  await villager.picture('household-sent');

  const gridMember = await hold(GRID_MEMBER);
  await gridMember.tap('去核实');
  await gridMember.scrollTo('周平家');
  await gridMember.tap('周平家');
  await gridMember.sees('18 号');
  expect(await gridMember.text()).not.toContain(HEAD_ID);
  await gridMember.picture('review');
  await gridMember.tap('核实无误');
  await gridMember.sees('已核实');

  await villager.tap('回首页');
  await villager.sees('登记已核实');
  await villager.tap('我家档案');
  await villager.sees('刘秀兰');
  await villager.expectNoProblems();
  await gridMember.expectNoProblems();
  expect(township().documents('households')).toHaveLength(601);
});

it('opening a number needs a reason and leaves a record of who opened it', async () => {
  const gridMember = await hold(GRID_MEMBER);
  await gridMember.tap('去核实');
  await gridMember.tap('王桂英家');
  await gridMember.tap('看王桂英的手机号');
  await gridMember.sees('都会留下记录');
  await gridMember.press('看号码');
  await gridMember.sees('请写明原因');
  await gridMember.picture('reason-sheet');
  expect(openings()).toHaveLength(0);

  await gridMember.tap('打电话核实');
  await gridMember.press('看号码');
  await gridMember.sees('15490010004');
  const [entry] = openings();
  expect(entry).toMatchObject({ caller: GRID_MEMBER, reason: '打电话核实', outcome: 'ok' });
  await gridMember.expectNoProblems();
});

type Entry = { action: string; caller: string; reason: string | null; outcome: string };
const openings = () =>
  township()
    .documents<Entry>('audit')
    .filter(({ action }) => action === 'registration.openNumber');
