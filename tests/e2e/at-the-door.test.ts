import { completeResidentId } from '../../miniprogram/shared/resident-id';
import { GRID_MEMBER } from './enrolment';
import { useBrowser } from './use-browser';

jest.setTimeout(120_000);

const { hold } = useBrowser();
const VILLAGER = 'o-wang-guiying';

it('the grid member enrols somebody without a phone at their door, and goes on to check the file', async () => {
  const gridMember = await hold(GRID_MEMBER);
  await gridMember.picture('home-grid-member-door');
  await gridMember.tap('上门登记');
  await gridMember.tap('柳溪村');
  await gridMember.tap('三组');
  await gridMember.sees('换地方');
  await gridMember.tap('下一步');
  await gridMember.type('门牌或位置', '村尾 3 号');
  await gridMember.tap('自家的房');
  await gridMember.tap('下一步');
  await gridMember.type('姓名', '吴老根');
  await gridMember.type('身份证号', completeResidentId('51199919400102005'));
  await gridMember.tap('在家');
  await gridMember.tap('独居老人');
  await gridMember.tap('下一步');
  await gridMember.sees('家里还有谁');
  await gridMember.tap('下一步');
  await gridMember.tap('下一步');
  await gridMember.sees('请念给住户听');
  await gridMember.tap('我念给住户听了，住户同意登记');
  await gridMember.picture('door-consent');
  await gridMember.tap('下一步');
  await gridMember.tap('存下登记');
  await gridMember.sees('核实无误');
  await gridMember.sees('村尾 3 号');
  await gridMember.tap('核实无误');
  await gridMember.expectNoProblems();
});

it('a family sees that its number was opened, by whom and why', async () => {
  const gridMember = await hold(GRID_MEMBER);
  await gridMember.tap('去核实');
  await gridMember.tap('王桂英家');
  await gridMember.tap('看王桂英的手机号');
  await gridMember.tap('打电话核实');
  await gridMember.press('看号码');
  await gridMember.sees('15490010004');

  const villager = await hold(VILLAGER);
  await villager.tap('我家档案');
  await villager.tap('谁看过我家档案');
  await villager.sees('张丽 看了王桂英的号码');
  await villager.sees('原因：打电话核实');
  await villager.sees('网格员 · 柳溪村三组');
  await villager.picture('trail');
  await villager.expectNoProblems();
});
