import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import type { GridDocument } from '../../cloudfunctions/township/grid.document';
import { GRID_MEMBER } from './enrolment';
import { useBrowser } from './use-browser';

jest.setTimeout(120_000);

const { hold, township } = useBrowser();
const OFFICER = 'o-chen-zhiyuan';
/** Grid leader of 柳溪村. */
const LEADER = 'o-li-guoqiang';
const TEAM = 't1-v1-g3';
const team = () =>
  township()
    .documents<GridDocument>('grids')
    .find(({ _id }) => _id === TEAM)!;
const files = () =>
  township()
    .documents<HouseholdDocument>('households')
    .filter(({ gridId }) => gridId === TEAM);

it('the office moves a team to another village, which has a team of that name and gets it under a new one', async () => {
  const route = `/packages/office/grids/index?gridId=${TEAM}`;
  const officer = await hold(OFFICER, { route });
  await officer.tap('修改');
  await officer.tap('移到别的村');
  await officer.tap('石桥村');
  await officer.press('移过去');
  await officer.answer('移过去');
  await officer.sees('石桥村已经有“三组”了，先改个名称再移');
  await officer.picture('move-grid-refused');
  expect(team().parentId).toBe('t1-v1');

  const again = await hold(OFFICER, { route });
  await again.tap('修改');
  await again.type('名称', '河东组');
  await again.press('存下修改');
  await again.sees('青石镇 柳溪村 河东组');
  await again.tap('修改');
  await again.tap('移到别的村');
  await again.tap('石桥村');
  await again.press('移过去');
  await again.sees('以后石桥村的人看得到');
  await again.answer('移过去');
  await again.sees('移好了');
  await again.picture('move-grid-done');
  await again.press('返回');
  await again.expectNoProblems();
  expect(team().path).toEqual(['t1', 't1-v2', TEAM]);
  const paths = new Set(files().map(({ gridPath }) => gridPath.join('/')));
  expect([...paths]).toEqual([`t1/t1-v2/${TEAM}`]);
});

it('the team’s own grid member goes on with the same households, and the former village’s leader sees them no longer', async () => {
  const [waiting] = files().filter(({ status }) => status === 'submitted');
  const { _id, headName } = waiting!;
  const route = `/packages/registration/review/index?householdId=${_id}`;
  const gridMember = await hold(GRID_MEMBER, { route });
  await gridMember.sees(headName);
  await gridMember.sees('石桥村河东组');
  await gridMember.expectNoProblems();

  const leader = await hold(LEADER, { route });
  await leader.sees('没有找到这户的档案');
  const coverage = await hold(LEADER, { route: '/packages/gridwork/coverage/index' });
  await coverage.sees('要先照顾的人');
  expect(await coverage.text()).not.toContain('河东组');
});
