import type { DraftDocument, NoticeDocument } from '../../cloudfunctions/publishing/notice.document';
import type { HandHeld } from './browser';
import { LEADER } from './pages/visit';
import { useBrowser } from './use-browser';

const { hold, township } = useBrowser('township', { timers: false });

const DRAFTS = '/packages/publishing/drafts/index';
const notices = (): NoticeDocument[] =>
  township()
    .documents<NoticeDocument>('notices')
    .filter(({ writtenBy }) => writtenBy.openid === LEADER);
const drafts = (): DraftDocument[] => township().documents<DraftDocument>('notice_drafts');
/** In the notice that was written last. */
const newest = (): NoticeDocument =>
  notices()
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .at(-1)!;

/** Scrolled to: the box under this label stands between the bar above and the dock. */
async function inSight(phone: HandHeld, label: string): Promise<void> {
  const box = phone.page.getByLabel(label, { exact: true }).first();
  const isInSight = async () => {
    const place = await box.boundingBox();
    return place !== null && place.y > 80 && place.y < 500;
  };
  while (!(await isInSight())) await phone.page.waitForTimeout(50);
}

it('a leader writes a notice for two teams from a template: gaps and phone numbers are refused beside their place', async () => {
  const leader = await hold(LEADER, { route: DRAFTS });
  await leader.tap('核酸通知');
  await leader.sees('先说最要紧的');
  await leader.press('下一步');
  await leader.sees('还有「〔哪天〕」没有填，请写上实际的内容');
  await leader.picture('writing-1-gaps');
  await leader.type('标题', '周六核酸检测');
  await leader.type('时间', '周六 7:00–11:00');
  await leader.type('地点', '村文化广场');
  await leader.type('1 · 一段话', '居家观察的人不要出门，有事打 13912345678。腿脚不便的，请告诉网格员。');
  await leader.press('下一步');
  await leader.sees('「13912345678」像是身份证号或手机号');
  await inSight(leader, '1 · 一段话');
  await leader.picture('writing-2-number');
  await leader.type('1 · 一段话', '居家观察的人不要出门。腿脚不便的，请告诉网格员。');
  await leader.tap('加粗');
  await leader.tap('居家观察的人不要出门');
  await leader.picture('writing-3-bold');
  await leader.press('下一步');

  await leader.sees('写清楚是哪里的说法');
  await leader.type('发文单位', '青石镇疫情防控办公室');
  await leader.picture('writing-4-source');
  await leader.press('下一步');

  await leader.sees('哪些地方');
  await leader.tap('二组');
  await leader.tap('三组');
  await leader.sees('柳溪村二组、三组：');
  await leader.picture('writing-5-audience');
  await leader.press('下一步');

  await leader.sees('发之前看一眼');
  await leader.sees('草稿已存好');
  await leader.picture('writing-6-way');
  expect(drafts()).toHaveLength(1);
  await leader.tapTwice('发出通知');
  await leader.answer('知道了');
  await leader.sees('发到微信群');
  expect(newest()).toMatchObject({
    status: 'published',
    title: '周六核酸检测',
    gridIds: ['t1-v1-g2', 't1-v1-g3'],
  });
  expect(newest().counted?.households).toBeGreaterThan(0);
  expect(newest().body[0]).toMatchObject({
    runs: [
      { text: '居家观察的人不要出门', bold: true },
      { text: '。腿脚不便的，请告诉网格员。', bold: false },
    ],
  });
  expect(notices().filter(({ title }) => title === '周六核酸检测')).toHaveLength(1);
  expect(drafts()).toEqual([]);
  await leader.expectNoProblems();
}, 120_000);

it('what is written without a network stays on this phone, and is in the cloud once there is one', async () => {
  const leader = await hold(LEADER, { route: DRAFTS });
  await leader.press('从头写一条');
  await leader.sees('先说最要紧的');
  await leader.network('offline');
  await leader.type('标题', '停水一天');
  await leader.sees('草稿已存在这部手机');
  await leader.page.waitForTimeout(4_000);
  expect(drafts()).toEqual([]);
  await leader.reopen();
  await leader.sees('已存在这部手机');
  await leader.picture('writing-7-kept');
  await leader.tap('停水一天');
  await leader.sees('先说最要紧的');
  await leader.type('时间', '周日一整天');
  await leader.sees('草稿已存好');
  expect(drafts()).toMatchObject([{ content: { title: '停水一天', facts: [{ text: '周日一整天' }] } }]);
  await leader.expectNoProblems();
}, 120_000);

it('of two phones that write one draft the second is asked which words stay', async () => {
  const [draft] = drafts();
  const route = `/packages/publishing/write/index?draftId=${draft!._id}`;
  const [first, second] = [await hold(LEADER, { route }), await hold(LEADER, { route })];
  await Promise.all([first.sees('先说最要紧的'), second.sees('先说最要紧的')]);
  await first.type('标题', '停水两天');
  await first.sees('草稿已存好');
  await second.type('标题', '停水三天');
  await second.sees('两部手机改了同一份草稿');
  await second.picture('writing-8-clash');
  await second.press('用这部手机上的');
  await second.sees('草稿已存好');
  expect(drafts()).toMatchObject([{ content: { title: '停水三天' } }]);
}, 120_000);
