import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { head, listed, posts } from './people';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});
const open = async () => {
  const page = render('packages/release/publications');
  await act(page, 'load', {});
  await settle();
  return page;
};

test('staff open one and withdraw it for a reason', async () => {
  phone.answers(posts('gridLeader'));
  phone.answers({ rows: [head], next: null });
  const page = await open();
  phone.answers({ ...head, rows: [listed] });
  await act(page, 'open', said({}, { id: 'p1' }));
  expect(words(page)).toContain('周*');
  expect(words(page)).toContain('撤下这份公示');
  phone.answers({ ...head, rows: [listed] });
  await act(page, 'onReason', said({ reason: '名单有误' }));
  expect(phone.calls.find(({ action }) => action === 'withdrawPublication')).toMatchObject({
    input: { publicationId: 'p1', reason: '名单有误' },
  });
});

test('who may only read sees no button', async () => {
  phone.answers(posts('villageDoctor'));
  phone.answers({ rows: [head], next: null });
  expect(words(await open())).not.toContain('公示新名单');
});
