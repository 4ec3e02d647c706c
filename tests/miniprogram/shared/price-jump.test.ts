import { jumpsOver, referencePrice, riseOf } from '../../../miniprogram/shared/price-jump';

const day = (n: number) => `2026-03-${String(n).padStart(2, '0')}T09:00:00+08:00`;
const prices = (...steps: [day: number, price: number][]) =>
  steps.map(([n, price]) => ({ at: day(n), price }));

test.each([
  ['one price since long ago', prices([1, 2500]), day(20), 2500],
  [
    'the lower one, while it was still in force when the days began',
    prices([1, 2000], [15, 2400]),
    day(14),
    2000,
  ],
  ['not one that had ended before', prices([1, 2000], [10, 2400]), day(14), 2400],
  ['the first of many small steps', prices([14, 2000], [15, 2200], [16, 2400]), day(13), 2000],
  ['a price that was low for one day only', prices([1, 2500], [15, 1800], [16, 2500]), day(10), 1800],
  ['nothing where there are no prices', [], day(14), 0],
])('the reference is %s', (_, past, since, expected) => {
  expect(referencePrice(past, since)).toBe(expected);
});

test.each([
  [2000, 2400, 20, false],
  [2000, 2401, 20, true],
  [2000, 1500, 20, false],
  [1, 2, 99, true],
  [0, 500, 20, false],
])('from %i to %i fen with %i%% allowed: %s', (reference, price, percent, expected) => {
  expect(jumpsOver(reference, price, percent)).toBe(expected);
});

test('how much dearer is said in whole per cent', () => {
  expect([riseOf(2000, 2500), riseOf(2000, 2000), riseOf(0, 100)]).toEqual([25, 0, 0]);
});
