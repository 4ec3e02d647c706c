// `npm run pictures`: the README's pictures, taken from the demo as it is now.
import path from 'node:path';
import { launchBrowser } from '../support/chromium';
import { holdPhone } from './browser';
import { openTown, type Town } from './town';
import { putAlert } from '../support/alerts';
import { putObserved } from '../support/observed';

const FOLDER = path.resolve(__dirname, '../../simulator/pictures');
/** A weekday morning, so that the greeting fits. */
const MOMENT = '2026-11-23T09:20:00+08:00';

const PHONES = [
  { name: 'home-villager', openid: 'o-li-jianguo', shows: '今天要做的事' },
  { name: 'home-villager-large', openid: 'o-zhao-xiaojun', shows: '今天要做的事', fontSize: 23 },
  { name: 'home-grid-member', openid: 'o-zhang-li', shows: '登记覆盖' },
  {
    name: 'reading',
    openid: 'o-li-jianguo',
    shows: '哪里不舒服',
    route: '/packages/observation/reading/index',
  },
  { name: 'enrol', openid: 'o-zhou-ping', shows: '柳溪村', route: '/packages/registration/enrol/index' },
];

/** Taken before the clock is moved: they are about the day on which the demo is made. */
const OF_TODAY = [
  {
    name: 'shop',
    openid: 'o-li-jianguo',
    shows: '照着订',
    route: '/packages/shop/shop/index?roundId=demo-round-8',
  },
  {
    name: 'reach',
    openid: 'o-li-guoqiang',
    shows: '还不知道的 12 户',
    route: '/packages/reach/show/index?noticeId=demo-notice-urgent',
  },
  {
    name: 'notice',
    openid: 'o-li-jianguo',
    shows: '我看懂了',
    route: '/packages/notices/notice/index?noticeId=demo-notice-urgent',
  },
];

/** Something happens in the town: two of a family are under observation, and somebody has a fever. */
function letThingsHappen(town: Town): void {
  const households = town.documents<{ _id: string; headName: string }>('households');
  const idOf = (name: string) => households.find(({ headName }) => headName === name)!._id;
  for (const name of ['李强', '李雨桐']) putObserved(town, idOf('李建国'), name);
  putAlert(town, idOf('王桂英'), { symptoms: [] });
}

async function takePictures(): Promise<void> {
  const [browser, town] = await Promise.all([launchBrowser(), openTown('township')]);
  const take = async ({ name, openid, shows, ...options }: (typeof PHONES)[number]) => {
    const phone = await holdPhone(browser, town.simulator, openid, options);
    await phone.sees(shows);
    await phone.page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
    await phone.close();
  };
  for (const picture of OF_TODAY) await take(picture);
  await town.simulator.clock.set(MOMENT);
  letThingsHappen(town);
  for (const picture of PHONES) await take(picture);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await page.goto(town.simulator.url);
  await page.locator('iframe').first().contentFrame().getByText('今天要做的事').first().waitFor();
  await page.screenshot({ path: path.join(FOLDER, 'simulator.png') });
  await browser.close();
  await town.simulator.stop();
}

void takePictures().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
