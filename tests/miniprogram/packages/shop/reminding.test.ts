import { holdPhone, type Phone } from '../../support/phone';
import { act, render, words } from '../../support/render';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});
const OFFER = '万一取消，发消息告诉我';
const offer = (left: number) => ({
  offers: [{ use: 'roundCancelled', templateId: 'cunan-round-cancelled', left }],
});
const offered = async () => {
  const page = render('packages/shop/order');
  await act(page, 'offerMessage');
  page.setData({ status: 'ready', justPlaced: true });
  return page;
};

test('whoever has just ordered may ask for a message; once allowed it is kept and not offered again', async () => {
  phone.answers(offer(0));
  const page = await offered();
  expect(words(page)).toContain(OFFER);
  phone.answers(offer(1));
  await act(page, 'allowMessage');
  expect(phone.calls.at(-1)).toMatchObject({
    name: 'channels',
    action: 'keepMessages',
    input: { accepted: ['roundCancelled'] },
  });
  expect(words(page)).not.toContain(OFFER);
});

test('a no is an answer: nothing is kept, and it may be asked again', async () => {
  wx.requestSubscribeMessage = (async ({ tmplIds }: { tmplIds: string[] }) =>
    Object.fromEntries(tmplIds.map((id) => [id, 'reject']))) as unknown as typeof wx.requestSubscribeMessage;
  phone.answers(offer(0));
  const page = await offered();
  await act(page, 'allowMessage');
  expect(phone.calls.map(({ action }) => action)).toEqual(['messages']);
  expect(words(page)).toContain(OFFER);
});

test.each([
  ['there is one in store', offer(1)],
  ['the town has set up none', { offers: [] }],
])('nothing is offered where %s', async (_, offers) => {
  phone.answers(offers);
  expect(words(await offered())).not.toContain(OFFER);
});

test('without a network nothing is offered, and nothing fails', async () => {
  phone.breaks({ errCode: -1, errMsg: 'request:fail' });
  expect(words(await offered())).not.toContain(OFFER);
});
