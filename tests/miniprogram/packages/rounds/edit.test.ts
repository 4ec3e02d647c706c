import {
  besideFields,
  blankAt,
  formOf,
  type RoundDraftForm,
  sentForm,
  wrongIn,
} from '../../../../miniprogram/packages/rounds/edit/form';
import { chosenGrids } from '../../../../miniprogram/packages/rounds/edit/choices';
import { newPoint, pointText, slotsOf } from '../../../../miniprogram/packages/rounds/edit/points';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { roundView } from './views';

const MORNING = Date.parse('2026-03-10T08:00:00+08:00');
const EVENING = Date.parse('2026-03-10T19:00:00+08:00');

const filled = (changes: Partial<RoundDraftForm> = {}): RoundDraftForm => ({
  ...blankAt(MORNING),
  requestId: 'r'.repeat(24),
  title: '蔬菜肉蛋团购',
  gridIds: ['t1-v1'],
  supplierId: 's1',
  items: [{ itemId: 'veg', limit: 2, stock: '40' }],
  points: [{ ...newPoint([], '2026-03-11'), name: '文化广场' }],
  ...changes,
});

test('a new round closes today at six, and tomorrow when that is too soon', () => {
  expect(blankAt(MORNING)).toMatchObject({
    closesDate: '2026-03-10',
    closesTime: '18:00',
    doorDate: '2026-03-11',
  });
  expect(blankAt(EVENING)).toMatchObject({ closesDate: '2026-03-11', doorDate: '2026-03-12' });
});

test.each([
  ['09:00', '11:00', '30', ['09:00–09:30', '09:30–10:00', '10:00–10:30', '10:30–11:00']],
  ['09:00', '10:10', '30', ['09:00–09:30', '09:30–10:00']],
  ['09:00', '09:20', '30', []],
  ['11:00', '09:00', '30', []],
])('from %s to %s in parts of %s minutes', (from, until, minutes, slots) => {
  const point = { ...newPoint([], '2026-03-11'), from, until, minutes };
  expect(slotsOf(point).map((slot) => `${slot.from}–${slot.until}`)).toEqual(slots);
});

test('a point says how many households it can serve', () => {
  expect(pointText(newPoint([], '2026-03-11'))).toBe('4 个时段，一共能领 80 户');
});

test('a second point has a number of its own, also after the first was taken away', () => {
  const first = newPoint([], '2026-03-11');
  const second = newPoint([first], '2026-03-11');
  expect(newPoint([second], '2026-03-11').pointId).not.toBe(second.pointId);
  expect(second.pointId).not.toBe(first.pointId);
});

test('a whole village and one of its teams are not chosen together', () => {
  const options = [
    { value: 'v', text: '整个柳溪村' },
    { value: 'a', text: '一组' },
    { value: 'b', text: '二组' },
  ];
  expect(chosenGrids(['v', 'a'], ['v'], options)).toEqual(['a']);
  expect(chosenGrids(['a', 'b'], ['a'], options)).toEqual(['a', 'b']);
  expect(chosenGrids(['a', 'b', 'v'], ['a', 'b'], options)).toEqual(['v']);
  expect(chosenGrids([], ['a'], options)).toEqual([]);
});

test('what is sent is what was answered', () => {
  expect(sentForm(filled())).toMatchObject({
    opensAt: null,
    closesAt: '2026-03-10T18:00:00+08:00',
    items: [{ itemId: 'veg', limit: 2, stock: 40 }],
    distribution: { points: [{ pointId: 'p1', name: '文化广场', address: '' }], doorDate: '2026-03-11' },
  });
  const timed = filled({
    opening: 'clock',
    opensDate: '2026-03-10',
    opensTime: '09:00',
    items: [{ itemId: 'veg', limit: 1, stock: '' }],
  });
  expect(sentForm(timed)).toMatchObject({ opensAt: '2026-03-10T09:00:00+08:00', items: [{ stock: null }] });
});

test('a draft that is changed reads as it was written', () => {
  const form = filled({ roundId: 'r1', version: 1 });
  const sent = sentForm(form);
  const round = roundView({
    title: sent.title,
    grids: [{ id: 't1-v1', name: '柳溪村' }],
    supplierId: 's1',
    closesAt: sent.closesAt,
    distribution: sent.distribution,
  });
  expect(sentForm({ ...formOf(round), items: form.items })).toEqual(sent);
});

test.each<[string, Partial<RoundDraftForm>, string]>([
  ['no name', { title: '' }, 'title'],
  ['nowhere', { gridIds: [] }, 'gridIds'],
  ['nobody who sells', { supplierId: '', items: [] }, 'supplierId'],
  ['nothing to sell', { items: [] }, 'items'],
  ['half a person', { items: [{ itemId: 'veg', limit: 1, stock: '1.5' }] }, 'stock.veg'],
  ['no opening time', { opening: 'clock' }, 'opensAt'],
  ['a point without a name', { points: [newPoint([], '2026-03-11')] }, 'points.0.name'],
  [
    'no room',
    { points: [{ ...newPoint([], '2026-03-11'), name: '广场', capacity: '0' }] },
    'points.0.capacity',
  ],
  [
    'no time',
    { points: [{ ...newPoint([], '2026-03-11'), name: '广场', until: '09:10' }] },
    'points.0.times',
  ],
])('before sending it says what is missing: %s', (_, changes, field) => {
  expect(Object.keys(wrongIn(filled(changes)))).toEqual([field]);
});

test("the cloud's words about a slot stand at the point that it was made from", () => {
  const [first, second] = [
    { ...newPoint([], '2026-03-11'), name: '广场' },
    { ...newPoint([], '2026-03-11'), name: '学校', pointId: 'p2' },
  ];
  expect(
    besideFields(
      {
        'form.distribution.slots.4.from': '重叠',
        'form.distribution.points.1.name': '没有时段',
        'form.distribution.doorDate': '太早',
        'form.items.0.itemId': '下架了',
      },
      filled({ points: [first, second] }),
    ),
  ).toEqual({
    'points.1.times': '重叠',
    'points.1.name': '没有时段',
    doorDate: '太早',
    'stock.veg': '下架了',
  });
});

describe('the form on the phone', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
    Object.assign(globalThis, { getCurrentPages: () => [] });
    phone.answers({
      posts: [{ role: 'gridLeader', gridId: 't1-v1', place: '青石镇 柳溪村' }],
    });
    phone.answers({
      rows: [{ supplierId: 's1', name: '惠民超市' }],
    });
    phone.answers({ grids: [{ id: 't1-v1-g1', name: '一组' }] });
    phone.answers({
      rows: [
        {
          itemId: 'veg',
          name: '蔬菜包',
          spec: '5 样',
          unit: '份',
          price: 2500,
          photo: null,
          category: 'vegetables',
          limit: 2,
        },
      ],
      rule: { percent: 20, days: 7 },
    });
  });
  const open = async () => {
    const page = render('packages/rounds/edit');
    await act(page, 'onLoad', {});
    await settle(60);
    return page;
  };

  test('the only supplier and the whole village are chosen already; what it sells can be picked', async () => {
    const page = await open();
    expect(words(page)).toContain('整个柳溪村');
    expect(words(page)).toContain('5 样，25 元');
    await act(page, 'toggleItem', said({}, { id: 'veg' }));
    expect(words(page)).toContain('每户限几份');
    expect(page.data.draft).toMatchObject({
      gridIds: ['t1-v1'],
      supplierId: 's1',
      items: [{ itemId: 'veg', limit: 2, stock: '' }],
    });
  });

  test('pressing too early says what is missing and sends nothing', async () => {
    const page = await open();
    const before = phone.calls.length;
    await act(page, 'save');
    expect(phone.calls.length).toBe(before);
    expect(words(page)).toContain('请填写名称');
    expect(words(page)).toContain('至少选一样东西');
  });

  test('a refusal stands beside its field, and what was typed is kept', async () => {
    const page = await open();
    await act(page, 'onField', said({ value: '蔬菜团购' }, { field: 'title' }));
    await act(page, 'toggleItem', said({}, { id: 'veg' }));
    phone.refuses({
      code: 'INVALID_INPUT',
      message: '截止时间已经过了',
      fields: { 'form.closesAt': '截止时间已经过了，请往后改' },
    });
    await act(page, 'save');
    await settle(60);
    expect(words(page)).toContain('截止时间已经过了，请往后改');
    expect(phone.calls.at(-1)).toMatchObject({ action: 'saveDraft', input: { form: { title: '蔬菜团购' } } });
    page.detach();
    expect([...phone.storage.keys()]).toContain('draft:round:');
  });
});
