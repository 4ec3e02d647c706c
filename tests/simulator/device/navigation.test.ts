import type { Page } from 'playwright-core';
import { phoneSuite } from './phone-suite';

jest.setTimeout(60_000);

const suite = phoneSuite();
let page: Page;

beforeEach(async () => {
  page = await suite.open();
});

const route = (): Promise<string> => page.evaluate(() => window.phone.route());
const history = (): Promise<string[]> => page.evaluate(() => getApp<{ history: string[] }>().history);
const title = (): Promise<string | null> => page.locator('.sim-navigation-title').textContent();

test('the app and its first page run their lifetimes in WeChat’s order', async () => {
  expect(await history()).toEqual([
    'launch 1001',
    'show pages/home/index 1001',
    'home onLoad {}',
    'home onShow',
    'home onReady',
  ]);
});

test('a component is ready once it can be measured', async () => {
  await page.getByText('量过了').waitFor();
});

test('templates, wxs, slots, includes and package pictures are drawn', async () => {
  await page.getByText('您好，张三').waitFor();
  await page.getByText('张三 70 岁').waitFor();
  await page.getByText('前面').waitFor();
  await page.getByText('页脚').waitFor();
  const width = await page.locator('wx-image img').evaluate((image: HTMLImageElement) => image.naturalWidth);
  expect(width).toBe(8);
});

test('a page opens another with its query and talks with it over the event channel', async () => {
  await page.getByText('看详情').click();
  await page.getByText('编号 7 姓名 %E5%BC%A0').waitFor();
  await page.getByText('问：住哪里').waitFor();
  expect(await title()).toBe('详情');
  await page.getByText('就三组').click();
  await page.getByText('回答：三组').waitFor();
  expect((await history()).slice(-2)).toEqual(['home onHide', 'home onShow']);
});

test('the chevron goes back, and a page opened from outside offers the way home', async () => {
  await page.getByText('去填表').click();
  expect(await title()).toBe('表单');
  await page.getByLabel('返回').click();
  expect(await route()).toBe('pages/home/index');
  const alone = await suite.open({ path: 'pages/lone/index' });
  await alone.getByLabel('回到首页').click();
  await alone.getByText('您好，张三').waitFor();
});

test('tab pages stay while other pages close', async () => {
  await page.getByText('点了 0 次').click();
  await page.locator('.sim-tab', { hasText: '我的' }).click();
  await page.getByText('我的页面').waitFor();
  await page.locator('.sim-tab', { hasText: '首页' }).click();
  await page.getByText('点了 1 次').waitFor();
  expect(await history()).not.toContain('home onUnload');
  await page.evaluate(() => wx.reLaunch({ url: '/pages/mine/index' }));
  expect(await history()).toContain('home onUnload');
});

test.each([
  ['navigateTo', '/pages/mine/index', 'navigateTo:fail can not navigateTo a tabbar page'],
  ['navigateTo', '/pages/none', 'navigateTo:fail page "pages/none" is not found'],
  ['redirectTo', '/pages/mine/index', 'redirectTo:fail can not redirectTo a tabbar page'],
  ['switchTab', '/pages/forms/index', 'switchTab:fail can not switch to no-tabBar page'],
] as const)('%s to %s is refused in WeChat’s words', async (api, url, message) => {
  const refusal = await page.evaluate(
    ([name, target]) => {
      const navigate = wx[name] as (options: { url: string }) => Promise<unknown>;
      return navigate({ url: target }).then(
        () => '',
        (error: unknown) => (error as { errMsg: string }).errMsg,
      );
    },
    [api, url] as const,
  );
  expect(refusal).toBe(message);
});

test('at most ten pages are open', async () => {
  const refused = await page.evaluate(async () => {
    for (let depth = 2; depth <= 10; depth += 1) await wx.navigateTo({ url: '/pages/lone/index' });
    return wx.navigateTo({ url: '/pages/lone/index' }).then(
      () => 'opened',
      () => getCurrentPages().length,
    );
  });
  expect(refused).toBe(10);
});

test('two quick taps are two taps', async () => {
  await page.getByText('点了 0 次').dblclick();
  await page.getByText('点了 2 次').waitFor();
});

test('a component’s events reach the page, and its styles stay its own', async () => {
  await page.getByText('数一数').click();
  await page.getByText('数到 4').waitFor();
  const colour = (text: string): Promise<string> =>
    page.getByText(text, { exact: true }).evaluate((node) => getComputedStyle(node).color);
  expect(await colour('数一数')).toBe('rgb(1, 2, 3)');
  expect(await colour('4 次')).toBe('rgb(4, 5, 6)');
});

test('a page that throws is loud and leaves the phone usable', async () => {
  await page.evaluate(() => wx.navigateTo({ url: '/pages/broken/index' }));
  await page.getByText('坏页面').waitFor();
  suite.expected = ['pages/broken/index onLoad：这一页坏了'];
  await page.getByText('知道了').click();
  await page.getByLabel('返回').click();
  await page.getByText('您好，张三').waitFor();
});

test('a rejection that nobody handles is a problem', async () => {
  await page.evaluate(() => void Promise.reject(new Error('没人管')));
  await page.waitForFunction(() => window.phone.problems.length === 1);
  suite.expected = ['没有处理的失败：没人管'];
});

test('the window’s measures agree with what is drawn', async () => {
  const measured = await page.evaluate(() => ({
    window: wx.getWindowInfo(),
    capsule: wx.getMenuButtonBoundingClientRect(),
  }));
  const capsule = await page.locator('.sim-capsule').boundingBox();
  expect(capsule).toMatchObject({ x: measured.capsule.left, y: measured.capsule.top, width: 87, height: 32 });
  const frame = await page.locator('.sim-page-frame').boundingBox();
  expect(frame?.height).toBe(measured.window.windowHeight);
  expect(measured.window).toMatchObject({
    statusBarHeight: 32,
    screenHeight: 844,
    safeArea: { bottom: 820 },
  });
});
