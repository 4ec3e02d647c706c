import { PNG } from 'pngjs';
import { dataOf, drag } from './open-phone';
import { phoneSuite } from './phone-suite';

jest.setTimeout(60_000);

const suite = phoneSuite();

test('a canvas is drawn on, measured and saved as a picture', async () => {
  const page = await suite.open({ path: 'pages/canvas/index' });
  await page.waitForFunction(() => window.phone.pageData().file !== '');
  expect(await dataOf(page)).toMatchObject({ size: '208x104' });
  const copy = page.locator('wx-image img');
  await copy.evaluate((image: HTMLImageElement) => image.decode());
  const shot = PNG.sync.read(await copy.screenshot());
  const colourAt = (x: number): number[] => [
    ...shot.data.subarray((10 * shot.width + x) * 4, (10 * shot.width + x) * 4 + 3),
  ];
  expect(colourAt(20)).toEqual([200, 10, 20]);
  expect(colourAt(180)).not.toEqual([200, 10, 20]);
});

test('a finger on a canvas says where on it', async () => {
  const page = await suite.open({ path: 'pages/canvas/index' });
  const box = await page.locator('wx-canvas').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 12);
  await page.mouse.down();
  await page.getByText('碰到 30,12').waitFor();
  await page.mouse.up();
});

test('a page with its own navigation bar starts at the top edge, under clock and capsule', async () => {
  const page = await suite.open({ path: 'pages/canvas/index' });
  expect(await page.locator('.sim-navigation-bar').isVisible()).toBe(false);
  expect((await page.locator('.sim-page-frame').boundingBox())?.y).toBe(0);
  expect(await page.locator('.sim-capsule').isVisible()).toBe(true);
});

describe('a long page', () => {
  const open = () => suite.open({ path: 'pages/list/index' });

  test('pulling it down refreshes, from the finger and from the API', async () => {
    const page = await open();
    await drag(page, [200, 150], [200, 400]);
    await page.getByText('刷新 1 次').waitFor();
    await page.waitForFunction(() => document.querySelector('.sim-page-refresher')?.clientHeight === 0);
    await page.evaluate(() => wx.startPullDownRefresh());
    await page.getByText('刷新 2 次').waitFor();
  });

  test('a dragging mouse scrolls it like a finger, without tapping', async () => {
    const page = await open();
    await drag(page, [200, 700], [200, 300]);
    expect(await page.locator('.sim-page-scroller').evaluate(({ scrollTop }) => scrollTop)).toBe(400);
  });

  test('its end and its last row are noticed', async () => {
    const page = await open();
    await page.getByText('最后', { exact: true }).scrollIntoViewIfNeeded();
    await page.waitForFunction(
      () => window.phone.pageData().reached === 1 && window.phone.pageData().seen === true,
    );
  });

  test('pageScrollTo finds a row, and queries measure from below the navigation bar', async () => {
    const page = await open();
    const measure = () =>
      page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            wx.createSelectorQuery()
              .select('#line-20')
              .boundingClientRect(({ top }: { top: number }) => resolve(top))
              .exec();
          }),
      );
    expect(await measure()).toBeGreaterThan(600);
    await page.evaluate(() => wx.pageScrollTo({ selector: '#line-20', duration: 0 }));
    expect(Math.abs(await measure())).toBeLessThan(2);
    const colour = await page.getByText('第 7 行').evaluate((row) => getComputedStyle(row).color);
    expect(colour).toBe('rgb(7, 7, 7)');
  });

  test('a scroll-view reaches its own end and a swiper turns', async () => {
    const page = await open();
    await page.locator('wx-scroll-view').evaluate((view) => (view.scrollTop = 10_000));
    await page.waitForFunction(() => window.phone.pageData().inner === 1);
    await page.locator('wx-swiper').evaluate((swiper) => (swiper.scrollLeft = swiper.clientWidth));
    await page.waitForFunction(() => window.phone.pageData().slide === 1);
  });
});

test('the size of every setData is recorded', async () => {
  const page = await suite.open();
  await page.getByText('点了 0 次').click();
  const last = await page.evaluate(() => window.phone.setDataLog.at(-1));
  expect(last).toEqual({ path: 'pages/home/index', bytes: '{"taps":1}'.length });
});
