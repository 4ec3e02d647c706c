import { holdPhone, type Phone } from '../../support/phone';
import { noticeView, opened } from '../../support/notices';
import { act, render, type Rendered, said, settle, words } from '../../support/render';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const callsOf = (action: string) => phone.calls.filter((call) => call.action === action);
const openPage = async (query: Record<string, string>): Promise<Rendered> => {
  const page = render('packages/notices/notice');
  await act(page, 'onLoad', query);
  await settle();
  return page;
};
const QUERY = { noticeId: 'n1', gridId: 'g3' };
/** What the page asks after the notice itself: what was saved, and what messages it may ask for. */
const answersOf = (notice: object) => {
  phone.answers(notice);
  phone.answers({ rows: [] });
  phone.answers({ offers: [] });
};
const noNetwork = () => phone.breaks({ errMsg: 'request:fail' });

it('is read, and its button says what one attests', async () => {
  answersOf(opened());
  const page = await openPage(QUERY);
  for (const part of [
    '明天全员核酸检测',
    '读给我听',
    '大字',
    '按下后，网格员就知道您家收到了',
    '我看懂了，会告诉家人',
  ])
    expect(words(page)).toContain(part);
  expect(callsOf('open')[0]?.input).toMatchObject({ noticeId: 'n1', gridId: 'g3' });
});

it('one that has only to be seen has no button, and one that was withdrawn none any more', async () => {
  answersOf(opened({ wanted: 'read' }));
  expect(words(await openPage(QUERY))).not.toContain('我看懂了');
  phone = holdPhone();
  answersOf(opened({ status: 'withdrawn', withdrawn: { name: '李国强', at: '2026-03-12T16:40:00+08:00', reason: '写错了' } })); // prettier-ignore
  expect(words(await openPage(QUERY))).not.toContain('我看懂了');
});

it('two taps confirm once, and the page says so, today and when it is opened again', async () => {
  answersOf(opened());
  phone.answers({});
  const page = await openPage(QUERY);
  await Promise.all([act(page, 'confirm'), act(page, 'confirm')]);
  await settle();
  expect(callsOf('confirm')).toHaveLength(1);
  expect(words(page)).toContain('您家看懂了，网格员已经知道');
  phone.answers(opened());
  expect(words(await openPage(QUERY))).toContain('您家看懂了，网格员已经知道');
});

it('what somebody else of the household confirmed needs no button here', async () => {
  answersOf(opened());
  expect(words(await openPage({ ...QUERY, done: '1' }))).toContain('您家看懂了');
});

describe('without a network', () => {
  it('one that was opened before is read, and says since when it lies here', async () => {
    answersOf(opened());
    await openPage(QUERY);
    noNetwork();
    const page = await openPage(QUERY);
    await settle(1_000);
    const text = words(page);
    expect(text).toContain('没有网络。这是');
    expect(text).toContain('村医上门采样');
  });

  it('one that was never opened can’t be, and may be tried again', async () => {
    noNetwork();
    expect(words(await openPage(QUERY))).toContain('再试一次');
  });

  it('a confirmation waits on the phone, says so, and arrives once', async () => {
    answersOf(opened());
    const page = await openPage(QUERY);
    noNetwork();
    await act(page, 'confirm');
    await settle(1_000);
    expect(words(page)).toContain('已存在这部手机，有网就告诉网格员');
    const before = callsOf('confirm').length;
    phone.answers({});
    const { sendKeptReceipts } = await import('../../../../miniprogram/services/unsent-receipts');
    await Promise.all([sendKeptReceipts(), sendKeptReceipts()]);
    expect(callsOf('confirm')).toHaveLength(before + 1);
    await settle();
    expect(words(page)).toContain('您家看懂了');
  });

  it('a withdrawn one says so as soon as there is a network again', async () => {
    answersOf(opened());
    const page = await openPage(QUERY);
    phone.answers(opened({ status: 'withdrawn', withdrawn: { name: '李国强', at: '2026-03-12T16:40:00+08:00', reason: '写错了' } })); // prettier-ignore
    await act(page, 'load');
    await settle();
    expect(words(page)).toContain('这条通知撤回了');
    noNetwork();
    const later = await openPage(QUERY);
    await settle(1_000);
    expect(words(later)).toContain('这条通知撤回了');
  });
});

describe('by a shared card', () => {
  const shared = () => ({ ...noticeView(), replacedByKey: null });
  const CARD = { noticeId: 'n1', key: 'card-key' };

  it('somebody whom nobody knows reads it, and is led to the enrolment', async () => {
    phone.refuses({ code: 'UNREGISTERED', message: '您还没有登记' });
    phone.answers(shared());
    const page = await openPage(CARD);
    expect(words(page)).toContain('村医上门采样');
    expect(words(page)).not.toContain('我看懂了');
    await act(page, 'enrol');
    expect(phone.went).toEqual(['switchTab /pages/home/index']);
    expect(callsOf('shared')[0]?.input).toEqual({ noticeId: 'n1', shareKey: 'card-key' });
  });

  it('a family to which it went confirms it like any other', async () => {
    answersOf(opened());
    expect(words(await openPage(CARD))).toContain('我看懂了');
    expect(callsOf('shared')).toEqual([]);
  });

  it('a poster’s code names the key alone', async () => {
    phone.answers(shared());
    phone.refuses({ code: 'UNREGISTERED', message: '您还没有登记' });
    expect(words(await openPage({ scene: 'card-key' }))).toContain('村医上门采样');
    expect(callsOf('shared')[0]?.input).toEqual({ shareKey: 'card-key' });
  });

  it('the newer one is reached by its own key', async () => {
    phone.refuses({ code: 'UNREGISTERED', message: '您还没有登记' });
    phone.answers({ ...shared(), status: 'corrected', replacedBy: 'n2', replacedByKey: 'new-key' });
    const page = await openPage(CARD);
    await act(page, 'openOther', said({ noticeId: 'n2' }));
    expect(phone.went[0]).toBe('navigateTo /packages/notices/notice/index?noticeId=n2&key=new-key');
  });

  it('without a key somebody whom nobody knows is told what to do', async () => {
    phone.refuses({ code: 'UNREGISTERED', message: '您还没有登记' });
    expect(words(await openPage({ noticeId: 'n1' }))).toContain('先登记，再看通知');
  });
});

it('is saved and taken off again, and a new phone asks the cloud once what was saved', async () => {
  phone.answers(opened());
  phone.answers({ rows: [{ noticeId: 'n1' }] });
  phone.answers({ offers: [] });
  const page = await openPage(QUERY);
  expect(words(page)).toContain('收藏了');
  phone.answers({});
  await act(page, 'save');
  expect(callsOf('save')[0]?.input).toEqual({ noticeId: 'n1', saved: false });
  expect(words(page)).not.toContain('收藏了');
  phone.answers(opened());
  phone.answers({ offers: [] });
  await openPage(QUERY);
  expect(callsOf('saved')).toHaveLength(1);
});

it('to my role it is opened and confirmed as such', async () => {
  answersOf({ ...opened(), gridId: 'staff' });
  const page = await openPage({ noticeId: 'n1', gridId: 'staff' });
  expect(words(page)).not.toContain('收藏');
  await act(page, 'confirm');
  expect(phone.calls.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['staffOpen', 'staffConfirm']),
  );
  expect(callsOf('open')).toEqual([]);
});
