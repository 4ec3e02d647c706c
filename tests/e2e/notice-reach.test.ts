import type { Account } from '../../cloudfunctions/kernel/identity';
import type { NoticeDocument } from '../../cloudfunctions/publishing/notice.document';
import { knows } from '../../cloudfunctions/reach/rules';
import type { Receipt, SheetDocument } from '../../cloudfunctions/reach/sheet.document';
import { disagreements } from '../support/notices';
import type { HandHeld } from './browser';
import { callsIn, phonesOf } from './households';
import { useBrowser } from './use-browser';
import { bindGroup, chatsReach, openCard, sendInto } from './wechat';
import { write } from './writing';

const { hold, township } = useBrowser('township', { timers: false });
const get = callsIn(township);

const LEADER = 'o-li-guoqiang';
const MEMBER = 'o-zhang-li';
const FAMILY = 'o-li-jianguo';
const TITLE = '后天全村打疫苗';
/** So many families with a phone don't look at it. */
const LATE = 3;
const GROUPS = { team: '柳溪村三组邻里群', village: '柳溪村村民群' } as const;

const notice = (): NoticeDocument =>
  township()
    .documents<NoticeDocument>('notices')
    .find(({ title }) => title === TITLE)!;
const sheets = (): SheetDocument[] =>
  township()
    .documents<SheetDocument>('notice_sheets')
    .filter(({ noticeId }) => noticeId === notice()._id);
const sum = (figure: keyof SheetDocument['counts']): number =>
  sheets().reduce((total, { counts }) => total + counts[figure], 0);
const households = (): number => sheets().reduce((total, one) => total + one.households, 0);
const householdOf = (openid: string): string =>
  township()
    .documents<Account>('accounts')
    .find(({ _id }) => _id === openid)!.householdId!;
const receiptOf = (openid: string): Receipt | undefined =>
  sheets().flatMap(({ receipts }) => receipts[householdOf(openid)] ?? [])[0];
const unknownIn = (gridId: string): string[] =>
  sheets()
    .filter((sheet) => sheet.gridId === gridId)
    .flatMap(({ receipts, wanted }) =>
      Object.entries(receipts).flatMap(([householdId, receipt]) =>
        knows(receipt, wanted) ? [] : [householdId],
      ),
    );
const REACH = () => ({ route: `/packages/reach/show/index?noticeId=${notice()._id}` });

async function away(...phones: HandHeld[]): Promise<void> {
  for (const phone of phones) {
    await phone.expectNoProblems();
    await phone.close();
  }
}

it('the village leader and a grid member bind the WeChat groups of their grids', async () => {
  const leader = await hold(LEADER, { route: '/packages/channels/groups/index' });
  await bindGroup(leader, GROUPS.village, '整个柳溪村');
  await leader.picture('reach-1-groups');
  await away(leader);
  const member = await hold(MEMBER, { route: '/packages/channels/groups/index' });
  await bindGroup(member, GROUPS.team, '三组');
  await away(member);
  const bound = township().documents<{ name: string; gridId: string }>('wechat_groups');
  expect(bound.map(({ name, gridId }) => [name, gridId])).toEqual(
    expect.arrayContaining([
      [GROUPS.village, 't1-v1'],
      [GROUPS.team, 't1-v1-g3'],
    ]),
  );
}, 120_000);

it('the leader writes a notice for two teams, and it goes out at once', async () => {
  const writing = await hold(LEADER, { route: '/packages/publishing/drafts/index' });
  await writing.press('从头写一条');
  await write(writing, {
    title: TITLE,
    when: '后天 8:00–11:00',
    text: '满 3 岁的都可以来，请带身份证，戴好口罩。发热、咳嗽的先打电话问村医。',
    organisation: '柳溪村村民委员会',
    grids: ['二组', '三组'],
  });
  await writing.tapTwice('发出通知');
  await writing.sees('发出去了');
  await writing.picture('reach-2-sent');
  await writing.answer('知道了');
  await writing.sees('发到微信群');
  expect(township().documents<NoticeDocument>('notices').filter(({ title }) => title === TITLE)).toHaveLength(1); // prettier-ignore
  await township().simulator.fireTimer('publishing');
  expect(notice()).toMatchObject({ status: 'published', job: null, gridIds: ['t1-v1-g2', 't1-v1-g3'] });
  expect(households()).toBe(notice().counted?.households);

  await writing.press('发到微信群');
  await writing.sees('2 个群，还有 2 个没发');
  for (const group of [GROUPS.village, GROUPS.team]) {
    await writing.press('发到微信群');
    await sendInto(writing, group);
    await writing.tap(`${group}发过了`);
  }
  await writing.sees('2 个群都发过了');
  await writing.picture('reach-2-shared');
  const family = await hold(FAMILY);
  await family.sees('今天要做的事');
  await chatsReach(writing, family);
  await away(writing);

  await openCard(family, GROUPS.team, TITLE);
  await family.picture('reach-3-card');
  await family.sees('后天 8:00–11:00');
  await family.sees('按下后，网格员就知道您家收到了');
  await family.picture('reach-3-opened');
  await family.tapTwice('我看懂了，会告诉家人');
  await family.sees('您家看懂了，网格员已经知道');
  await family.picture('reach-4-confirmed');
  const receipt = receiptOf(FAMILY);
  expect([receipt?.opened, receipt?.confirmed]).not.toContain(null);
  expect(sum('confirmed')).toBe(1);
  await away(family);
}, 180_000);

it('the leader watches it grow while households read and confirm', async () => {
  const leader = await hold(LEADER, REACH());
  await leader.sees(`还有 ${households() - 1} 户不知道`);
  await leader.picture('reach-5-begun');
  const readers = [
    ...phonesOf(township(), 't1-v1-g2', []),
    ...phonesOf(township(), 't1-v1-g3', ['李建国']),
  ].slice(0, -LATE);
  for (const { openid } of readers) {
    const { rows } = await get(openid, 'notices', 'inbox', {});
    const row = rows.find(({ noticeId }) => noticeId === notice()._id)!;
    const opening = { noticeId: row.noticeId, ...(row.gridId !== null && { gridId: row.gridId }) };
    await get(openid, 'notices', 'open', opening);
    await get(openid, 'notices', 'confirm', opening);
  }
  const known = readers.length + 1;
  expect(sum('known')).toBe(known);
  // By itself: the page asks every ten seconds.
  await leader.page.getByText(`还有 ${households() - known} 户不知道`).waitFor({ timeout: 30_000 });
  await leader.picture('reach-6-grown');
  expect(disagreements(sheets())).toEqual([]);
  await away(leader);
}, 180_000);

it('the grid member rings up and visits those who have not read it, until everybody knows', async () => {
  const member = await hold(MEMBER, REACH());
  await tellAll(member, 't1-v1-g3');
  await member.sees('全都知道了');
  await member.picture('reach-8-all');
  await away(member);

  // The leader sees to the other team.
  const leader = await hold(LEADER, REACH());
  await tellAll(leader, 't1-v1-g2');
  await leader.sees('全都知道了');
  await leader.picture('reach-9-hundred');
  await leader.sees('100%');
  expect(sum('known')).toBe(households());
  expect(disagreements(sheets())).toEqual([]);
  await away(leader);
}, 300_000);

/** Goes down the list of who does not know yet: the first is rung up, who has no number is visited. */
async function tellAll(phone: HandHeld, gridId: string): Promise<void> {
  const left = unknownIn(gridId);
  expect(left.length).toBeGreaterThan(2);
  const call = phone.page.getByLabel(/打电话$/).first();
  await call.scrollIntoViewIfNeeded();
  await call.tap();
  await phone.answer('取消');
  // Ringing somebody up ticks nobody off.
  expect(unknownIn(gridId)).toEqual(left);
  await phone.picture(`reach-7-list-${gridId}`);
  for (let turn = 0; turn < left.length; turn += 1) {
    const way = turn % 2 === 0 ? '已电话告知' : '已上门告知';
    await phone.page
      .getByLabel(new RegExp(`，${way}$`))
      .first()
      .tap();
    await phone.page.waitForFunction(() => !document.body.innerText.includes('正在记'));
  }
  expect(unknownIn(gridId)).toEqual([]);
}
