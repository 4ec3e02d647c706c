import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { writtenForm } from './forms';

const row = {
  draftId: 'n1',
  requestId: 'q'.repeat(24),
  kind: 'notice',
  title: '周六核酸检测',
  replaces: null,
  answers: null,
  returnedBecause: '时间写错了',
  savedAt: '2026-03-10T08:00:00+08:00',
  version: 1,
};
const kept = { ...writtenForm({ unsaved: true, title: '停水一天' }), savedAt: 1 };

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
  phone.storage.set(`draft:notice:${kept.requestId}`, kept);
});

const open = async () => {
  const page = render('packages/publishing/drafts');
  await act(page, 'load');
  await settle();
  return page;
};

test('shows what was sent back and why, and before it what only this phone has; then the usual notices', async () => {
  phone.answers({ drafts: [row] });
  const text = words(await open());
  const order = [
    '停水一天',
    '已存在这部手机',
    '周六核酸检测',
    '退回来了：时间写错了',
    '照样子写',
    '返乡须知',
  ];
  const places = order.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
});

test('what the cloud has as well stands there once', async () => {
  phone.answers({ drafts: [{ ...row, requestId: kept.requestId }] });
  expect(words(await open())).toContain('1 份草稿');
});

test("without a network the phone's own drafts are there, and writing goes on", async () => {
  phone.breaks(Object.assign(new Error('fail'), { errCode: -1 }));
  const page = render('packages/publishing/drafts');
  await act(page, 'load');
  await settle(1_000);
  expect(words(page)).toContain('现在没有网络');
  expect(words(page)).toContain('停水一天');
});

test('a draft is thrown away only when one says so; one that only this phone has needs no cloud', async () => {
  phone.answers({ drafts: [row] });
  const page = await open();
  phone.confirms(false);
  await act(page, 'discard', said({}, { key: kept.requestId }));
  expect(phone.storage.size).toBe(1);
  phone.confirms(true);
  await act(page, 'discard', said({}, { key: kept.requestId }));
  expect(phone.storage.size).toBe(0);
  expect(phone.calls.map(({ action }) => action)).not.toContain('discardDraft');
  await act(page, 'discard', said({}, { key: 'n1' }));
  expect(phone.calls).toContainEqual({
    name: 'publishing',
    action: 'discardDraft',
    input: { draftId: 'n1' },
  });
});
