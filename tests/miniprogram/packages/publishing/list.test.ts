import { writtenRow } from '../../../../miniprogram/packages/publishing/list/rows';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';
import { NOW, noticeRow } from './views';

test('a row says whose it is, how it stands and to how many it went', () => {
  expect(writtenRow(noticeRow(), NOW)).toEqual({
    noticeId: 'n1',
    title: '明天上午打疫苗',
    kind: { text: '通知', tone: 'brand' },
    tag: { text: '已发出', tone: 'green' },
    from: '柳溪村，李国强写的',
    state: '今天 16:00 发的，给 139 户、412 人',
  });
  expect(writtenRow(noticeRow({ isMine: true, status: 'waiting', counted: null }), NOW)).toMatchObject({
    from: '柳溪村，我写的',
    state: '等另一个人看过、同意了才发',
  });
});

describe('the list of written notices', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });

  test('opens at what waits for me, and leads to it', async () => {
    phone.answers({ rows: [noticeRow({ status: 'waiting', counted: null })], next: null });
    const page = render('packages/publishing/list');
    await act(page, 'onLoad', { tab: 'agree' });
    await act(page, 'load');
    expect(phone.calls.at(-1)).toMatchObject({ action: 'list', input: { tab: 'agree' } });
    expect(words(page)).toContain('等您同意');
    await act(page, 'open', said({}, { id: 'n1' }));
    await act(page, 'write');
    expect(phone.went).toEqual(['navigateTo ../notice/index?noticeId=n1', 'navigateTo ../drafts/index']);
  });

  test.each([
    ['agree', '没有等您同意的'],
    ['waiting', '没有等着发的'],
    ['out', '还没有发过通知'],
  ])('%s says what will be there', async (tab, title) => {
    phone.answers({ rows: [], next: null });
    const page = render('packages/publishing/list');
    await act(page, 'onLoad', { tab });
    await act(page, 'load');
    expect(words(page)).toContain(title);
  });

  test('goes on where it ended', async () => {
    phone.answers({ rows: [noticeRow()], next: '2026-03-12T16:00:00+08:00 n1' });
    const page = render('packages/publishing/list');
    await act(page, 'onLoad', {});
    await act(page, 'load');
    phone.answers({ rows: [noticeRow({ noticeId: 'n0', title: '大扫除' })], next: null });
    await act(page, 'onReachBottom');
    expect(phone.calls.at(-1)).toMatchObject({ input: { after: '2026-03-12T16:00:00+08:00 n1' } });
    expect(words(page)).toContain('大扫除');
  });
});
