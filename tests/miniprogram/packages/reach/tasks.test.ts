import { holdPhone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { reachRowOf, reachTask } from './views';

test('a tick among the tasks says that the household was told everything', async () => {
  const phone = holdPhone();
  phone.answers({ rows: [reachTask()], next: null });
  const page = render('packages/reach/tasks');
  await act(page, 'onLoad');
  await settle();
  expect(words(page)).toContain('紧急：明天全员核酸检测');
  phone.answers(reachRowOf({ told: 'door' }));
  await act(page, 'tick', said({ householdId: 'h1', how: 'door' }));
  await settle();
  const sent = phone.calls.filter(({ action }) => action === 'tell').map(({ input }) => input);
  expect(sent).toMatchObject([
    { noticeId: 'n1', how: 'door' },
    { noticeId: 'n2', how: 'door' },
  ]);
  expect((page.data.cards as object[])[0]).toMatchObject({ state: 'told', done: '已上门告知' });
});
