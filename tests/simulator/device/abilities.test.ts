import type { Page } from 'playwright-core';
import QRCode from 'qrcode';
import { dataOf } from './open-phone';
import { phoneSuite } from './phone-suite';

jest.setTimeout(60_000);

const suite = phoneSuite();
const openAbilities = (options: Record<string, string | number> = {}): Promise<Page> =>
  suite.open({ path: 'pages/abilities/index', ...options });
const answerOf = async (page: Page): Promise<unknown> =>
  JSON.parse(String((await dataOf(page)).answer)) as unknown;

describe('what a person is asked', () => {
  test('the phone number is handed over masked, after the privacy guide, as a code', async () => {
    const page = await openAbilities();
    await page.getByText('用微信手机号').click();
    await page.getByText('同意', { exact: true }).click();
    await page.getByText('138****1234').waitFor();
    await page.getByText('允许').click();
    await page.waitForFunction(() => window.phone.pageData().answer !== '');
    expect(await answerOf(page)).toEqual({ code: 'phone-code', errMsg: 'getPhoneNumber:ok' });
    expect(suite.device.asked).toContainEqual({
      path: '/simulator/open-data',
      openid: 'zhang',
      body: { kind: 'phone' },
    });
  });

  test('a refused phone number says so, and the agreed guide isn’t asked again', async () => {
    const page = await openAbilities();
    await page.getByText('同意隐私指引').click();
    await page.getByText('同意了').waitFor();
    await page.getByText('用微信手机号').click();
    await page.getByText('拒绝').click();
    await page.waitForFunction(() => String(window.phone.pageData().answer).startsWith('{'));
    expect(await answerOf(page)).toEqual({ errMsg: 'getPhoneNumber:fail user deny' });
  });

  test('subscription messages are asked for one by one, and the answers count', async () => {
    const page = await openAbilities();
    const answers = page.evaluate(() => wx.requestSubscribeMessage({ tmplIds: ['审核结果', '团购提醒'] }));
    await page.getByText('团购提醒').click();
    await page.getByText('允许').click();
    expect(await answers).toMatchObject({ 审核结果: 'accept', 团购提醒: 'reject' });
    expect(suite.device.asked.at(-1)).toMatchObject({
      path: '/simulator/subscriptions',
      body: { answers: { 审核结果: 'accept', 团购提醒: 'reject' } },
    });
  });

  test('the location is asked for once', async () => {
    const page = await openAbilities();
    await page.getByText('同意隐私指引').click();
    const first = page.evaluate(() => wx.getLocation({ type: 'gcj02' }).then(({ latitude }) => latitude));
    await page.getByText('允许').click();
    expect(await first).toBeGreaterThan(0);
    expect(
      await page.evaluate(() => wx.getLocation({ type: 'gcj02' }).then(({ latitude }) => latitude)),
    ).toBe(await first);
  });

  test('a call shows its number before it "rings"', async () => {
    const page = await openAbilities();
    const called = page.evaluate(() =>
      wx.makePhoneCall({ phoneNumber: '13900005678' }).then(({ errMsg }) => errMsg),
    );
    await page.getByText('呼叫 13900005678').click();
    expect(await called).toBe('makePhoneCall:ok');
    await page.getByText('挂断').click();
  });

  test('modals and action sheets answer with what was tapped', async () => {
    const page = await openAbilities();
    const modal = page.evaluate(() =>
      wx.showModal({ title: '要退出吗', content: '草稿会留着', editable: false }),
    );
    await page.getByText('要退出吗').waitFor();
    await page.getByText('确定', { exact: true }).click();
    expect(await modal).toMatchObject({ confirm: true, cancel: false });
    const sheet = page.evaluate(() => wx.showActionSheet({ itemList: ['甲', '乙'] }));
    await page.getByText('乙', { exact: true }).click();
    expect(await sheet).toMatchObject({ tapIndex: 1 });
    const cancelled = page.evaluate(() =>
      wx.showActionSheet({ itemList: ['甲'] }).catch((error: unknown) => error),
    );
    await page.getByText('取消').click();
    expect(await cancelled).toMatchObject({ errMsg: 'showActionSheet:fail cancel' });
  });

  test('a long press is one', async () => {
    const page = await openAbilities();
    await page.getByText('按住这里').click({ delay: 600 });
    await page.getByText('长按了').waitFor();
  });
});

describe('files and codes', () => {
  test('a QR code is read from a chosen picture or pasted', async () => {
    const page = await openAbilities();
    const buffer = await QRCode.toBuffer('https://example.invalid/place/7', { width: 300 });
    const scanned = page.evaluate(() => wx.scanCode({}).then(({ result }) => result));
    const chooser = page.waitForEvent('filechooser');
    await page.getByText('选一张有二维码的图片').click();
    await (await chooser).setFiles({ name: 'code.png', mimeType: 'image/png', buffer });
    expect(await scanned).toBe('https://example.invalid/place/7');
    const pasted = page.evaluate(() => wx.scanCode({}).then(({ result }) => result));
    await page.getByPlaceholder('粘贴').fill('PLACE-9');
    await page.getByText('完成').click();
    expect(await pasted).toBe('PLACE-9');
  });

  test('a code of the mini-program itself answers the page that it opens', async () => {
    const page = await openAbilities();
    const scanned = page.evaluate(() => wx.scanCode({}).then(({ path, scanType }) => [path, scanType]));
    await page.getByPlaceholder('粘贴').fill('weixin://wxacode/pages/home/index?scene=t1-v1-g3');
    await page.getByText('完成').click();
    expect(await scanned).toEqual(['pages/home/index?scene=t1-v1-g3', 'WX_CODE']);
  });

  test('a chosen file goes to the cloud storage and comes back', async () => {
    const page = await openAbilities();
    const choosing = page.waitForEvent('filechooser');
    const chosen = page.evaluate(() =>
      wx
        .chooseMessageFile({ count: 1, type: 'file', extension: ['csv'] })
        .then(({ tempFiles }) => tempFiles[0]),
    );
    await (
      await choosing
    ).setFiles({ name: '花名册.csv', mimeType: 'text/csv', buffer: Buffer.from('张三,70') });
    const file = await chosen;
    expect(file).toMatchObject({ name: '花名册.csv', size: 9 });
    const text = await page.evaluate(async (filePath) => {
      const { fileID } = await wx.cloud.uploadFile({ cloudPath: 'rosters/花名册.csv', filePath });
      const { tempFilePath } = await wx.cloud.downloadFile({ fileID });
      const { fileList } = await wx.cloud.getTempFileURL({ fileList: [fileID] });
      const content = await new Promise((resolve) => {
        wx.getFileSystemManager().readFile({
          filePath: tempFilePath,
          encoding: 'utf8',
          success: ({ data }) => resolve(data),
        });
      });
      const removed = await wx.cloud.deleteFile({ fileList: [fileID] });
      return [fileID, fileList[0]?.tempFileURL, content, removed.fileList[0]?.status];
    }, file?.path ?? '');
    expect(text).toEqual([
      'cloud://test.bucket/rosters/花名册.csv',
      '/storage/rosters/花名册.csv',
      '张三,70',
      0,
    ]);
    expect(suite.device.files.size).toBe(0);
  });

  test('an upload with callbacks gives a task that tells how far it is', async () => {
    const page = await openAbilities();
    const told = await page.evaluate(async () => {
      const path = `${wx.env.USER_DATA_PATH}/note.txt`;
      wx.getFileSystemManager().writeFileSync(path, 'abcd', 'utf8');
      const progress: number[] = [];
      const fileID = await new Promise<string>((resolve, reject) => {
        const task = wx.cloud.uploadFile({
          cloudPath: 'notes/note.txt',
          filePath: path,
          success: (answer) => resolve(answer.fileID),
          fail: reject,
        });
        task.onProgressUpdate((at) => progress.push(at.progress));
      });
      await wx.cloud.deleteFile({ fileList: [fileID] });
      return [fileID, ...progress];
    });
    expect(told).toEqual(['cloud://test.bucket/notes/note.txt', 0, 100]);
  });

  test('a document that is opened arrives as a download', async () => {
    const page = await openAbilities();
    const download = page.waitForEvent('download');
    await page.evaluate(async () => {
      const filePath = `${wx.env.USER_DATA_PATH}/台账.csv`;
      wx.getFileSystemManager().writeFileSync(filePath, '户,人', 'utf8');
      await wx.openDocument({ filePath });
    });
    expect((await download).suggestedFilename()).toBe('台账.csv');
  });
});

describe('what is not emulated', () => {
  test('an API says so on the screen and fails', async () => {
    const page = await openAbilities();
    const refusal = await page.evaluate(
      () => new Promise((resolve) => wx.startBluetoothDevicesDiscovery({ fail: resolve })),
    );
    expect(refusal).toEqual({ errMsg: 'startBluetoothDevicesDiscovery:fail not emulated' });
    await page.getByText('未模拟：wx.startBluetoothDevicesDiscovery').waitFor();
    suite.expected = ['未模拟：wx.startBluetoothDevicesDiscovery'];
    expect(
      await page.evaluate(() => [wx.canIUse('startBluetoothDevicesDiscovery'), wx.canIUse('showModal')]),
    ).toEqual([false, true]);
  });

  test('a component says so too', async () => {
    const page = await openAbilities();
    await page.evaluate(() => getCurrentPages()[0]?.setData({ unknown: true }));
    suite.expected = ['未模拟：<map>'];
  });

  test('nothing outside of this machine is reached', async () => {
    const page = await openAbilities();
    const refusal = await page.evaluate(
      () =>
        new Promise<{ errMsg: string }>((resolve) =>
          wx.request({ url: 'https://example.com/', fail: resolve }),
        ),
    );
    expect(refusal.errMsg).toBe('request:fail 模拟器不上外网：example.com');
  });
});
