import type { SheetDocument } from '../../cloudfunctions/reach/sheet.document';
import { disagreements } from '../support/notices';
import { useBrowser } from './use-browser';

const { hold, township } = useBrowser('township', { timers: false });

const FAMILY = 'o-li-jianguo';
const URGENT = 'demo-notice-urgent';
const sheet = (): SheetDocument =>
  township()
    .documents<SheetDocument>('notice_sheets')
    .find(({ noticeId, gridId }) => noticeId === URGENT && gridId === 't1-v1-g3')!;

it('我看懂了 without a network stays on the phone, also when it is closed, and is counted once', async () => {
  const confirmed = sheet().counts.confirmed;
  const phone = await hold(FAMILY, { route: '/pages/notices/index' });
  await phone.tap('明天全员核酸检测');
  await phone.sees('村文化广场');
  await phone.sees('按下后，网格员就知道您家收到了');
  expect(sheet().counts.opened).toBeGreaterThan(0);

  await phone.network('offline');
  await phone.tap('返回');
  await phone.tap('明天全员核酸检测');
  await phone.sees('没有网络。这是');
  await phone.sees('村文化广场');
  await phone.picture('offline-1-kept');
  await phone.tapTwice('我看懂了，会告诉家人');
  await phone.sees('已存在这部手机，有网就告诉网格员');
  await phone.picture('offline-2-waits');
  expect(sheet().counts.confirmed).toBe(confirmed);

  // The mini-program is closed meanwhile: what waits outlives it.
  await phone.reopen();
  await phone.tap('明天全员核酸检测');
  await phone.sees('您家看懂了，网格员已经知道');
  expect(sheet().counts.confirmed).toBe(confirmed + 1);
  expect(disagreements([sheet()])).toEqual([]);
  await phone.expectNoProblems();
}, 120_000);
