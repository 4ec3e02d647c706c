import type { DeclarationDocument } from '../../cloudfunctions/returns/declaration.document';
import { findPlace, sayHealthy, signName, turnWheels } from './declaring';
import { HEAD_ID, NEWCOMER, WIFE_ID } from './enrolment';
import { useBrowser } from './use-browser';

const { hold, township } = useBrowser();
const VILLAGER = 'o-li-jianguo';
/** One white pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
const declared = () => township().documents<DeclarationDocument>('declarations');
/** Of those that a test declared; the demo has its own. */
const declaredBy = (openid: string) => declared().filter(({ declaredBy: by }) => by.openid === openid);

const dayBefore = (days: number): Date =>
  new Date(township().simulator.clock.now() + (8 - 24 * days) * 3_600_000);

it('somebody in another province declares for themselves and a companion, and learns what applies', async () => {
  const phone = await hold(NEWCOMER);
  await phone.tap('返乡申报');
  await phone.sees('您是谁');
  await phone.tap('下一步');
  await phone.sees('请填写身份证号');
  await phone.type('姓名', '周平');
  await phone.type('身份证号', HEAD_ID);
  await phone.type('手机号', '15490010007');
  await phone.tap('柳溪村');
  await phone.tap('三组');
  await phone.type('门牌或位置', '18 号');
  await phone.tap('自家的房');
  await phone.tap('添加同行的人');
  await phone.type('姓名', '刘秀兰');
  await phone.tap('配偶');
  await phone.type('身份证号', WIFE_ID);
  await phone.tap('存好这个人');
  await phone.sees('刘秀兰');
  await phone.tap('下一步');

  await phone.tap('火车');
  await phone.type('车次', 'G2204');
  await phone.type('座位', '6车12F');
  await turnWheels(phone, '哪天到家');
  await turnWheels(phone, '大概几点', '17时', '30分');
  await phone.picture('declare-trip');
  await phone.tap('下一步');

  await phone.tap('写住过的地方');
  await findPlace(phone, 'yzq', '鄞州区');
  await phone.sees('浙江省 宁波市 鄞州区');
  const left = dayBefore(3);
  await turnWheels(phone, '哪天离开', `${left.getUTCMonth() + 1}月`, `${left.getUTCDate()}日`);
  await phone.sees('缺 3 天');
  await phone.sees('住哪里还没写');
  await phone.picture('declare-gap');
  await phone.tap('下一步');
  await phone.sees('过去 14 天住过哪里');
  await phone.tap('再加一处');
  await phone.tap('四川省');
  await phone.sees('成都市');
  await phone.type('找地方', '武侯');
  await phone.sees('四川省 成都市');
  await phone.picture('declare-place');
  await phone.tap('武侯区');
  await phone.sees('四川省 成都市 武侯区');
  expect(await phone.text()).not.toContain('住哪里还没写');
  await phone.picture('declare-stays');
  await phone.tap('下一步');

  await phone.sees('周平怎么样');
  await phone.type('现在的体温（℃）', '36.5');
  const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.tap('传健康码截图')]);
  await chooser.setFiles({ name: 'code.png', mimeType: 'image/png', buffer: PICTURE });
  await phone.sees('传好了');
  await sayHealthy(phone);
  await phone.picture('declare-health');
  await phone.tap('下一步');
  await phone.sees('刘秀兰怎么样');

  // Closed midway: everything is where it was.
  await phone.reopen();
  await phone.tap('返乡申报');
  await phone.sees('刘秀兰怎么样');
  await phone.sees('周平，填好了');
  await sayHealthy(phone);
  await phone.tap('下一步');

  await phone.sees('2 个人回来');
  await phone.tap('提交申报');
  await phone.sees('请先看完');
  await phone.tap('我看完了，我同意');
  await signName(phone);
  await phone.picture('declare-sign');
  await phone.network('offline');
  await phone.tap('提交申报');
  await phone.sees('网络不好，没有交上去');
  await phone.network('online');
  await phone.tapTwice('再交一次');
  await phone.sees('申报交上去了');
  await phone.sees('接下来怎么做');
  await phone.picture('declare-decision');

  const sent = declaredBy(NEWCOMER);
  expect(sent.map(({ name }) => name).sort()).toEqual(['刘秀兰', '周平'].sort());
  expect(new Set(sent.map(({ arrivalId }) => arrivalId)).size).toBe(1);
  const own = sent.find(({ name }) => name === '周平');
  expect(own?.stayCodes).toEqual(expect.arrayContaining(['330212', '330000', '510107']));
  expect(own?.photos.healthCode).toMatch(/^cloud:\/\/.+\/returns\//);
  await phone.tap('我家的申报');
  await phone.sees('我改行程了');
  await phone.picture('declare-mine');
  await phone.expectNoProblems();
}, 180_000);

it('a household declares for somebody of it, changes the plan, and says in the end that they don’t come', async () => {
  const phone = await hold(VILLAGER);
  await phone.tap('返乡申报');
  await phone.sees('还没有申报');
  await phone.tap('填返乡申报');
  await phone.sees('点一下名字');
  await phone.tap('下一步');
  await phone.sees('请点一下，谁回来');
  await phone.page.locator('.person').nth(1).tap();
  await phone.picture('declare-household');
  await phone.tap('下一步');
  await phone.tap('自己开车');
  await phone.type('车牌', '川A12345');
  await turnWheels(phone, '哪天到家');
  await turnWheels(phone, '大概几点');
  await phone.tap('下一步');
  await phone.tap('写住过的地方');
  await phone.tap('境外');
  await phone.type('哪个国家或地区', '泰国');
  await phone.press('就写这里');
  await phone.sees('泰国');
  await phone.tap('下一步');
  await sayHealthy(phone);
  await phone.tap('下一步');
  await phone.tap('我看完了，我同意');
  await signName(phone);
  await phone.tap('提交申报');
  await phone.sees('申报交上去了');
  expect(declaredBy(VILLAGER)).toMatchObject([{ status: 'declared', transport: { plate: '川A12345' } }]);

  await phone.tap('我家的申报');
  await phone.tap('我改行程了');
  await phone.sees('怎么来');
  await turnWheels(phone, '大概几点', '21时', '15分');
  await phone.tap('下一步');
  await phone.tap('下一步');
  await phone.tap('交新行程');
  await phone.sees('接下来怎么做');
  expect(declaredBy(VILLAGER)[0]?.arrivesAt).toContain('T21:15');

  await phone.tap('我家的申报');
  await phone.tap('不来了');
  await phone.tap('车票没买到');
  await phone.press('不来了');
  await phone.sees('取消');
  expect(declaredBy(VILLAGER)).toMatchObject([{ status: 'cancelled', cancelled: { reason: '车票没买到' } }]);
  await phone.expectNoProblems();
}, 120_000);
