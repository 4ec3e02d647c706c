import { holdPhone } from '../../e2e/browser';
import { PAGES } from '../../e2e/pages';
import { openTown } from '../../e2e/town';
import { launchBrowser } from '../../support/chromium';
import { rounded } from './timing';

/** The largest setData, in KB of JSON, while every page is opened once with the demo township. */
export async function measureSetData(): Promise<number> {
  const [browser, town] = await Promise.all([launchBrowser(), openTown('township')]);
  let largest = 0;
  try {
    for (const { openid, route, shows } of PAGES) {
      const phone = await holdPhone(browser, town.simulator, openid, { route: route(town) });
      await phone.sees(shows);
      for (const { bytes } of await phone.setDataLog()) largest = Math.max(largest, bytes);
      await phone.close();
    }
    return rounded(largest / 1024);
  } finally {
    await browser.close();
    await town.simulator.stop();
  }
}
