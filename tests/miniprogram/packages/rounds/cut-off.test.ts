import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { roundView } from './views';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const open = async () => {
  phone.answers(roundView());
  const page = render('packages/rounds/cut-off');
  await act(page, 'onLoad', { roundId: 'r1' });
  return page;
};

it('begins with the cut-off as it is, and ends before the first goods are given out', async () => {
  const page = await open();
  const { closesAt, distribution } = roundView();
  expect(page.data).toMatchObject({ date: closesAt.slice(0, 10), time: closesAt.slice(11, 16) });
  const first = [...distribution.slots.map(({ date }) => date), distribution.doorDate].sort()[0];
  expect(page.data.lastDate).toBe(first);
  expect(words(page)).toContain('住户马上看到新的时间');
});

it('sends the new moment with what was seen, and goes back', async () => {
  const page = await open();
  await act(page, 'onDate', said({ value: '2026-03-12' }));
  await act(page, 'onTime', said({ value: '20:30' }));
  phone.answers(roundView());
  await act(page, 'save');
  const { roundId, version } = { roundId: 'r1', version: roundView().version };
  expect(phone.calls.at(-1)).toMatchObject({
    action: 'moveCutOff',
    input: { roundId, version, closesAt: '2026-03-12T20:30:00+08:00' },
  });
  expect(phone.went).toEqual(['navigateBack']);
});

it('what the days of giving out do not allow is said beside the day', async () => {
  const page = await open();
  const message = '领取要在截止以后，请往后改';
  phone.refuses({ code: 'INVALID_INPUT', message, fields: { closesAt: message } });
  await act(page, 'save');
  expect(words(page)).toContain(message);
  expect(phone.went).toEqual([]);
});

it('a double tap sends once; without a network it says so, and the next tap sends the same request', async () => {
  const page = await open();
  phone.breaks({ errMsg: 'request:fail' });
  await Promise.all([act(page, 'save'), act(page, 'save')]);
  await settle(1_000);
  expect(phone.went).toEqual([]);
  expect(words(page)).toMatch(/网络|没有网|再试/);
  phone.answers(roundView());
  await act(page, 'save');
  const requests = phone.calls
    .filter(({ action }) => action === 'moveCutOff')
    .map(({ input }) => (input as { requestId: string }).requestId);
  expect(new Set(requests).size).toBe(1);
  expect(phone.went).toEqual(['navigateBack']);
});
