import fc from 'fast-check';
import { allot, type Want } from '../../../cloudfunctions/purchase/allotment';

const want = (id: string, quantity: number, at = '08:00', care = false): Want => ({ id, quantity, at, care });
const shares = (wants: Want[], available: number): Record<string, number> =>
  Object.fromEntries(allot(wants, available));

const anyWants: fc.Arbitrary<Want[]> = fc
  .array(
    fc.record({
      quantity: fc.integer({ min: 0, max: 12 }),
      care: fc.boolean(),
      at: fc.constantFrom('08:00', '08:01', '09:30', '11:59'),
    }),
    { maxLength: 60 },
  )
  .map((wants) => wants.map((one, index) => ({ ...one, id: `order-${index}` })));

describe('what comes is shared out', () => {
  test.each([
    ['everybody gets what they ordered when enough comes', [want('a', 3), want('b', 1)], 10, { a: 3, b: 1 }],
    ['one each in turn when it does not', [want('a', 3), want('b', 3)], 4, { a: 2, b: 2 }],
    ['who ordered little keeps all of it', [want('a', 1), want('b', 5)], 4, { a: 1, b: 3 }],
    [
      'the last pieces of a turn go to whoever ordered first',
      [want('late', 2, '10:00'), want('early', 2, '08:00'), want('middle', 2, '09:00')],
      4,
      { late: 1, early: 2, middle: 1 },
    ],
    [
      'care categories come first, even when they ordered last',
      [want('a', 2, '08:00'), want('care', 2, '11:00', true)],
      3,
      { a: 1, care: 2 },
    ],
    [
      'care categories share in turn as well when there is not even enough for them',
      [want('one', 3, '08:00', true), want('two', 3, '09:00', true), want('a', 1)],
      3,
      { one: 2, two: 1, a: 0 },
    ],
    ['nothing comes, nobody gets any', [want('a', 2), want('b', 2)], 0, { a: 0, b: 0 }],
    ['the same minute is settled the same way each time', [want('b', 1), want('a', 1)], 1, { a: 1, b: 0 }],
  ])('%s', (_title, wants, available, expected) => {
    expect(shares(wants, available)).toEqual(expected);
  });

  test('never more than comes, never more than was ordered, and nothing that somebody wanted stays behind', () => {
    fc.assert(
      fc.property(anyWants, fc.integer({ min: 0, max: 400 }), (wants, available) => {
        const given = allot(wants, available);
        const total = [...given.values()].reduce((sum, one) => sum + one, 0);
        const wanted = wants.reduce((sum, { quantity }) => sum + quantity, 0);
        expect(total).toBe(Math.min(available, wanted));
        expect(given.size).toBe(wants.length);
        for (const { id, quantity } of wants) {
          expect(given.get(id)).toBeGreaterThanOrEqual(0);
          expect(given.get(id)).toBeLessThanOrEqual(quantity);
        }
      }),
    );
  });

  test('two of a group differ by one at most, unless the smaller one got all it ordered; the earlier one is never behind', () => {
    fc.assert(
      fc.property(anyWants, fc.integer({ min: 0, max: 200 }), (wants, available) => {
        const given = allot(wants, available);
        const of = ({ id }: Want): number => given.get(id) ?? -1;
        for (const one of wants)
          for (const other of wants.filter(({ care }) => care === one.care)) {
            if (of(one) === one.quantity) continue;
            expect(of(other) - of(one)).toBeLessThanOrEqual(1);
            if (one.at < other.at) expect(of(other)).toBeLessThanOrEqual(of(one));
          }
      }),
    );
  });

  test('nobody outside of the care categories gets a piece while one of these lacks some', () => {
    fc.assert(
      fc.property(anyWants, fc.integer({ min: 0, max: 200 }), (wants, available) => {
        const given = allot(wants, available);
        const lacking = wants.some(({ id, quantity, care }) => care && (given.get(id) ?? 0) < quantity);
        const others = wants.filter(({ care }) => !care).map(({ id }) => given.get(id) ?? 0);
        if (lacking) expect(Math.max(0, ...others)).toBe(0);
      }),
    );
  });

  test('the order in which wants are read changes nothing', () => {
    fc.assert(
      fc.property(anyWants, fc.integer({ min: 0, max: 200 }), (wants, available) => {
        expect(shares([...wants].reverse(), available)).toEqual(shares(wants, available));
      }),
    );
  });
});
