import type { Browser } from 'playwright-core';
import type { DemoName } from '../../simulator/simulator';
import { openTown, type Town } from './town';
import { launchBrowser } from '../support/chromium';
import { type HandHeld, holdPhone, type PhoneOptions } from './browser';

/**
 * One browser and one simulator with its phone for all journeys of a file. A phone that a test holds is put away after it; what
 * happened in the town stays.
 */
export function useBrowser(
  demo: DemoName = 'township',
  { timers = true }: { timers?: boolean } = {},
): {
  hold: (openid: string, options?: PhoneOptions) => Promise<HandHeld>;
  township: () => Town;
} {
  let browser: Browser | undefined;
  let town: Town | undefined;
  const held: HandHeld[] = [];

  beforeAll(async () => {
    [browser, town] = await Promise.all([launchBrowser(), openTown(demo, ':memory:', timers)]);
  }, 120_000);
  afterEach(async () => {
    await Promise.all(held.splice(0).map((phone) => phone.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await town?.simulator.stop();
  });

  return {
    hold: async (openid, options) => {
      const phone = await holdPhone(browser!, town!.simulator, openid, options);
      held.push(phone);
      return phone;
    },
    township: () => town!,
  };
}
