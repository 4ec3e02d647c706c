import type { Page } from 'playwright-core';
import { dataOf, drag } from './open-phone';
import { phoneSuite } from './phone-suite';

jest.setTimeout(60_000);

const suite = phoneSuite();
let page: Page;

beforeEach(async () => {
  page = await suite.open({ path: 'pages/forms/index' });
});

const choose = async (...items: string[]): Promise<void> => {
  for (const item of items) await page.getByRole('option', { name: item, exact: true }).click();
  await page.getByText('确定').click();
};
const submitted = async (): Promise<Record<string, unknown>> => {
  await page.getByText('交表').click();
  const { submitted: text } = await dataOf(page);
  return JSON.parse(String(text)) as Record<string, unknown>;
};

test('a form hands over what was typed, ticked and switched', async () => {
  await page.getByPlaceholder('姓名').fill('陈芳');
  await page.getByText('写了 陈芳').waitFor();
  await page.getByPlaceholder('备注').fill('住三楼');
  await page.getByText('发热').click();
  await page.getByText('女').click();
  await page.getByText('提醒我').click();
  expect(await submitted()).toEqual({
    name: '陈芳',
    note: '住三楼',
    symptoms: ['fever', 'cough'],
    sex: 'f',
    remind: true,
    days: 7,
    village: 0,
  });
});

test('maxlength holds and reset empties', async () => {
  await page.getByPlaceholder('姓名').pressSequentially('一二三四五');
  expect(await page.getByPlaceholder('姓名').inputValue()).toBe('一二三四');
  await page.getByText('重填').click();
  expect(await submitted()).toMatchObject({ name: '', symptoms: [], sex: '', remind: false, days: 1 });
});

test('a selector picker offers its range and changes only when confirmed', async () => {
  await page.getByText('村：柳溪村').click();
  await page.getByRole('option', { name: '白塔村' }).click();
  await page.getByText('取消').click();
  expect(await dataOf(page)).toMatchObject({ village: 0 });
  await page.getByText('村：柳溪村').click();
  await choose('白塔村');
  await page.getByText('村：白塔村').waitFor();
});

test('a picker’s wheel turns under the finger', async () => {
  await page.getByText('村：柳溪村').click();
  await page.getByRole('listbox').hover();
  await page.mouse.wheel(0, 48);
  await page.getByRole('option', { name: '青山村', selected: true }).waitFor();
  await page.getByText('确定').click();
  await page.getByText('村：青山村').waitFor();
});

test('a picker’s wheel follows a dragging mouse', async () => {
  await page.getByText('村：柳溪村').click();
  const box = await page.getByRole('listbox').boundingBox();
  const [x, y] = [(box?.x ?? 0) + 100, (box?.y ?? 0) + 140];
  await drag(page, [x, y], [x, y - 96]);
  await page.getByText('确定').click();
  await page.getByText('村：白塔村').waitFor();
});

test('columns of a multiSelector report their changes', async () => {
  await page.getByText('组：柳溪村一组').click();
  await page.getByRole('option', { name: '三组' }).click();
  expect(await dataOf(page)).toMatchObject({ column: '1:2' });
  await choose('青山村');
  await page.getByText('组：青山村三组').waitFor();
});

test('a date is chosen from year, month and day, within its limits', async () => {
  await page.getByText('日期：2024-01-31').click();
  await page.getByRole('option', { name: '2月', exact: true }).click();
  expect(await page.getByRole('option', { name: /日$/ }).count()).toBe(29);
  await choose('2023年');
  await page.getByText('日期：2023-03-29').waitFor();
});

test('a time is chosen from hours and minutes', async () => {
  await page.getByText('时间：08:30').click();
  await choose('17时', '05分');
  await page.getByText('时间：17:05').waitFor();
});

test('a region is chosen from all of China’s divisions, with its codes', async () => {
  await page.getByText('地区：四川省').click();
  await choose('浙江省', '宁波市', '鄞州区');
  await page.getByText('地区：浙江省 宁波市 鄞州区').waitFor();
  expect(await dataOf(page)).toMatchObject({ submitted: '330000,330200,330212' });
});
