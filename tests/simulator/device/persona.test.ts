import { phoneSuite } from './phone-suite';

jest.setTimeout(60_000);

const suite = phoneSuite();

test('each persona’s phone has its own storage, which a reload keeps', async () => {
  const zhang = await suite.open();
  const li = await suite.open({ openid: 'li' });
  await zhang.evaluate(() => wx.setStorageSync('draft', { name: '张三' }));
  expect(await li.evaluate(() => wx.getStorageSync<unknown>('draft'))).toBe('');
  await zhang.reload();
  await zhang.getByText('您好').waitFor();
  expect(await zhang.evaluate(() => wx.getStorageSync<unknown>('draft'))).toEqual({ name: '张三' });
  await li.evaluate(() => wx.clearStorageSync());
  expect(await zhang.evaluate(() => wx.getStorageInfoSync().keys)).toEqual(['draft']);
  const missing = await li.evaluate(() => wx.getStorage({ key: 'draft' }).catch((error: unknown) => error));
  expect(missing).toEqual({ errMsg: 'getStorage:fail data not found' });
});

test('a call goes to the function in the persona’s name, in both of WeChat’s styles', async () => {
  suite.device.functions.echo = (data, openid) => ({ data, openid });
  const page = await suite.open({ openid: 'li' });
  const promised = await page.evaluate(() => wx.cloud.callFunction({ name: 'echo', data: { a: 1 } }));
  expect(promised).toEqual({
    errMsg: 'cloud.callFunction:ok',
    requestID: 'request',
    result: { data: { a: 1 }, openid: 'li' },
  });
  const called = await page.evaluate(
    () => new Promise((resolve) => wx.cloud.callFunction({ name: 'none', fail: resolve })),
  );
  expect(called).toEqual({
    errCode: -501000,
    errMsg: 'cloud.callFunction:fail FunctionName none could not be found',
  });
});

test('offline, calls fail as on WeChat and the mini-program hears of it', async () => {
  suite.device.functions.echo = (data) => data;
  const page = await suite.open();
  await page.evaluate(() => {
    wx.onNetworkStatusChange((status) => wx.setStorageSync('status', status));
    window.phone.setNetwork('offline');
  });
  const refusal = await page.evaluate(() =>
    wx.cloud.callFunction({ name: 'echo', data: {} }).then(
      () => undefined,
      (error: unknown) => error as { errMsg: string; errCode: number },
    ),
  );
  expect(refusal?.errCode).toBe(-1);
  expect(refusal?.errMsg).toMatch(/^cloud\.callFunction:fail .*network/);
  expect(await page.evaluate(() => wx.getStorageSync<unknown>('status'))).toEqual({
    isConnected: false,
    networkType: 'none',
  });
  expect(await page.locator('.sim-status-bar').textContent()).toContain('无网络');
  await page.evaluate(() => window.phone.setNetwork('online'));
  expect(await page.evaluate(() => wx.getNetworkType().then(({ networkType }) => networkType))).toBe('4g');
  expect(
    await page.evaluate(() =>
      wx.cloud.callFunction({ name: 'echo', data: { b: 2 } }).then(({ result }) => result),
    ),
  ).toEqual({ b: 2 });
});

test('a slow network takes two seconds', async () => {
  suite.device.functions.echo = (data) => data;
  const page = await suite.open({ network: 'slow' });
  const took = await page.evaluate(async () => {
    const start = performance.now();
    await wx.cloud.callFunction({ name: 'echo', data: {} });
    return performance.now() - start;
  });
  expect(took).toBeGreaterThan(1900);
});

test('more than 100 KB never leaves the phone', async () => {
  const page = await suite.open();
  const before = suite.device.calls.length;
  const refusal = await page.evaluate(() =>
    wx.cloud
      .callFunction({ name: 'echo', data: { long: '长'.repeat(40_000) } })
      .catch((error: unknown) => error),
  );
  expect(refusal).toMatchObject({ errMsg: 'cloud.callFunction:fail data exceed max size 100KB' });
  expect(suite.device.calls.length).toBe(before);
});

test('the phone’s clock is the simulator’s, also while it runs', async () => {
  suite.device.setClock(Date.parse('2024-03-12T09:10:00Z'));
  const page = await suite.open({ path: 'pages/lone/index' });
  await page.getByText('今天 2024-03-12').waitFor();
  await page.locator('.sim-status-clock', { hasText: '17:10' }).waitFor();
  suite.device.setClock(Date.parse('2024-03-13T00:00:00Z'));
  await page.locator('.sim-status-clock', { hasText: '08:00' }).waitFor();
  expect(await page.evaluate(() => new Date().getUTCDate())).toBe(13);
  expect(await page.evaluate(() => new Date(0).getTime())).toBe(0);
  suite.device.setClock(Date.now());
});

test('the font size of the phone’s settings is told to the mini-program', async () => {
  const page = await suite.open({ path: 'pages/mine/index', fontSize: 23 });
  await page.getByText('字号 23').waitFor();
});

test('a card shared into a group opens the mini-program there, and the function learns which group', async () => {
  suite.device.functions.group = (data) => data;
  const zhang = await suite.open();
  await zhang.getByText('转发').click();
  await zhang.getByText('柳溪村三组邻里群').click();
  await zhang.getByText('已发送').waitFor();
  const li = await suite.open({ openid: 'li' });
  await li.getByLabel('关闭小程序').click();
  await li.getByText('一起来登记').click();
  await li.getByText('编号 shared').waitFor();
  const entered = await li.evaluate(() => wx.getEnterOptionsSync().scene);
  expect(entered).toBe(1044);
  await li.getByText('从哪个群来').click();
  await li.getByText('{"group":{"$cloudID":"cloud-id:group-3"}}').waitFor();
  expect(suite.device.asked).toContainEqual({
    path: '/simulator/open-data',
    openid: 'li',
    body: { kind: 'group', openGid: 'group-3' },
  });
});

test('••• shares a page that can be shared, and says so of one that cannot', async () => {
  const page = await suite.open();
  await page.getByLabel('更多').click();
  await page.getByText('转发到微信群').click();
  await page.getByText('柳溪村三组邻里群').click();
  await page.evaluate(() => wx.navigateTo({ url: '/pages/lone/index' }));
  await page.getByLabel('更多').click();
  await page.getByText('当前页面不可转发').waitFor();
});

test('leaving and coming back hides and shows the app and its page', async () => {
  const page = await suite.open();
  await page.getByLabel('关闭小程序').click();
  await page.getByText('回到小程序').click();
  const history = await page.evaluate(() => getApp<{ history: string[] }>().history.slice(-4));
  expect(history).toEqual(['home onHide', 'hide', 'show pages/home/index 1089', 'home onShow']);
});
