import { holdPhone, type Phone } from '../../support/phone';
import { act, render, words } from '../../support/render';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});
const offered = async () => {
  const page = render('packages/shop/order');
  await act(page, 'offerReminder');
  page.setData({ status: 'ready', justPlaced: true });
  return page;
};
const OFFER = '万一取消，发消息告诉我';

test('whoever has just ordered may ask for a message; once allowed it is kept and not offered again', async () => {
  phone.answers({ templateId: 'cunan-round-cancelled', left: 0 });
  const page = await offered();
  expect(words(page)).toContain(OFFER);
  phone.answers({ left: 1 });
  await act(page, 'allowReminder');
  expect(phone.calls.at(-1)).toMatchObject({
    name: 'rounds',
    action: 'keepReminders',
    input: { accepted: 1 },
  });
  expect(words(page)).not.toContain(OFFER);
});

test.each([
  ['there is one in store', { templateId: 'cunan-round-cancelled', left: 1 }],
  ['the town has set up none', { templateId: null, left: 0 }],
])('nothing is offered where %s', async (_, reminder) => {
  phone.answers(reminder);
  expect(words(await offered())).not.toContain(OFFER);
});

test('without a network nothing is offered, and nothing fails', async () => {
  phone.breaks({ errCode: -1, errMsg: 'request:fail' });
  expect(words(await offered())).not.toContain(OFFER);
});
