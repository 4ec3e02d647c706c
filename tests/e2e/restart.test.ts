import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchBrowser } from '../support/chromium';
import { holdPhone } from './browser';
import { fillEnrolment, GRID_MEMBER, NEWCOMER } from './enrolment';
import { openTown } from './town';

it('after a restart of the server everything is still there', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cunan-restart-'));
  const data = path.join(folder, 'data');
  const browser = await launchBrowser();
  try {
    const before = await openTown('township', data);
    const villager = await holdPhone(browser, before.simulator, NEWCOMER);
    await fillEnrolment(villager);
    await villager.tap('提交登记');
    await villager.sees('登记交上去了');
    await villager.close();
    await before.simulator.stop();

    const after = await openTown('township', data);
    const gridMember = await holdPhone(browser, after.simulator, GRID_MEMBER);
    await gridMember.tap('去核实');
    await gridMember.scrollTo('周平家');
    await gridMember.tap('周平家');
    await gridMember.sees('18 号');
    await gridMember.expectNoProblems();
    await after.simulator.stop();
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
