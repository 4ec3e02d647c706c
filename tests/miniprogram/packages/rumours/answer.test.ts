import type { RumourView } from '../../../../cloudfunctions/contracts/index';
import { likeness, likestFirst } from '../../../../miniprogram/packages/rumours/answer/similar';
import { standingOf } from '../../../../miniprogram/packages/rumours/answer/view';
import { rumourCard } from '../../../../miniprogram/packages/rumours/queue/rows';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { handled, NOW, refuted, rumourRow, rumourView } from './views';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

test.each([
  ['喝白酒能杀死病毒', '喝白酒，能杀死病毒！', 1],
  ['喝白酒能杀死病毒', '明天封路一个月', 0],
  ['', '', 0],
])('how like “%s” and “%s” are', (one, other, expected) => {
  expect(likeness(one, other)).toBe(expected);
});

test('the likest stands first, the rest stay in their order', () => {
  const others = ['要停电', '要封路', '白酒杀死病毒'].map((text) => ({ text }));
  expect(likestFirst('喝白酒能杀死病毒', others).map(({ text }) => text)).toEqual([
    '白酒杀死病毒',
    '要停电',
    '要封路',
  ]);
});

test.each<[Partial<RumourView>, string]>([
  [{}, 'open'],
  [{ onItsWay: 'waiting' }, 'written'],
  [{ onItsWay: 'returned' }, 'sentBack'],
  [{ status: 'joined' }, 'elsewhere'],
  [{ status: 'handled', answer: handled }, 'answered'],
  [{ status: 'refuted', answer: refuted() }, 'answered'],
  [{ status: 'refuted', answer: refuted({ status: 'withdrawn' }) }, 'open'],
])('where a rumour stands: %j', (changes, standing) => {
  expect(standingOf(rumourView(changes))).toBe(standing);
});

test.each([
  [{ reports: 3 }, '3 人报了'],
  [{ onItsWay: 'waiting' as const }, '辟谣写好了，等人同意'],
  [{ hasPicture: true }, '有截图'],
  [{}, '等了 1 天'],
  [{ status: 'refuted' as const, answer: refuted() }, '已辟谣'],
])('its card in the list says %j', (changes, tag) => {
  expect(rumourCard(rumourRow(changes), NOW).tags.map(({ text }) => text)).toContain(tag);
});

const NONE = { rows: [], next: null };
const open = async (rumour = rumourView(), others: ReturnType<typeof rumourRow>[] = []) => {
  phone.answers(rumour);
  phone.answers({ rows: others, next: null });
  phone.answers(NONE);
  const page = render('packages/rumours/answer');
  await act(page, 'onLoad', { rumourId: 'm1' });
  await act(page, 'load');
  await settle();
  return page;
};

test('the page names those who told of it and where it was seen, and leads to writing a refutation', async () => {
  const page = await open();
  for (const part of ['2 人报了', '李建国，柳溪村三组', '白酒杀毒', '三组乡亲群'])
    expect(words(page)).toContain(part);
  await act(page, 'refute');
  expect(phone.went.at(-1)).toBe('navigateTo /packages/publishing/write/index?refutes=m1');
});

test('it is joined to another one after a question, with what was seen', async () => {
  const other = rumourRow({ rumourId: 'm9', text: '白酒能杀死病毒' });
  const page = await open(rumourView(), [other, rumourRow()]);
  expect(page.data).toMatchObject({ others: [{ rumourId: 'm9' }] });
  phone.confirms(false);
  await act(page, 'join', said({}, { id: 'm9', text: other.text }));
  expect(phone.calls.map(({ action }) => action)).not.toContain('join');
  phone.confirms(true);
  phone.answers(rumourView({ rumourId: 'm9', reports: 3 }));
  phone.answers(NONE);
  await act(page, 'join', said({}, { id: 'm9', text: other.text }));
  const [sent] = phone.calls.filter(({ action }) => action === 'join');
  expect(sent!.input).toMatchObject({ rumourId: 'm1', version: 3, into: 'm9' });
  expect(page.data).toMatchObject({ rumourId: 'm9' });
});

test('one that was joined by mistake is taken out with its own version', async () => {
  const page = await open();
  await act(page, 'part', said({}, { id: 'm2' }));
  const [sent] = phone.calls.filter(({ action }) => action === 'part');
  expect(sent!.input).toMatchObject({ rumourId: 'm2', version: 2 });
});

test('answered in words it shows them; somebody else was faster, and that is said', async () => {
  const page = await open();
  phone.refuses({ code: 'CONFLICT', message: '这条刚有人动过，请看一眼最新的再办' });
  phone.answers(rumourView({ status: 'handled', answer: handled, version: 4 }));
  await act(page, 'onReason', said({ reason: '没有这回事' }));
  await settle(60);
  expect(phone.modals.at(-1)!.content).toContain('刚有人动过');
  expect(words(page)).toContain('核实过了，没有这回事');
  expect(words(page)).not.toContain('写辟谣');
});
