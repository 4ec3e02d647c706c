import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { phoneSuite } from './phone-suite';

jest.setTimeout(60_000);

const suite = phoneSuite();
let page: Page;

beforeEach(async () => {
  page = await suite.open();
});

const picture = (width: number, height: number): Buffer => PNG.sync.write(new PNG({ width, height }));

test('toast and loading take each other’s place and go', async () => {
  await page.evaluate(() => wx.showLoading({ title: '正在交' }));
  await page.getByText('正在交').waitFor();
  await page.evaluate(() => wx.showToast({ title: '交好了', duration: 300 }));
  expect(await page.getByText('正在交').count()).toBe(0);
  await page.getByText('交好了').waitFor();
  await page.getByText('交好了').waitFor({ state: 'detached' });
});

test('title, colours and badges of the bars can be changed', async () => {
  await page.evaluate(async () => {
    await wx.setNavigationBarTitle({ title: '换了标题' });
    await wx.setNavigationBarColor({ frontColor: '#000000', backgroundColor: '#ffffff' });
    await wx.setTabBarBadge({ index: 1, text: '3' });
    await wx.showTabBarRedDot({ index: 0 });
  });
  expect(await page.locator('.sim-navigation-title').textContent()).toBe('换了标题');
  expect(await page.locator('.sim-status-bar').getAttribute('data-tone')).toBe('dark');
  expect(await page.locator('.sim-tab-badge').textContent()).toBe('3');
  expect(await page.locator('.sim-tab-dot').count()).toBe(1);
  await page.evaluate(() => wx.hideTabBar({}));
  expect(await page.locator('.sim-tab-bar').isVisible()).toBe(false);
});

test('a page that asks before it is left is only left when confirmed', async () => {
  await page.getByText('去填表').click();
  await page.evaluate(() => wx.enableAlertBeforeUnload({ message: '还没交，要离开吗' }));
  await page.getByLabel('返回').click();
  await page.getByText('取消', { exact: true }).click();
  expect(await page.evaluate(() => window.phone.route())).toBe('pages/forms/index');
  await page.getByLabel('返回').click();
  await page.getByText('确定', { exact: true }).click();
  await page.getByText('您好，张三').waitFor();
});

test('an editable modal answers with the text', async () => {
  const answer = page.evaluate(() =>
    wx.showModal({ title: '原因', editable: true, placeholderText: '写一句' }),
  );
  await page.getByPlaceholder('写一句').fill('地址不全');
  await page.getByText('确定', { exact: true }).click();
  expect(await answer).toMatchObject({ confirm: true, content: '地址不全' });
});

test('chosen pictures are measured, made smaller and looked at', async () => {
  const chooser = page.waitForEvent('filechooser');
  const chosen = page.evaluate(async () => {
    const { tempFiles } = await wx.chooseMedia({ count: 2, mediaType: ['image'] });
    const path = tempFiles[0]?.tempFilePath ?? '';
    const before = await wx.getImageInfo({ src: path });
    const small = await wx.compressImage({ src: path, compressedWidth: 20 });
    const after = await wx.getImageInfo({ src: small.tempFilePath });
    await wx.previewImage({ urls: [path] });
    return [tempFiles.length, before.width, before.type, after.width, after.height, after.type];
  });
  const file = (name: string) => ({ name, mimeType: 'image/png', buffer: picture(80, 40) });
  await (await chooser).setFiles([file('a.png'), file('b.png')]);
  expect(await chosen).toEqual([2, 80, 'png', 20, 10, 'jpeg']);
  await page.locator('.sim-viewer').click();
  expect(await page.locator('.sim-viewer').count()).toBe(0);
});

test('cancelling a file chooser refuses as WeChat does', async () => {
  const chooser = page.waitForEvent('filechooser');
  const refused = page.evaluate(() => wx.chooseMedia({ count: 1 }).catch((error: unknown) => error));
  await (await chooser).element().evaluate((input) => input.dispatchEvent(new Event('cancel')));
  expect(await refused).toEqual({ errMsg: 'chooseMedia:fail cancel' });
});

test('listeners of the app hear that it is left and entered', async () => {
  await page.evaluate(() => {
    wx.onAppHide(() => wx.setStorageSync('hidden', true));
    wx.onAppShow(({ scene }) => wx.setStorageSync('scene', scene));
  });
  await page.getByLabel('关闭小程序').click();
  await page.getByText('回到小程序').click();
  expect(
    await page.evaluate(() => [wx.getStorageSync<unknown>('hidden'), wx.getStorageSync<unknown>('scene')]),
  ).toEqual([true, 1089]);
});

test('copied text can be pasted', async () => {
  const pasted = await page.evaluate(async () => {
    await wx.setClipboardData({ data: '13800001234' });
    return (await wx.getClipboardData()).data;
  });
  expect(pasted).toBe('13800001234');
  await page.getByText('内容已复制').waitFor();
});
