import { distinct } from './accumulators';
import { compareValues, equalValues } from './encoding';
import { pushInto } from './push';
import { elementTest } from './query';
import { regexFrom } from './regex';
import { requestFailed } from './refusals';
import type { Place } from './update-paths';
import { BSONRegExp } from 'bson';
import { cloneValue, isNativeRegExp, isObject, isOperatorObject, typeOf } from './values';

/** Changes one place; `path` is only for messages. */
type UpdateOperator = (place: Place, operand: unknown, path: string) => void;

function numberOperand(name: string, operand: unknown): number {
  if (typeof operand !== 'number') {
    throw requestFailed(`Cannot ${name} with non-numeric argument: ${JSON.stringify(operand)}`);
  }
  return operand;
}

function numberAt(name: string, place: Place, path: string, missing: number): number {
  const value = place.get();
  if (value === undefined) return missing;
  if (typeof value !== 'number') {
    throw requestFailed(
      `Cannot apply ${name} to a value of non-numeric type. {${path}} has the field of type ${typeOf(value)}`,
    );
  }
  return value;
}

/** The array at a place; undefined where nothing is; anything else is refused. */
export function arrayAt(name: string, place: Place, path: string): unknown[] | undefined {
  const value = place.get();
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    throw requestFailed(
      `Cannot apply ${name} to a non-array field: '${path}' must be an array but is of type ${typeOf(value)}`,
    );
  }
  return value as unknown[];
}

function keep(place: Place, name: string, path: string, wanted: (item: unknown) => boolean): void {
  const array = arrayAt(name, place, path);
  if (array) place.set(array.filter(wanted));
}

/** `$pull` takes a value, operators on the element, or a query on elements that are sub-documents. */
function pullTest(operand: unknown): (item: unknown) => boolean {
  if (isNativeRegExp(operand) || operand instanceof BSONRegExp) {
    const regex = regexFrom(operand);
    return (item) => typeof item === 'string' && regex.test(item);
  }
  if (isOperatorObject(operand)) return elementTest(operand);
  if (!isObject(operand)) return (item) => equalValues(item, operand);
  const matches = elementTest(operand);
  return (item) => isObject(item) && matches(item);
}

function addToSet(place: Place, operand: unknown, path: string): void {
  const array = arrayAt('$addToSet', place, path) ?? [];
  place.set([
    ...array,
    ...distinct(addends(operand)).filter((item) => !array.some((held) => equalValues(held, item))),
  ]);
}

function addends(operand: unknown): unknown[] {
  if (!isObject(operand) || !('$each' in operand)) return [operand];
  const { $each: list, ...others } = operand;
  if (!Array.isArray(list)) throw requestFailed('The argument to $each in $addToSet must be an array');
  const [odd] = Object.keys(others);
  if (odd !== undefined) throw requestFailed(`Found unexpected fields after $each in $addToSet: ${odd}`);
  return list as unknown[];
}

function bitwise(place: Place, operand: unknown, path: string): void {
  if (!isObject(operand)) throw requestFailed('The $bit modifier is not compatible with a non-object');
  let value = numberAt('$bit', place, path, 0);
  for (const [name, argument] of Object.entries(operand)) {
    const bits = numberOperand('$bit', argument);
    if (!Number.isInteger(bits) || !Number.isInteger(value)) {
      throw requestFailed('$bit only works on integers');
    }
    if (name === 'and') value &= bits;
    else if (name === 'or') value |= bits;
    else if (name === 'xor') value ^= bits;
    else throw requestFailed(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
  }
  place.set(value);
}

/** The update operators that change one place by themselves; `$rename` and `$setOnInsert` are in update.ts. */
export const UPDATE_OPERATORS: Record<string, UpdateOperator> = {
  $set: (place, operand) => place.set(cloneValue(operand)),
  $unset: (place) => place.unset(),
  $inc: (place, operand, path) => {
    const amount = numberOperand('increment', operand);
    place.set(numberAt('$inc', place, path, 0) + amount);
  },
  $mul: (place, operand, path) => {
    const factor = numberOperand('multiply', operand);
    place.set(numberAt('$mul', place, path, 0) * factor);
  },
  $min: (place, operand) => {
    const value = place.get();
    if (value === undefined || compareValues(operand, value) < 0) place.set(cloneValue(operand));
  },
  $max: (place, operand) => {
    const value = place.get();
    if (value === undefined || compareValues(operand, value) > 0) place.set(cloneValue(operand));
  },
  $push: (place, operand, path) =>
    place.set(pushInto(arrayAt('$push', place, path) ?? [], cloneValue(operand))),
  $pull: (place, operand, path) => {
    const test = pullTest(operand);
    keep(place, '$pull', path, (item) => !test(item));
  },
  $pullAll: (place, operand, path) => {
    if (!Array.isArray(operand)) throw requestFailed('$pullAll requires an array argument');
    keep(place, '$pullAll', path, (item) => !operand.some((unwanted) => equalValues(unwanted, item)));
  },
  $pop: (place, operand, path) => {
    if (operand !== 1 && operand !== -1) throw requestFailed('$pop expects 1 or -1');
    const array = arrayAt('$pop', place, path);
    if (array) place.set(operand === 1 ? array.slice(0, -1) : array.slice(1));
  },
  $addToSet: (place, operand, path) => addToSet(place, cloneValue(operand), path),
  $bit: bitwise,
};
