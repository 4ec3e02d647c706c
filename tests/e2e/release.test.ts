import { readFile } from 'node:fs/promises';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { Account } from '../../cloudfunctions/kernel/identity';
import { putFinishedObservation } from '../support/finished-observations';
import type { HandHeld } from './browser';
import { useBrowser } from './use-browser';

jest.setTimeout(240_000);

const { hold, township } = useBrowser();
const VILLAGER = 'o-li-jianguo';
const NAME = '李建国';
const LEADER = 'o-li-guoqiang';
const CHECKER = 'o-chen-zhiyuan';
const HEADQUARTERS = 'o-he-min';
const QUEUE = '/packages/release/queue/index';
const CODE = 'weixin://wxacode';

async function openRelease(openid: string, tab?: string): Promise<HandHeld> {
  const phone = await hold(openid, { route: QUEUE });
  if (tab !== undefined) {
    await phone.sees(tab);
    await phone.tap(tab);
  }
  await phone.sees(NAME);
  await phone.tap(NAME);
  await phone.sees('体温记录');
  return phone;
}

/** The simulated cloud draws a certificate's code pixel by pixel: on a busy machine that is longer than a tap may take. */
const bePatient = (phone: HandHeld): void => phone.page.setDefaultTimeout(60_000);

/** What the code on a saved picture says. */
async function codeOn(phone: HandHeld): Promise<string> {
  const download = phone.page.waitForEvent('download');
  await phone.press('存成图片');
  const { data, width, height } = PNG.sync.read(await readFile(await (await download).path()));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
}

async function scan(phone: HandHeld, code: string, button: string): Promise<void> {
  await phone.press(button);
  await phone.page.locator('textarea:visible').fill(code);
  await phone.page.getByRole('button', { name: '完成' }).tap();
}

it('is proposed, returned, proposed again, checked and approved by three people; a stranger scans the certificate before and after it is revoked', async () => {
  const { householdId } = township()
    .documents<Account>('accounts')
    .find(({ _id }) => _id === VILLAGER)!;
  putFinishedObservation(township(), householdId!);

  const leader = await openRelease(LEADER);
  await leader.sees('天数满了，记录齐全');
  await leader.picture('release-propose');
  await leader.press('记录齐全，提出解除');
  await leader.sees('等镇里审核');
  await leader.expectNoProblems();
  await leader.close();

  const checker = await openRelease(CHECKER);
  await checker.press('退回');
  await checker.tap('核酸报告没有附上');
  await checker.press('退回村里');
  await checker.sees('等村里再提出');
  await checker.expectNoProblems();
  await checker.close();

  const again = await hold(LEADER, { route: QUEUE });
  await again.sees('退回：核酸报告没有附上');
  await again.tap(NAME);
  await again.press('记录齐全，提出解除');
  await again.sees('等镇里审核');
  await again.close();

  const secondCheck = await openRelease(CHECKER);
  await secondCheck.press('记录属实，审核通过');
  await secondCheck.sees('前面一步是您办的');
  await secondCheck.expectNoProblems();
  await secondCheck.close();

  const headquarters = await openRelease(HEADQUARTERS, '待批准');
  await headquarters.press('批准解除，发证明');
  await headquarters.sees('看期满证明');
  await headquarters.expectNoProblems();

  const family = await hold(VILLAGER, { route: '/packages/release/certificate/index' });
  bePatient(family);
  await family.sees('有效');
  await family.sees('何敏');
  await family.picture('certificate');
  const code = await codeOn(family);
  expect(code.startsWith(`${CODE}/packages/release/verify/index?scene=`)).toBe(true);
  await family.expectNoProblems();

  const stranger = await hold('o-a-stranger', { route: code.slice(CODE.length) });
  await stranger.sees('有效');
  await stranger.sees('李**');
  expect(await stranger.text()).not.toContain(NAME);
  await stranger.picture('certificate-verified');

  bePatient(headquarters);
  await headquarters.press('看期满证明');
  await headquarters.sees('作废这份证明');
  await headquarters.press('作废这份证明');
  await headquarters.tap('核酸报告有误');
  await headquarters.press('作废这份证明');
  await headquarters.sees('作废原因：核酸报告有误');

  await scan(stranger, code, '再扫一张');
  await stranger.sees('已作废');
  await stranger.sees('不能再用');
  expect(await stranger.text()).not.toContain('核酸报告有误');
  await stranger.picture('certificate-revoked');
  await stranger.expectNoProblems();
});

it('a village shows its masked list before it publishes it; the families read it, and it can be taken down', async () => {
  const { householdId } = township()
    .documents<Account>('accounts')
    .find(({ _id }) => _id === VILLAGER)!;
  putFinishedObservation(township(), householdId!);
  const leader = await hold(LEADER, { route: '/packages/release/publications/index' });
  await leader.press('公示新名单');
  await leader.sees('一个字也不多');
  await leader.sees('李**');
  expect(await leader.text()).not.toContain(NAME);
  await leader.picture('publish-list');
  await leader.press('公示这份名单');
  await leader.answer('知道了');
  await leader.sees('看名单');

  const family = await hold(VILLAGER, { route: '/packages/release/published/index' });
  await family.sees('不要外传');
  await family.sees('李**');
  await family.expectNoProblems();

  await leader.tap('看名单');
  await leader.press('撤下这份公示');
  await leader.tap('名单有误');
  await leader.press('撤下这份公示');
  await leader.sees('已撤下');
  await leader.expectNoProblems();
  await family.reopen();
  await family.sees('现在没有公示的名单');
  expect(await family.text()).not.toContain('李**');
});
