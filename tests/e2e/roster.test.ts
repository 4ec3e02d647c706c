import { rosterOf, spreadsheet } from '../support/rosters';
import { useBrowser } from './use-browser';

const { hold, township } = useBrowser();

const LEADER = 'o-li-guoqiang';
type Grid = { _id: string; name: string; path: string[]; pathNames: string[] };
type File = { status: string };

/** The team of the leader's village that the roster speaks of. */
function home() {
  const grids = township().documents<Grid>('grids');
  const village = grids.find(({ name }) => name === '柳溪村')!;
  const team = grids.find(({ path }) => path.length === 3 && path.includes(village._id))!;
  const placed = { gridId: team._id, name: team.name, gridPath: team.path };
  return {
    gridId: village._id,
    name: village.name,
    gridPath: village.path,
    team: placed,
    householdId: '',
    resident: '',
  };
}
const rostered = () =>
  township()
    .documents<File>('households')
    .filter(({ status }) => status === 'rostered').length;

it('a village leader imports 500 rows with seven wrong ones, sees each by row and column, and importing again changes nothing', async () => {
  const lines = rosterOf(home(), 125, 4);
  for (const row of [3, 7, 11, 15, 19, 23]) lines[row - 2]!.papersNumber = '510703198506010012';
  lines[25]!.phone = '139';
  const content = await spreadsheet(lines);
  const leader = await hold(LEADER);
  const choose = async () => {
    const chooser = leader.page.waitForEvent('filechooser');
    await leader.press('选表格');
    await (await chooser).setFiles({ name: '柳溪村花名册.xlsx', mimeType: '', buffer: content });
  };

  await leader.tap('花名册');
  await leader.sees('下载模板');
  await leader.picture('roster-empty');
  await choose();
  await leader.sees('检查完了，还没有导入');
  await leader.sees('493 人');
  await leader.picture('roster-checked');
  await leader.tap('看是哪几行');
  await leader.sees('第 3 行 · 证件号码');
  await leader.sees('第 27 行 · 手机号');
  await leader.picture('roster-faults');
  await leader.tap('返回');
  expect(rostered()).toBe(0);

  await leader.press('导入这 493 人');
  await leader.answer('导入');
  await leader.sees('导入完了');
  await leader.picture('roster-applied');
  expect(rostered()).toBe(125);

  await choose();
  await leader.sees('没有要导入的');
  await leader.sees('已经在册，没有变化');
  await leader.picture('roster-again');
  await leader.press('不导入，重新选表格');
  await leader.sees('下载模板');
  expect(rostered()).toBe(125);
  await leader.expectNoProblems();
}, 60_000);

it('exporting asks why, opens the spreadsheet and is recorded', async () => {
  const leader = await hold(LEADER, { route: `/packages/roster/import/index?gridId=${home().gridId}` });
  await leader.press('导出花名册');
  await leader.press('导出');
  await leader.sees('请选一个原因');
  await leader.tap('上门核对');
  const download = leader.page.waitForEvent('download');
  await leader.press('导出');
  await download;
  await leader.sees('用完请删掉表格');
  await leader.picture('roster-exported');
  const entries = township().documents<{ action: string; reason: string | null }>('audit');
  expect(entries.find(({ action }) => action === 'roster.export')).toMatchObject({ reason: '上门核对' });
  await leader.expectNoProblems();
});
