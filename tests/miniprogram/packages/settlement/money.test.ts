import { cashOf, wrongPieces } from '../../../../miniprogram/packages/settlement/count/notes';
import type { SettlementView } from '../../../../miniprogram/services/settlement';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words, type Rendered } from '../../support/render';
import { round } from '../pickup/rows';

jest.setTimeout(30_000);

const NOW = Date.parse('2026-03-12T17:10:00+08:00');
const AT = '2026-03-12T17:00:00+08:00';
const none = { households: 0, amount: 0 };
const view = (more: Partial<SettlementView> = {}): SettlementView => ({
  round,
  version: 1,
  totals: { orders: 2, ordered: 12000, due: 10000, delivered: 10000, paid: 10000, byCash: 8000, byPhone: 2000 }, // prettier-ignore
  differences: { owing: none, overpaid: none, uncollected: none, cash: null },
  counting: { state: 'none', mine: null, by: [], cash: null },
  signature: null,
  explanation: '',
  settled: null,
  corrections: { count: 0, goods: 0, money: 0 },
  obstacles: ['现金还没点，要两个人各数一遍'],
  maySign: true,
  maySettle: true,
  ...more,
});
const counted = {
  counting: { state: 'agreed' as const, mine: { cash: 8000, at: AT }, by: [{ name: '唐波', at: AT, isMe: true }, { name: '李国强', at: AT, isMe: false }], cash: 8000 }, // prettier-ignore
  differences: { owing: none, overpaid: none, uncollected: none, cash: 0 },
};
const signed = { signature: { strokes: '', byName: '唐波', at: AT, holds: true }, obstacles: [] };

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterEach(() => jest.restoreAllMocks());

const open = async (answer: SettlementView, roles: string[]): Promise<Rendered> => {
  phone.storage.set('roles', roles);
  phone.answers(answer);
  const page = render('packages/settlement/round');
  await act(page, 'onLoad', { roundId: 'r1' });
  return page;
};

test.each([
  [['12', '', '3'], 126_000],
  [['', '', '', '', '', '', '1', '2'], 70],
  [[], 0],
])('%j notes and coins are %i fen', (typed, fen) => {
  expect(cashOf(typed)).toBe(fen);
});
it('says which number of notes can not be read', () => {
  expect(wrongPieces(['12', '一'])).toEqual(['', '只写数字，比如 12']);
});

it('before the cash is counted, counting is what is to be done, whoever looks', async () => {
  const page = await open(view(), ['gridLeader']);
  for (const part of ['订的120 元', '该给的100 元', '收的100 元', '现金 80 元，手机付 20 元', '我来数现金'])
    expect(words(page)).toContain(part);
});

it('counted, the supplier signs and nobody else', async () => {
  const obstacles = ['供货方还没签字'];
  expect(words(await open(view({ ...counted, obstacles }), ['supplier']))).toContain('签字认账');
  const leader = words(await open(view({ ...counted, obstacles }), ['gridLeader']));
  expect(leader).not.toContain('签字认账');
  expect(leader).not.toContain('结清这一批');
  expect(leader).toContain('供货方还没签字');
});

it('signed and even, it is settled with what was seen', async () => {
  const page = await open(view({ ...counted, ...signed }), ['gridLeader']);
  expect(words(page)).toContain('三个数对上了');
  phone.answers(view({ ...counted, ...signed, settled: { byName: '李国强', at: AT } }));
  await act(page, 'next');
  expect(phone.calls.at(-1)).toMatchObject({
    action: 'settle',
    input: { roundId: 'r1', seen: { delivered: 10000, paid: 10000, cash: 8000 }, explanation: '' },
  });
  expect(words(page)).toContain('李国强 今天 17:00 结清的');
});

it('what differs is explained before it is settled', async () => {
  const owing = { households: 1, amount: 2000 };
  const page = await open(view({ ...counted, ...signed, differences: { ...counted.differences, owing } }), [
    'gridLeader',
  ]);
  expect(words(page)).toContain('拿了没付清');
  await act(page, 'next');
  expect(phone.calls.filter(({ action }) => action === 'settle')).toEqual([]);
  phone.answers(view({ settled: { byName: '李国强', at: AT } }));
  await act(page, 'onReason', said({ reason: '欠款由供货方自己去收' }));
  expect(phone.calls.at(-1)).toMatchObject({ input: { explanation: '欠款由供货方自己去收' } });
});

it('cash is counted by notes, and nobody is told the other figure', async () => {
  const page = render('packages/settlement/count');
  await act(page, 'onLoad', { roundId: 'r1' });
  await act(page, 'onPieces', said({ value: '8' }, { at: 3 }));
  expect(words(page)).toContain('合计 80 元');
  phone.answers({ counting: { state: 'one', mine: { cash: 8000, at: AT }, by: [{ name: '唐波', at: AT, isMe: true }], cash: null } }); // prettier-ignore
  await act(page, 'submit');
  expect(phone.calls.at(-1)).toMatchObject({ action: 'countCash', input: { cash: 8000 } });
  expect(phone.modals.at(-1)?.content).toContain('还要另一个人数一遍');
});
