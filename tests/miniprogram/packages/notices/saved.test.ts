import { opened } from '../../support/notices';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, type Rendered, said, settle, words } from '../../support/render';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const row = (noticeId: string, title: string, more: object = {}) => ({
  noticeId,
  kind: 'notice',
  title,
  place: '青石镇 柳溪村',
  organisation: '柳溪村村民委员会',
  publishedAt: '2026-03-12T16:00:00+08:00',
  status: 'published',
  ...more,
});
const load = async (patience = 20): Promise<Rendered> => {
  const page = render('packages/notices/saved');
  await act(page, 'load');
  await settle(patience);
  return page;
};

it('holds what was saved, and says of what no longer holds that it doesn’t', async () => {
  phone.answers({ rows: [row('n1', '村里停水一天', { status: 'corrected' }), row('n2', '开窗通风')] });
  const page = await load();
  for (const part of ['村里停水一天', '更正过了', '开窗通风', '就这些了'])
    expect(words(page)).toContain(part);
  await act(page, 'openRow', said({ url: '/packages/notices/notice/index?noticeId=n2' }));
  expect(phone.went).toEqual(['navigateTo /packages/notices/notice/index?noticeId=n2']);
});

it('says how something gets there', async () => {
  phone.answers({ rows: [] });
  expect(words(await load())).toContain('读通知的时候点“收藏”');
});

it('without a network holds what of it was opened on this phone', async () => {
  phone.answers(opened());
  phone.answers({ rows: [row('n1', '明天全员核酸检测'), row('n2', '开窗通风')] });
  phone.answers({ offers: [] });
  await act(render('packages/notices/notice'), 'onLoad', { noticeId: 'n1' });
  await settle();
  phone.breaks({ errMsg: 'request:fail' });
  const text = words(await load(1_000));
  expect(text).toContain('没有网络');
  expect(text).toContain('明天全员核酸检测');
  expect(text).not.toContain('开窗通风');
});
