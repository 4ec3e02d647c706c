import type { SheetDocument } from '../../cloudfunctions/reach/sheet.document';
import { useBrowser } from './use-browser';

const { hold, township } = useBrowser();
/** Neither family has opened the demo's urgent notice. */
const LI = 'o-li-jianguo';
const URGENT = 'demo-notice-urgent';

/** What the family's line on its team's sheet says. */
function receiptOf(openid: string) {
  const account = township()
    .documents<{ _id: string; householdId: string }>('accounts')
    .find(({ _id }) => _id === openid)!;
  return township()
    .documents<SheetDocument>('notice_sheets')
    .filter(({ noticeId }) => noticeId === URGENT)
    .flatMap(({ receipts }) => receipts[account.householdId] ?? [])[0]!;
}
const until = async (isSo: () => boolean): Promise<void> => {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries > 100) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

it('an urgent notice is found at home, read aloud, in large letters and high contrast, confirmed and saved', async () => {
  const phone = await hold(LI);
  await phone.sees('明天全员核酸检测');
  await phone.press('去看');
  await phone.sees('村文化广场');
  await until(() => receiptOf(LI).opened !== null);
  expect(receiptOf(LI)).toMatchObject({ read: null, confirmed: null });

  await phone.tap('读给我听');
  await phone.sees('不读了');
  const spoken = () => phone.page.evaluate(() => window.phone.spoken.join(''));
  expect(await spoken()).toContain('紧急通知');
  expect(await spoken()).toContain('七点');
  await phone.tap('不读了');
  await phone.sees('读给我听');

  await phone.tap('大字');
  await phone.scrollTo('更清楚');
  await phone.tap('更清楚，白底黑字');
  await phone.tap('收藏');
  await phone.sees('收藏了');
  await phone.picture('notice-high-contrast-large');
  await phone.tap('更清楚，白底黑字');
  await phone.tap('大字');
  await until(() => receiptOf(LI).read !== null);
  expect(receiptOf(LI).confirmed).toBeNull();

  await phone.tapTwice('我看懂了，会告诉家人');
  await phone.sees('您家看懂了，网格员已经知道');
  await phone.picture('notice-confirmed');
  expect(receiptOf(LI).confirmed).not.toBeNull();
  await phone.expectNoProblems();
});

it('what was opened is read without a network, and says that it lies on this phone', async () => {
  const phone = await hold(LI, { route: '/pages/notices/index' });
  await phone.tap('明天全员核酸检测');
  await phone.sees('您家看懂了');
  await phone.page.evaluate(() => wx.navigateBack());
  await phone.network('offline');
  await phone.tap('明天全员核酸检测');
  await phone.sees('没有网络。这是');
  await phone.sees('村文化广场');
  await phone.picture('notice-offline');
  await phone.page.evaluate(() => wx.reLaunch({ url: '/pages/notices/index' }));
  await phone.sees('没有网络。这里是这部手机上看过的');
  await phone.picture('notices-offline');
  await phone.expectNoProblems();
});
