import { requestFailed } from './refusals';
import { typeOf, type ValueType } from './values';

const INT32 = 2 ** 31;
const isInt = (value: unknown) =>
  Number.isInteger(value) && Math.abs(value as number) <= INT32 && value !== INT32;

type Test = (value: unknown, type: ValueType) => boolean;
const ofType =
  (wanted: ValueType): Test =>
  (_, type) =>
    type === wanted;

/** The SDK sends a JavaScript integer as int or long by its size, and any other number as double: so are they told apart. */
const TYPES: [names: (string | number)[], test: Test][] = [
  [['double', 1], (value, type) => type === 'number' && !Number.isSafeInteger(value)],
  [['string', 2], ofType('string')],
  [['object', 3], ofType('object')],
  [['array', 4], ofType('array')],
  [['binData', 5], ofType('binData')],
  [['objectId', 7], ofType('objectId')],
  [['bool', 8], ofType('bool')],
  [['date', 9], ofType('date')],
  [['null', 10], ofType('null')],
  [['regex', 11], ofType('regex')],
  [['int', 16], (value, type) => type === 'number' && isInt(value)],
  [['long', 18], (value, type) => type === 'number' && Number.isSafeInteger(value) && !isInt(value)],
  [['number'], ofType('number')],
  // Types that a document here never holds: known names that find nothing.
  [
    ['undefined', 6, 'javascript', 13, 'timestamp', 17, 'decimal', 19, 'minKey', -1, 'maxKey', 127],
    () => false,
  ],
];

function testFor(name: unknown): Test {
  const known = TYPES.find(([names]) => (names as unknown[]).includes(name));
  if (!known) throw requestFailed(`Unknown type name alias: ${String(name)}`);
  return known[1];
}

/** `$type` by MongoDB's names or numbers, one or a list of them; a missing field has no type. */
export function typePredicate(operand: unknown): (value: unknown) => boolean {
  const tests = (Array.isArray(operand) ? (operand as unknown[]) : [operand]).map(testFor);
  if (tests.length === 0) throw requestFailed('type must match at least one type');
  return (value) => value !== undefined && tests.some((test) => test(value, typeOf(value)));
}
