import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/chromium';
import { type HandHeld, holdPhone } from './browser';
import { fillEnrolment, GRID_MEMBER, NEWCOMER } from './enrolment';
import { openTown } from './town';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(path.join(tmpdir(), 'cunan-restart-'));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A server that runs while `openid` does something on their phone. */
async function whileServing(openid: string, act: (phone: HandHeld) => Promise<void>): Promise<void> {
  const { simulator } = await openTown('township', path.join(folder, 'data'));
  try {
    await act(await holdPhone(browser, simulator, openid));
  } finally {
    await simulator.stop();
  }
}

it('after a restart of the server everything is still there', async () => {
  await whileServing(NEWCOMER, async (villager) => {
    await fillEnrolment(villager);
    await villager.tap('提交登记');
    await villager.sees('登记交上去了');
  });
  await whileServing(GRID_MEMBER, async (gridMember) => {
    await gridMember.tap('去核实');
    await gridMember.scrollTo('周平家');
    await gridMember.tap('周平家');
    await gridMember.sees('18 号');
    await gridMember.expectNoProblems();
  });
});
