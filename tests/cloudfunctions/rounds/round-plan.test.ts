import type { ItemDocument } from '../../../cloudfunctions/catalogue/item.document';
import type { Distribution } from '../../../cloudfunctions/contracts/supplies';
import { sharedDepth } from '../../../cloudfunctions/rounds/round-grids';
import { offeredItems, planFaults, planFrom } from '../../../cloudfunctions/rounds/round-plan';

const NOW = Date.parse('2026-03-10T08:00:00+08:00');
const at = (time: string): string => `2026-03-${time}:00+08:00`;
const slot = (changes: Partial<Distribution['slots'][number]> = {}): Distribution['slots'][number] => ({
  slotId: 's1',
  pointId: 'p1',
  date: '2026-03-11',
  from: '09:00',
  until: '09:30',
  capacity: 30,
  ...changes,
});
const plan = (changes: Partial<Distribution> = {}) => ({
  opensAt: null,
  closesAt: at('10T18:00'),
  distribution: {
    points: [{ pointId: 'p1', name: '文化广场', address: '' }],
    slots: [slot()],
    doorDate: '2026-03-11',
    ...changes,
  },
});

test('a plan in order has no faults', () => {
  expect(planFaults(plan(), NOW)).toEqual({});
  expect(planFaults({ ...plan(), opensAt: at('10T09:00') }, NOW)).toEqual({});
});

test('without points everything goes to the doors', () => {
  expect(planFaults(plan({ points: [], slots: [] }), NOW)).toEqual({});
});

test.each([
  ['cut-off is over', { ...plan(), closesAt: at('10T07:00') }, 'closesAt'],
  ['cut-off comes before the opening', { ...plan(), opensAt: at('10T19:00') }, 'closesAt'],
  ['the opening is over', { ...plan(), opensAt: at('10T07:59') }, 'opensAt'],
  [
    'cut-off is next month',
    { ...plan({ points: [], slots: [], doorDate: '2026-05-01' }), closesAt: '2026-04-30T18:00:00+08:00' },
    'closesAt',
  ],
  ['a point has no slot', plan({ slots: [] }), 'distribution.points.0.name'],
  [
    'a slot has no point',
    plan({ slots: [slot(), slot({ slotId: 's2', pointId: 'p9' })] }),
    'distribution.slots.1.pointId',
  ],
  ['a slot ends before it begins', plan({ slots: [slot({ until: '08:00' })] }), 'distribution.slots.0.until'],
  [
    'a slot lies before cut-off',
    plan({ slots: [slot({ date: '2026-03-10', from: '17:30', until: '18:30' })] }),
    'distribution.slots.0.from',
  ],
  [
    'slots of one point overlap',
    plan({ slots: [slot(), slot({ slotId: 's2', from: '09:29', until: '10:00' })] }),
    'distribution.slots.1.from',
  ],
  [
    'a slot is written twice',
    plan({ slots: [slot(), slot({ from: '10:00', until: '10:30' })] }),
    'distribution.slots.1.slotId',
  ],
  ['the doors come before cut-off', plan({ doorDate: '2026-03-09' }), 'distribution.doorDate'],
])('a fault stands beside its field: %s', (_, wrong, field) => {
  expect(Object.keys(planFaults(wrong, NOW))).toEqual([field]);
});

test('two points may hand out at the same time', () => {
  const points = [
    { pointId: 'p1', name: '文化广场', address: '' },
    { pointId: 'p2', name: '小学门口', address: '' },
  ];
  expect(planFaults(plan({ points, slots: [slot(), slot({ slotId: 's2', pointId: 'p2' })] }), NOW)).toEqual(
    {},
  );
});

test.each([
  ['two days later, at the same hours', at('12T08:00'), at('12T18:00'), '2026-03-13'],
  ['after the hour of cut-off it is the next day', at('12T19:00'), at('13T18:00'), '2026-03-14'],
  ['the same day again', at('10T09:00'), at('10T18:00'), '2026-03-11'],
])('a copied plan keeps its hours and distances: %s', (_, opens, closesAt, day) => {
  const source = { ...plan(), opensAt: at('10T08:00') };
  expect(planFrom(source, opens)).toEqual({
    closesAt,
    distribution: { ...source.distribution, slots: [slot({ date: day })], doorDate: day },
  });
});

const item = (itemId: string, changes: Partial<ItemDocument> = {}): ItemDocument => ({
  _id: itemId,
  supplierId: 's',
  gridPath: [],
  name: itemId,
  spec: '',
  unit: '份',
  category: 'staples',
  drugClass: 'none',
  photo: null,
  price: 100,
  limit: 9,
  contains: [],
  prices: [],
  retired: false,
  version: 1,
  requests: [],
  ...changes,
});

test('a round offers what the catalogue says now, with its own limit and stock, and not what is off the shelf', () => {
  const wanted = ['rice', 'oil', 'gone'].map((itemId) => ({ itemId, limit: 2, stock: 5 }));
  expect(offeredItems(wanted, [item('rice', { price: 120 }), item('oil', { retired: true })])).toEqual([
    expect.objectContaining({ itemId: 'rice', price: 120, limit: 2, stock: 5 }),
  ]);
});

test.each([
  [[['t', 'v', 'a']], 3],
  [
    [
      ['t', 'v', 'a'],
      ['t', 'v', 'b'],
    ],
    2,
  ],
  [
    [
      ['t', 'v'],
      ['t', 'w', 'c'],
    ],
    1,
  ],
  [
    [
      ['t', 'v'],
      ['u', 'x'],
    ],
    0,
  ],
  [
    [
      ['t', 'v'],
      ['t', 'v', 'b'],
    ],
    2,
  ],
])('grids %j share %i grids from the town down', (paths, depth) => {
  expect(sharedDepth(paths)).toBe(depth);
});

test('a bundle says what is in it', () => {
  const contains = [
    { name: '白菜', amount: '2 斤' },
    { name: '土豆', amount: '3 斤' },
  ];
  const wanted = [{ itemId: 'bundle', limit: 2, stock: null }];
  expect(offeredItems(wanted, [item('bundle', { spec: '2 样', contains })])[0]?.spec).toBe(
    '2 样：白菜 2 斤、土豆 3 斤',
  );
});
