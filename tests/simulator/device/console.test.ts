import type { Page } from 'playwright-core';
import { phoneSuite } from './phone-suite';

jest.setTimeout(60_000);

const suite = phoneSuite();
let page: Page;

beforeEach(async () => {
  page = await suite.context.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(suite.device.url);
  await phone(0).getByText('您好，张三').waitFor();
});

const phone = (index: number) => page.locator('iframe').nth(index).contentFrame();
const openids = (): Promise<(string | null)[]> =>
  page
    .locator('iframe')
    .evaluateAll((frames) =>
      frames.map((frame) => new URL((frame as HTMLIFrameElement).src).searchParams.get('openid')),
    );

test('choosing somebody hands them the phone, and a reload remembers it', async () => {
  await page.getByRole('button', { name: '李四' }).click();
  expect(await openids()).toEqual(['li']);
  await page.reload();
  await page.locator('.sim-phone-holder', { hasText: '李四' }).waitFor();
  expect(await openids()).toEqual(['li']);
});

test('a new phone has a random openid and the typed number', async () => {
  await page.getByLabel('新手机的手机号').fill('13712345678');
  await page.getByRole('button', { name: '新手机' }).click();
  await page.locator('.sim-phone-holder', { hasText: '137****5678' }).waitFor();
  const [openid] = await openids();
  expect(openid).toMatch(/^new-/);
  expect(suite.device.asked).toContainEqual({
    path: '/simulator/phones',
    openid,
    body: { phone: '13712345678' },
  });
});

test('two phones lie side by side', async () => {
  await page.getByText('再开一部手机').click();
  await phone(1).getByText('您好，张三').waitFor();
  expect(await openids()).toEqual(['zhang', 'li']);
  const boxes = await page
    .locator('.sim-bezel')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
  expect(boxes.every(({ right, bottom }) => right < 1110 && bottom <= 900)).toBe(true);
  await page.getByText('收起').first().click();
  expect(await openids()).toEqual(['li']);
});

test('the network switch and the font size reach the phone', async () => {
  await page.getByRole('button', { name: '断网' }).click();
  await phone(0).locator('.sim-status-bar', { hasText: '无网络' }).waitFor();
  await page.getByRole('button', { name: '特大' }).click();
  await phone(0).locator('.sim-tab', { hasText: '我的' }).click();
  await phone(0).getByText('字号 23').waitFor();
});

test('messages open on their receiver’s phone', async () => {
  await page.getByText('张三家待核实').waitFor();
  await page.getByText('在这部手机上打开').click();
  await phone(0).locator('.sim-status-bar').waitFor();
  expect(await openids()).toEqual(['li']);
});

test('data can be looked at and the functions’ output read', async () => {
  await page.getByRole('tab', { name: '数据' }).click();
  await page.getByRole('button', { name: 'households' }).click();
  await page.getByText('h1', { exact: true }).click();
  await page.getByText('"address": "柳溪村三组"').waitFor();
  await page.getByRole('tab', { name: '日志' }).click();
  await page.getByText('enrol').waitFor();
});

test('the clock is shown in China’s time and moves', async () => {
  await page.getByRole('button', { name: '+12 小时' }).click();
  const later = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    hour12: false,
  });
  await page
    .locator('.sim-clock-time', { hasText: later.format(Date.now() + 43_200_000).replace('时', ':') })
    .waitFor();
  await page.getByLabel('把时间调到').fill('2024-03-12T17:10');
  await page.getByRole('button', { name: '调到', exact: true }).click();
  await page.locator('.sim-clock-time', { hasText: '17:10' }).waitFor();
});
