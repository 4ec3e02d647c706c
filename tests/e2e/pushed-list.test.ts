import type { EntryDocument } from '../../cloudfunctions/pushedlist/list.document';
import { pushedPerson, pushedSheet } from '../support/pushed-lists';
import { useBrowser } from './use-browser';

const { hold, township } = useBrowser();

const OFFICER = 'o-chen-zhiyuan';
const GRID_MEMBER = 'o-zhang-li';
const entryOf = (name: string) =>
  township()
    .documents<EntryDocument>('pushed_entries')
    .find((entry) => entry.name === name);

it('the office imports what the county pushed down, the grid member looks for the people, and nobody is forgotten', async () => {
  const sheet = await pushedSheet([
    pushedPerson('柳溪村三组 8 号', { name: '慕容远归' }),
    pushedPerson('柳溪村三组 9 号', { name: '慕容不在', phone: '' }),
    pushedPerson('不知哪里', { name: '慕容无处' }),
    pushedPerson('柳溪村三组 10 号', { papersNumber: '1' }),
  ]);
  const officer = await hold(OFFICER, { route: '/packages/pushedlist/lists/index' });
  await officer.sees('还没有推送名单');
  await officer.picture('pushed-lists-empty');
  await officer.press('导入新名单');
  await officer.press('选表格');
  await officer.sees('请填写发文单位');
  await officer.type('谁发来的', '县疫情防控指挥部');
  await officer.picture('pushed-import');
  const chooser = officer.page.waitForEvent('filechooser');
  await officer.press('选表格');
  await (await chooser).setFiles({ name: '推送名单.xlsx', mimeType: '', buffer: sheet });
  await officer.sees('检查完了，还没有下发');
  await officer.picture('pushed-checked');
  await officer.tap('看是哪几行');
  await officer.sees('第 5 行 · 证件号码');
  await officer.tap('返回');
  await officer.press('下发这 3 人');
  await officer.answer('下发');
  await officer.sees('下发完了');
  await officer.picture('pushed-applied');

  const member = await hold(GRID_MEMBER, { route: '/packages/pushedlist/entries/index' });
  await member.sees('慕容远归');
  expect(await member.text()).not.toContain('慕容无处');
  await member.picture('pushed-entries');
  await member.tap('慕容不在');
  await member.sees('名单上没有手机号');
  for (const left of ['再联系 2 次', '再联系 1 次']) {
    await member.press('上过门');
    await member.tap('家里没人');
    await member.press('记下这次上门');
    await member.sees(left);
  }
  await member.picture('pushed-entry');
  await member.press('打过电话');
  await member.tap('没有人接');
  await member.press('记下这次电话');
  await member.press('联系不上');
  await member.tap('电话停机，家里没人');
  await member.picture('pushed-sheet');
  await member.press('办结：联系不上');
  await member.sees('重新去找');
  expect(entryOf('慕容不在')).toMatchObject({ status: 'unreachable', tries: 3 });
  await member.tap('返回');
  await member.sees('慕容远归');
  await member.tap('办结的');
  await member.sees('联系不上');

  await officer.press('看这份名单');
  await officer.tap('慕容无处');
  await officer.sees('还没有派到村');
  await officer.press('派给别的组');
  await officer.tap('柳溪村');
  await officer.tap('三组');
  await officer.answer('派过去');
  await officer.sees('柳溪村三组');
  await member.tap('要找的');
  await member.sees('慕容无处');
  await Promise.all([officer.expectNoProblems(), member.expectNoProblems()]);
}, 90_000);
