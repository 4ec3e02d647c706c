import type { Page } from 'playwright-core';
import { drag } from './open-phone';
import { phoneSuite } from './phone-suite';

jest.setTimeout(60_000);

const suite = phoneSuite();
let page: Page;

beforeEach(async () => {
  page = await suite.open({ path: 'pages/parts/index' });
});

test('a picker-view’s column turns and tells its position', async () => {
  await page.locator('wx-picker-view-column').hover();
  await page.mouse.wheel(0, 34);
  await page.getByText('选了 下午').waitFor();
});

test('a movable-view follows the finger and stays inside its area', async () => {
  const box = await page.getByText('推', { exact: true }).boundingBox();
  const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 20];
  await drag(page, [x, y], [x + 100, y + 20]);
  await page.getByText('推到 100,20').waitFor();
  await drag(page, [x + 100, y + 20], [x + 380, y + 400]);
  await page.getByText('推到 250,50').waitFor();
});

test('an animation is played', async () => {
  await page.getByText('动一动').click();
  await page.waitForFunction(() => {
    const moving = document.querySelector('.moving');
    return moving !== null && getComputedStyle(moving).transform === 'matrix(1, 0, 0, 1, 40, 0)';
  });
});

test('rich text keeps trusted tags and drops the rest', async () => {
  const html = await page.locator('wx-rich-text').innerHTML();
  expect(html).toBe('<p class="rich">第<b>一</b>条</p>');
});

test('hidden and page-container follow the data', async () => {
  expect(await page.getByText('藏起来的').isVisible()).toBe(false);
  await page.getByText('藏与显').click();
  await page.getByText('藏起来的').waitFor();
  await page.getByText('半屏').waitFor();
});
