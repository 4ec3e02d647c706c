import { useBrowser } from './use-browser';

const { hold, township } = useBrowser('empty');
const PHONE = '15490017001';

it('the first officer opens an empty install, lays out a village and a team, and gives a role that works', async () => {
  const officer = await hold('o-first-officer');
  await officer.sees('这个镇还没有开通');
  await officer.picture('home-empty-install');
  await officer.tap('开通本镇');
  await officer.type('镇名', '青禾镇');
  await officer.type('您的姓名', '陈明');
  await officer.type('您的手机号', '15490017000');
  await officer.type('开通码', 'wrong-one');
  await officer.press('开通本镇');
  await officer.sees('开通码不对');
  await officer.type('开通码', township().simulator.secrets.CUNAN_FIRST_OFFICER_CODE!);
  await officer.press('开通本镇');
  await officer.sees('下面的网格');

  await addGrid(officer, { level: '村', name: '河湾村', households: '0' });
  await officer.tap('河湾村');
  await officer.sees('青禾镇 河湾村');
  await addGrid(officer, { level: '组', name: '一组', households: '30' });
  await officer.tap('一组');
  await officer.sees('青禾镇 河湾村 一组');
  await officer.tap('给人岗位');
  await officer.tap('网格员');
  await officer.type('姓名', '孙小兰');
  await officer.type('手机号', PHONE);
  await officer.press('给他岗位');
  await officer.sees('还没登录');
  await officer.picture('grids');
  await officer.expectNoProblems();

  const newcomer = await hold('o-sun-xiaolan', { sim: PHONE });
  await newcomer.tap('我有岗位，用手机号登录');
  await newcomer.answer('同意');
  await newcomer.answer('允许');
  await newcomer.sees('您的岗位：青禾镇 河湾村 一组 网格员');
  await newcomer.answer('知道了');
  await newcomer.sees('登记覆盖');
  await newcomer.sees('差');
  await newcomer.picture('home-new-grid-member');

  await officer.tap('撤掉孙小兰的岗位');
  await officer.answer('撤掉');
  await officer.sees('还没有人');
  await newcomer.reopen();
  await newcomer.sees('登记我家');
  await newcomer.expectNoProblems();
  await officer.expectNoProblems();
});

async function addGrid(
  officer: Awaited<ReturnType<typeof hold>>,
  { level, name, households }: { level: string; name: string; households: string },
): Promise<void> {
  await officer.tap('加一个网格');
  await officer.tap(level);
  await officer.type('名称', name);
  await officer.type('应登记多少户', households);
  await officer.press('加上网格');
  await officer.sees(name);
}
