import { GRID_MEMBER } from './enrolment';
import { useBrowser } from './use-browser';

const { hold } = useBrowser();
/** 王桂英 of 柳溪村三组, whose file waits for the grid member. */
const VILLAGER = 'o-wang-guiying';

it('a file goes back with a reason, the household corrects it, and it waits again', async () => {
  const gridMember = await hold(GRID_MEMBER);
  await gridMember.tap('去核实');
  await gridMember.tap('王桂英家');
  await gridMember.tap('退回修改');
  await gridMember.tap('门牌写得不清楚');
  await gridMember.press('退回修改');
  await gridMember.tap('退回中');
  await gridMember.sees('王桂英家');

  const villager = await hold(VILLAGER);
  await villager.sees('门牌写得不清楚');
  await villager.picture('home-returned');
  await villager.tap('去修改');
  await villager.sees('网格员说：门牌写得不清楚');
  await villager.type('门牌或位置', '27 号，水井对面');
  await villager.tap('我看完了，我同意');
  await villager.press('交给网格员核实');
  await villager.sees('需要监护人同意');
  await villager.picture('change-guardian');
  await villager.tap('我是家里孩子的监护人，同意登记孩子的信息');
  await villager.press('交给网格员核实');
  await villager.sees('已经交给网格员');

  const again = await hold(GRID_MEMBER);
  await again.tap('去核实');
  await again.scrollTo('王桂英家');
  await again.tap('王桂英家');
  await again.sees('27 号，水井对面');
  await villager.expectNoProblems();
  await again.expectNoProblems();
});

it('whoever acts on a file that somebody else has just changed is told so, and overwrites nothing', async () => {
  const [first, second] = [await hold(GRID_MEMBER), await hold(GRID_MEMBER)];
  for (const phone of [first, second]) {
    await phone.tap('去核实');
    await phone.tap('李秀兰家');
    await phone.sees('核实无误');
  }
  await first.tap('核实无误');
  await first.sees('已核实');
  await second.tap('退回修改');
  await second.tap('手机号打不通');
  await second.press('退回修改');
  await second.sees('别人刚改过');
  await second.picture('conflict');
});
