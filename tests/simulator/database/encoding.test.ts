import { Binary, BSONRegExp, ObjectId } from 'bson';
import fc from 'fast-check';
import {
  afterPrefix,
  compareValues,
  encodeValue,
  inverted,
} from '../../../simulator/cloud/database/encoding';

const sign = Math.sign;
const text = fc.string({ unit: 'grapheme' });
const any = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.double(),
    fc.integer(),
    text,
    fc.boolean(),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string({ minLength: 1, maxLength: 2 }), tie('value'), { maxKeys: 3 }),
  ),
})).value;

test('numbers keep their order', () => {
  const number = fc.oneof(
    fc.double({ noNaN: true }),
    fc.constantFrom(0, -0, Infinity, -Infinity, Number.MIN_VALUE),
  );
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(sign(Buffer.compare(encodeValue(a), encodeValue(b)))).toBe(a === b ? 0 : a < b ? -1 : 1);
    }),
  );
});

test('text is ordered by its UTF-8 bytes, also with NUL inside', () => {
  const odd = fc.oneof(
    text,
    fc
      .array(fc.constantFrom('\0', '\u0001', 'a', '村', '😷', '\uffff'), { maxLength: 4 })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(odd, odd, (a, b) => {
      expect(sign(Buffer.compare(encodeValue(a), encodeValue(b)))).toBe(
        sign(Buffer.compare(Buffer.from(a), Buffer.from(b))),
      );
    }),
  );
});

test("no value's bytes begin another's, so keys of several fields compare field by field", () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      const [first, second] = [encodeValue(a), encodeValue(b)];
      if (!first.equals(second)) expect(second.subarray(0, first.length).equals(first)).toBe(false);
    }),
  );
});

test('turned over, the order is the reverse', () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      const [first, second] = [encodeValue(a), encodeValue(b)];
      const order = Buffer.compare(first, second);
      expect(sign(Buffer.compare(inverted(first), inverted(second)))).toBe(order === 0 ? 0 : -sign(order));
    }),
  );
});

test('what follows a prefix comes after all that begin with it, and before everything else that is greater', () => {
  expect(afterPrefix(Buffer.from([1, 2]))).toEqual(Buffer.from([1, 3]));
  expect(afterPrefix(Buffer.from([1, 255, 255]))).toEqual(Buffer.from([2]));
  expect(afterPrefix(Buffer.from([255]))).toBeUndefined();
});

test("the types stand in MongoDB's order", () => {
  const inOrder: unknown[] = [
    undefined,
    null,
    NaN,
    -Infinity,
    -1,
    0,
    1.5,
    '',
    'B',
    'a',
    {},
    { a: 1 },
    { a: 1, b: 1 },
    { a: 2 },
    { b: 1 },
    { a: 'x' },
    [],
    [1],
    [1, 2],
    [2],
    new Binary(Buffer.from([9])),
    new Binary(Buffer.from([1, 2])),
    new ObjectId('000000000000000000000001'),
    new ObjectId('000000000000000000000002'),
    false,
    true,
    new Date(-5),
    new Date(5),
    new BSONRegExp('a'),
    new BSONRegExp('b'),
  ];
  inOrder.forEach((a, i) => {
    inOrder.forEach((b, j) => {
      expect([a, b, sign(compareValues(a, b))]).toEqual([a, b, sign(i - j)]);
    });
  });
});
