import type { Page } from 'playwright-core';
import { dataOf, drag } from './open-phone';
import { phoneSuite } from './phone-suite';

jest.setTimeout(60_000);

const suite = phoneSuite();
let page: Page;

beforeEach(async () => {
  page = await suite.open({ path: 'pages/tdesign/index' });
});

test('t-input and t-stepper tell the page what was typed and counted', async () => {
  await page.getByPlaceholder('手机号').fill('13800001234');
  await page.getByText('写了 13800001234').waitFor();
  await page.locator('[class*="t-stepper__plus"]').first().click();
  await page.getByText('数量 2').waitFor();
});

test('t-icon draws its icon without a font from elsewhere', async () => {
  const mask = await page
    .locator('[class*="t-icon-home"]')
    .first()
    .evaluate((icon) => getComputedStyle(icon, '::before').maskImage);
  expect(mask).toMatch(/\/device\/icons\/home\.svg/);
  const icon = await fetch(`${suite.device.url}/device/icons/home.svg`);
  expect(await icon.text()).toContain('viewBox');
});

test('t-dialog confirms and cancels', async () => {
  await page.getByText('开弹窗').click();
  await page.getByText('要提交吗').waitFor();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByText('确认了').waitFor();
});

test('t-popup opens from the bottom and closes on its overlay', async () => {
  await page.getByText('开弹层').click();
  await page.getByText('弹层里的话').waitFor();
  await page.mouse.click(190, 200);
  await page.getByText('弹层里的话').waitFor({ state: 'hidden' });
});

test('t-picker answers with the chosen value', async () => {
  await page.getByText('选时段').click();
  await page.getByText('下午').click();
  await page.waitForTimeout(400);
  await page.getByText('选好了').click();
  await page.waitForFunction(() => window.phone.pageData().said === 'pm');
});

test('t-calendar picks a day', async () => {
  await page.getByText('开日历').click();
  await page.getByText('15', { exact: true }).first().click();
  await page.waitForFunction(() => window.phone.pageData().said === '15 号');
});

test('t-swipe-cell opens under a swiping finger', async () => {
  const row = await page.getByText('左滑这行').boundingBox();
  const y = (row?.y ?? 0) + 10;
  await drag(page, [300, y], [120, y]);
  await page.getByText('删除', { exact: true }).click();
  await page.getByText('删除了').waitFor();
});

test('t-upload takes pictures from the phone', async () => {
  const chooser = page.waitForEvent('filechooser');
  await page.locator('[class*="t-upload__add"], [class*="t-upload__wrapper"]').last().click();
  await (
    await chooser
  ).setFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('not really a picture') });
  await page.getByText('1 张图').waitFor();
  const { files } = await dataOf(page);
  expect(files).toMatchObject([{ url: expect.stringMatching(/^blob:/) as string }]);
});
