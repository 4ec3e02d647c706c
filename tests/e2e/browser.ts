import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type {} from '../../simulator/device/runtime/phone-handle';
import type { Simulator } from '../../simulator/simulator';

const SCREEN = { width: 390, height: 844 };
/** Somebody's phone in a browser of its own, as a person sees it. */
export interface HandHeld {
  page: Page;
  /** Taps what carries this text or label. */
  tap(text: string): Promise<void>;
  /** Types into the box that stands under this label. */
  type(label: string, text: string): Promise<void>;
  /** Presses the button that reads so; of several the last, which is the one in the sheet that lies above the page. */
  press(text: string): Promise<void>;
  /** Answers one of WeChat's own dialogs: modal, permission, privacy. */
  answer(text: string): Promise<void>;
  /** Holds the phone's open scanner over a code that says this. */
  scan(text: string): Promise<void>;
  /** Two taps as fast as an impatient thumb. */
  tapTwice(text: string): Promise<void>;
  sees(text: string): Promise<void>;
  /** Scrolls down, loading more, until this is in sight. */
  scrollTo(text: string): Promise<void>;
  /** All the words on the screen. */
  text(): Promise<string>;
  network(state: 'online' | 'slow' | 'offline'): Promise<void>;
  /** What went wrong unseen: page errors, warnings, APIs that are not emulated. */
  expectNoProblems(): Promise<void>;
  /** Every setData since the phone was opened: where, and how many bytes of JSON. */
  setDataLog(): Promise<{ path: string; bytes: number }[]>;
  /** Closes the mini-program and opens it again: what is only in memory is gone. */
  reopen(): Promise<void>;
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** WeChat's number for a card in a group's chat. */
const GROUP_CARD = '1044';
/** `sim`: the number of a phone that none of the demo's people holds; `group`: the WeChat group from whose chat it was opened. */
export type PhoneOptions = { route?: string; fontSize?: number; sim?: string; group?: string };

const PATIENCE_MS = 10_000;
const MOST_SCREENS = 40;

/** Opens the mini-program on the phone of `openid`, at a page of it if `route` says so (`/packages/…`). */
export async function holdPhone(
  browser: Browser,
  simulator: Simulator,
  openid: string,
  { route = '', fontSize, sim, group }: PhoneOptions = {},
): Promise<HandHeld> {
  const context = await browser.newContext({
    viewport: SCREEN,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const query = new URLSearchParams({
    openid,
    path: route,
    ...(fontSize && { fontSize: String(fontSize) }),
    ...(group !== undefined && { group, scene: GROUP_CARD }),
  });
  const address = `${simulator.url}/device/?${query}`;
  await page.goto(address);
  if (sim !== undefined) await putInSim(simulator, page, openid, sim);
  const called = (text: string) =>
    page
      .getByText(text, { exact: true })
      .or(page.getByLabel(text, { exact: true }))
      .locator('visible=true');
  return {
    page,
    tap: (text) => called(text).first().tap(),
    press: (text) =>
      page
        .locator('wx-button:visible')
        .filter({ hasText: new RegExp(`^\\s*${text}\\s*$`) })
        .last()
        .tap(),
    answer: (text) => page.locator('button:visible').filter({ hasText: text }).last().tap(),
    scan: async (text) => {
      await page.getByPlaceholder('粘贴').fill(text);
      await page.getByText('完成', { exact: true }).tap();
    },
    tapTwice: async (text) => {
      const box = await called(text).first().boundingBox();
      if (box === null) throw new Error(`${text} is not on the screen`);
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await Promise.all([page.touchscreen.tap(x, y), page.touchscreen.tap(x, y)]);
    },
    type: (label, text) => page.getByLabel(label, { exact: true }).locator('visible=true').first().fill(text),
    sees: (text) => page.getByText(text).locator('visible=true').first().waitFor(),
    scrollTo: async (text) => {
      for (let screens = 0; screens < MOST_SCREENS && (await called(text).count()) === 0; screens += 1) {
        await page.mouse.move(SCREEN.width / 2, SCREEN.height / 2);
        await page.mouse.wheel(0, SCREEN.height);
        await page.waitForTimeout(150);
      }
      await called(text).first().scrollIntoViewIfNeeded();
    },
    text: () => page.locator('body').innerText(),
    network: (state) => page.evaluate((next) => window.phone.setNetwork(next), state),
    expectNoProblems: async () => {
      expect(await page.evaluate(() => window.phone.problems)).toEqual([]);
    },
    picture: async (name) => {
      const folder = process.env.PICTURES;
      if (folder === undefined) return;
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: path.join(folder, `${name}.png`) });
    },
    setDataLog: () => page.evaluate(() => window.phone.setDataLog),
    reopen: async () => {
      await page.goto('about:blank');
      await page.goto(address);
    },
    close: () => context.close(),
  };
}

/** What typing a number for a new phone does on the simulator's page. */
async function putInSim(simulator: Simulator, page: Page, openid: string, phone: string): Promise<void> {
  await page.evaluate(([key, number]) => localStorage.setItem(key!, number!), [`sim:${openid}`, phone]);
  await fetch(`${simulator.url}/simulator/phones`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ phone }),
  });
}
