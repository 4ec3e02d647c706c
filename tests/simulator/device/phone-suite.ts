import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../support/chromium';
import { openPhone, problemsOf } from './open-phone';
import { serveDevice, type ServedDevice } from './serve-device';

export interface PhoneSuite {
  device: ServedDevice;
  context: BrowserContext;
  /** Opens a phone in this test's browser context. */
  open(options?: Record<string, string | number>): Promise<Page>;
  /** Problems of this test's phones; none are expected unless a test says which. */
  expected: string[];
}

/**
 * One served device and browser for a test file, and a fresh browser context (so: empty phones) for each test. After
 * each test every phone it opened must have had exactly the expected problems.
 */
export function phoneSuite(miniprogram?: string): PhoneSuite {
  let browser: Browser;
  let opened: Page[] = [];
  const suite = {} as PhoneSuite;
  beforeAll(async () => {
    suite.device = await serveDevice(miniprogram);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await suite.device.stop();
  });
  beforeEach(async () => {
    suite.context = await browser.newContext();
    suite.context.setDefaultTimeout(8000);
    suite.expected = [];
    opened = [];
    suite.open = async (options) => {
      const page = await openPhone(suite.context, suite.device.url, options);
      opened.push(page);
      return page;
    };
  });
  afterEach(async () => {
    const problems = (await Promise.all(opened.map(problemsOf))).flat();
    await suite.context.close();
    expect(problems).toEqual(suite.expected);
  });
  return suite;
}
