import path from 'node:path';
import { phoneSuite } from './phone-suite';

jest.setTimeout(60_000);

const suite = phoneSuite(path.join(__dirname, 'fixture', 'own-bars'));

test('each tab page has its own instance of the custom tab bar', async () => {
  const page = await suite.open();
  await page.getByText('去一 ✓').waitFor();
  await page.getByText('去二').click();
  await page.getByText('第二页').waitFor();
  await page.locator('.sim-page-frame:not([hidden])').getByText('去二 ✓').waitFor();
  await page.locator('.sim-page-frame:not([hidden])').getByText('去一').click();
  await page.getByText('第一页').waitFor();
});

test('the custom tab bar stands at the bottom above the gesture bar, with the page’s variables', async () => {
  const page = await suite.open();
  const bar = page.getByText('去一 ✓').locator('..');
  expect(await bar.boundingBox()).toEqual({ x: 0, y: 844 - 60 - 24, width: 390, height: 84 });
  expect(await bar.evaluate((node) => getComputedStyle(node).color)).toBe('rgb(1, 2, 3)');
});

test('100vh is the page’s own height', async () => {
  const page = await suite.open();
  expect((await page.getByText('第一页').boundingBox())?.height).toBe(844);
});

test('App hears of an entry page that isn’t there', async () => {
  const page = await suite.open({ path: 'pages/gone/index' });
  await page.getByText('第二页').waitFor();
});
