import type { BrowserContext, Page } from 'playwright-core';
import type {} from '../../../simulator/device/runtime/phone-handle';

/** Opens somebody's phone, full size, and waits until its first page is there. */
export async function openPhone(
  context: BrowserContext,
  url: string,
  options: Record<string, string | number> = {},
): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 390, height: 844 });
  const query = new URLSearchParams({ openid: 'zhang', ...mapText(options) });
  await page.goto(`${url}/device/?${query.toString()}`);
  await page.waitForFunction(() => 'phone' in window && window.phone.route() !== '');
  return page;
}

const mapText = (options: Record<string, string | number>): Record<string, string> =>
  Object.fromEntries(Object.entries(options).map(([key, value]) => [key, String(value)]));

export const problemsOf = (page: Page): Promise<string[]> => page.evaluate(() => window.phone.problems);

export const dataOf = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(() => window.phone.pageData());

/** Drags a finger from one point to another. */
export async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 8 });
  await page.mouse.up();
}
