import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { putNotice } from '../support/notices';
import { placed } from './pages/publishing';
import { GRID_MEMBER, LEADER, NOBODY, VILLAGER } from './pages/visit';
import type { HandHeld } from './browser';
import { useBrowser } from './use-browser';

const { hold, township } = useBrowser();
const TITLE = '明天上午在村卫生室打疫苗';

const notice = () => putNotice(placed(township()), { title: TITLE, kind: 'urgent' });

/** What a phone's camera makes of a picture that was saved. */
function codeIn(file: string): string {
  const { data, width, height } = PNG.sync.read(readFileSync(file));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
}

async function savedPicture(phone: HandHeld): Promise<string> {
  const download = phone.page.waitForEvent('download');
  await phone.tap('存到相册');
  return (await download).path();
}

test.each(['A4 打印', '手机图'])(
  'the poster for %s is scanned back by somebody whom nobody knows',
  async (shape) => {
    const { _id } = notice();
    const leader = await hold(LEADER, { route: `/packages/poster/poster/index?noticeId=${_id}` });
    await leader.sees('谁扫右下角的码');
    await leader.tap(shape);
    const file = await savedPicture(leader);
    const { PICTURES } = process.env;
    if (PICTURES !== undefined) await leader.picture(`poster-saved-${shape === '手机图' ? 'phone' : 'a4'}`);
    const address = new URL(codeIn(file));
    expect(`${address.host}${address.pathname}`).toBe('wxacode/packages/notices/notice/index');
    const passerBy = await hold(NOBODY, { route: `/packages/notices/notice/index${address.search}` });
    await passerBy.sees(TITLE);
    await passerBy.expectNoProblems();
    await leader.expectNoProblems();
  },
);

test('a group is bound from its chat, a notice shared into it, and who opens it there is counted', async () => {
  const { _id } = notice();
  const member = await hold(GRID_MEMBER, { route: '/packages/channels/bind/index', group: 'g-liuxi-3' });
  await member.type('群名', '三组邻里群');
  await member.press('绑定这个群');
  await member.answer('知道了');
  await member.sees('近 30 天没有通知发到这个群');

  const leader = await hold(LEADER, { route: `/packages/channels/share/index?noticeId=${_id}` });
  await leader.sees('1 个群，还有 1 个没发');
  await leader.press('发到微信群');
  await leader.tap('柳溪村三组邻里群');
  await leader.sees('发到哪个群了');
  await leader.press('发过了');
  await leader.sees('1 个群都发过了');

  const [card] = await leader.page.evaluate(
    () => JSON.parse(localStorage.getItem('chat-cards') ?? '[]') as { path: string; openGid: string }[],
  );
  for (const openid of [VILLAGER, NOBODY, VILLAGER]) {
    const reader = await hold(openid, { route: `/${card!.path}`, group: card!.openGid });
    await reader.sees(TITLE);
    await reader.page.waitForLoadState('networkidle').catch(() => undefined);
  }
  await leader.reopen();
  await leader.sees('2 人在群里打开过');
  await leader.expectNoProblems();
});
