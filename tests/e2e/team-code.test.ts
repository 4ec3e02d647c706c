import { readFile } from 'node:fs/promises';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import { fillPeople, GRID_MEMBER, NEWCOMER } from './enrolment';
import { useBrowser } from './use-browser';

jest.setTimeout(120_000);

const { hold, township } = useBrowser();
const TEAM = 't1-v1-g3';

it('a newcomer scans the code that the grid member put up, and registers in that team without choosing it', async () => {
  const member = await hold(GRID_MEMBER, { route: `/packages/gridwork/coverage/index?gridId=${TEAM}` });
  await member.tap('这个组的登记码');
  await member.sees('贴在村口，扫一扫登记自家');
  const download = member.page.waitForEvent('download');
  await member.press('存到相册');
  const { data, width, height } = PNG.sync.read(await readFile(await (await download).path()));
  const scanned = jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
  await member.picture('team-code');
  await member.expectNoProblems();

  const newcomer = await hold(NEWCOMER, { route: scanned.replace('weixin://wxacode', '') });
  await newcomer.sees('柳溪村三组');
  await newcomer.sees('换地方');
  await newcomer.picture('enrol-by-code');
  await newcomer.tap('下一步');
  await fillPeople(newcomer);
  await newcomer.press('提交登记');
  await newcomer.sees('登记交上去了');
  await newcomer.expectNoProblems();
  const files = township().documents<HouseholdDocument>('households');
  expect(files.find(({ headName }) => headName === '周平')).toMatchObject({
    gridId: TEAM,
    status: 'submitted',
  });
});

it('a newcomer scans it from the mini-program as well, from the home page or while registering', async () => {
  const code = `weixin://wxacode/packages/registration/enrol/index?scene=${TEAM}`;
  const newcomer = await hold('o-scans-it');
  await newcomer.tap('扫登记码');
  await newcomer.scan('https://example.invalid/menu');
  await newcomer.sees('这不是登记码');
  await newcomer.answer('知道了');
  await newcomer.picture('home-newcomer-scan');
  await newcomer.tap('扫登记码');
  await newcomer.scan(code);
  await newcomer.sees('柳溪村三组');

  await newcomer.tap('换地方');
  await newcomer.press('扫组里贴的登记码');
  await newcomer.page.getByText('取消', { exact: true }).tap();
  await newcomer.picture('enrol-scan');
  await newcomer.press('扫组里贴的登记码');
  await newcomer.scan(code.replace(TEAM, 't1-v2-g1'));
  await newcomer.sees('石桥村一组');
  await newcomer.expectNoProblems();
});

it('a code of a team that is gone says so, and the place is chosen', async () => {
  const newcomer = await hold('o-somebody-new', { route: '/packages/registration/enrol/index?scene=gone' });
  await newcomer.sees('没有找到这个登记码说的组');
  await newcomer.answer('知道了');
  await newcomer.sees('柳溪村');
  await newcomer.expectNoProblems();
});
