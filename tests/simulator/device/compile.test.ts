import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compileMiniProgram } from '../../../simulator/device/compile';
import { phoneLengths } from '../../../simulator/device/compile/lengths';
import { rewriteSelector } from '../../../simulator/device/compile/selectors';
import { launchBrowser } from '../../support/chromium';
import { serveDevice } from './serve-device';

jest.setTimeout(60_000);

const fixture = path.join(__dirname, 'fixture', 'miniprogram');

test.each([
  ['.row', '', '.row'],
  ['.row', 'c1', '.c1--row'],
  ['page', '', 'wx-page'],
  ['view.row > text:first-child', 'c1', 'wx-view.c1--row > wx-text:first-child'],
  [':host', 'c1', '[wx-host="c1"]'],
  [':host(.large) .row', 'c1', '[wx-host="c1"].c1--large .c1--row'],
  ['#pad', '', ':is([id="pad"],[id$="--pad"])'],
  ['.a, .b::after', 'c1', '.c1--a, .c1--b::after'],
  ['.row[data-state="on"]', '', '.row[data-state="on"]'],
])('selector %s in scope "%s" becomes %s', (selector, scope, expected) => {
  expect(rewriteSelector(selector, scope)).toBe(expected);
});

test.each([
  ['32rpx', '4.26667vw'],
  ['-.5rpx', '-0.06667vw'],
  ['calc(100vh - 10rpx)', 'calc(calc(var(--phone-page-height) * 1) - 1.33334vw)'],
  ['env(safe-area-inset-bottom)', 'var(--phone-safe-area-bottom)'],
  ['env(safe-area-inset-bottom, 0px)', 'var(--phone-safe-area-bottom)'],
  ['16px', '16px'],
])('length %s is %s on the phone', (length, expected) => {
  expect(phoneLengths(length)).toBe(expected);
});

describe('a mini-program that cannot be built', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'miniprogram-'));
    fs.cpSync(fixture, folder, { recursive: true });
    fs.symlinkSync(path.join(__dirname, '../../../node_modules'), path.join(folder, 'node_modules'));
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true });
  });
  const write = (file: string, text: string): void => fs.writeFileSync(path.join(folder, file), text);

  test.each([
    [
      'a missing component',
      'pages/mine/index.json',
      '{"usingComponents":{"no":"/components/no/index"}}',
      'pages/mine/index.json: 找不到组件 /components/no/index',
    ],
    ['broken JSON', 'pages/mine/index.json', '{', /^pages\/mine\/index\.json: .*JSON/],
    [
      'a missing page',
      'app.json',
      '{"pages":["pages/none/index"]}',
      'pages/none/index: 找不到这个页面或组件的脚本',
    ],
    [
      'a broken template',
      'pages/mine/index.wxml',
      '<view wx:if="{{"></view>',
      /^pages\/mine\/index\.wxml: 第 \d+ 行/,
    ],
    ['a missing style import', 'app.wxss', '@import "./none.wxss";', 'app.wxss: 找不到 @import 的 none.wxss'],
    ['a syntax error', 'pages/mine/index.ts', 'Page({', /^pages\/mine\/index\.ts:\d+/],
    [
      'a value import from outside',
      'pages/mine/index.ts',
      `import { a } from '${path.join(__dirname, 'open-phone')}'; Page({ data: { a } });`,
      /在 miniprogram\/ 之外：微信里取不到/,
    ],
  ])('%s is told with its file', async (_, file, text, message) => {
    write(file, text);
    await expect(compileMiniProgram(folder)).rejects.toThrow(message);
  });

  test('shows the reason on the phone, and runs once it is corrected', async () => {
    const good = fs.readFileSync(path.join(folder, 'app.json'), 'utf8');
    write('app.json', '{"pages":["pages/none/index"]}');
    const device = await serveDevice(folder, 0, true);
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
      await page.goto(`${device.url}/device/?openid=zhang`);
      await page.getByText('小程序编译失败').waitFor();
      await page.getByText('pages/none/index: 找不到这个页面或组件的脚本').waitFor();
      write('app.json', good);
      await page.getByText('您好，张三').waitFor();
    } finally {
      await browser.close();
      await device.stop();
    }
  });
});

test('the whole fixture with TDesign compiles within three seconds', async () => {
  const start = performance.now();
  await compileMiniProgram(fixture);
  expect(performance.now() - start).toBeLessThan(3000);
});

test('pictures of the package are served, and nothing outside of it', async () => {
  const device = await serveDevice();
  const status = async (file: string): Promise<number> =>
    (await fetch(`${device.url}/device/files/${file}`)).status;
  expect(await status('images/dot.png')).toBe(200);
  expect(await status('app.json')).toBe(404);
  expect(await status('..%2f..%2f..%2fa.png')).toBe(404);
  await device.stop();
});
