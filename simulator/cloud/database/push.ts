import { compareValues } from './encoding';
import { requestFailed } from './refusals';
import { sortBy, sortFrom } from './sorting';
import { isObject } from './values';

const MODIFIERS = ['$each', '$position', '$sort', '$slice'];

/** `$push`: one value, or `$each` with a position, then a sort, then a slice, in this order whatever the spelling. */
export function pushInto(array: readonly unknown[], operand: unknown): unknown[] {
  if (!isObject(operand) || !('$each' in operand)) return [...array, operand];
  const odd = Object.keys(operand).find((key) => !MODIFIERS.includes(key));
  if (odd !== undefined) throw requestFailed(`Unrecognized clause in $push: ${odd}`);
  const { $each: added, $position: position, $sort: sort, $slice: slice } = operand;
  if (!Array.isArray(added)) throw requestFailed('The argument to $each in $push must be an array');
  const at = position === undefined ? array.length : whole('$position', position);
  const start = at < 0 ? Math.max(0, array.length + at) : Math.min(at, array.length);
  const together = [...array.slice(0, start), ...(added as unknown[]), ...array.slice(start)];
  const sorted = sort === undefined ? together : sortedItems(together, sort);
  if (slice === undefined) return sorted;
  const count = whole('$slice', slice);
  return count < 0 ? sorted.slice(count) : sorted.slice(0, count);
}

function whole(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw requestFailed(`The value for ${name} must be an integer value but was given type: ${typeof value}`);
}

function sortedItems(items: readonly unknown[], sort: unknown): unknown[] {
  if (sort === 1 || sort === -1) return [...items].sort((a, b) => compareValues(a, b) * sort);
  if (!isObject(sort) || Object.keys(sort).length === 0) {
    throw requestFailed('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  }
  return sortBy(items, sortFrom(sort), (item) => (isObject(item) ? item : {}));
}
