import { GRID_MEMBER } from './enrolment';
import { useBrowser } from './use-browser';

jest.setTimeout(60_000);

const { hold } = useBrowser();

it('a grid member finds a household by a given name and opens its file', async () => {
  const phone = await hold(GRID_MEMBER);
  await phone.tap('找住户');
  await phone.type('找哪一户', '桂英');
  await phone.tap('找一找');
  await phone.sees('王桂英家');
  await phone.picture('search-found');
  await phone.tap('王桂英家');
  await phone.sees('核实无误');
  await phone.expectNoProblems();
});

it('a town officer goes from the town’s coverage down to one team', async () => {
  const phone = await hold('o-chen-zhiyuan');
  await phone.tap('柳溪村');
  await phone.sees('要先照顾的人');
  await phone.tap('三组');
  await phone.sees('柳溪村三组');
  await phone.sees('还没登记的');
  await phone.expectNoProblems();
});

it('a grid member agrees on a visit, finds it on the home page, and notes how it went', async () => {
  const phone = await hold(GRID_MEMBER);
  await phone.tap('找住户');
  await phone.type('找哪一户', '王桂英');
  await phone.tap('找一找');
  await phone.tap('王桂英家');
  await phone.tap('约日子上门');
  await phone.tap('帮忙登记');
  await phone.picture('visit-form');
  await phone.press('约好了');
  await phone.sees('约好了，到日子首页会提醒');
  await phone.reopen();
  await phone.tap('户今天要上门');
  await phone.sees('王桂英家');
  await phone.picture('visits');
  await phone.tap('办好了');
  await phone.sees('没有约好的上门');
  await phone.expectNoProblems();
});

it('a team that is taken out of use is offered to nobody who registers, until it is opened again', async () => {
  const office = await hold('o-chen-zhiyuan', { route: '/packages/office/grids/index' });
  await office.tap('高坪村');
  await office.sees('停用高坪村');
  await office.tap('停用高坪村');
  await office.answer('停用');
  await office.sees('已经停用，没人能登记到这里');
  await office.picture('grid-retired');
  const newcomer = await hold('o-zhou-ping', { route: '/packages/registration/enrol/index' });
  await newcomer.sees('柳溪村');
  expect(await newcomer.text()).not.toContain('高坪村');
  await office.tap('重新启用高坪村');
  await office.answer('启用');
  await office.sees('停用高坪村');
  await office.expectNoProblems();
});
