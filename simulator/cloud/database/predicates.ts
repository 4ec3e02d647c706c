import { compareValues, equalValues } from './encoding';
import { elementsAt, valuesAt } from './paths';
import { regexFrom } from './regex';
import { invalidOperator, requestFailed } from './refusals';
import { isNativeRegExp, isObject, isOperatorObject, typeOf, type Document } from './values';
import { typePredicate } from './type-names';
import { BSONRegExp } from 'bson';

/** Tries one value: a field's value, or an element of its array; `undefined` stands for a missing field. */
export type ElementPredicate = (value: unknown) => boolean;
export type DocumentPredicate = (document: Document) => boolean;

const isRegex = (value: unknown): value is RegExp | BSONRegExp =>
  isNativeRegExp(value) || value instanceof BSONRegExp;

/** `{field: value}` and `$eq`: null also finds missing fields. A regular expression here is one to match with. */
export function equals(operand: unknown): ElementPredicate {
  if (operand === null || operand === undefined) return (value) => value === null || value === undefined;
  return (value) => equalValues(value, operand);
}

function equalsOrMatches(operand: unknown): ElementPredicate {
  return isRegex(operand) ? matches(regexFrom(operand)) : equals(operand);
}

function matches(regex: RegExp): ElementPredicate {
  return (value) =>
    typeof value === 'string'
      ? regex.test(value)
      : isRegex(value) && regexFrom(value).source === regex.source;
}

/** Range comparison never leaves the operand's type; null takes part only where equality is included. */
function compares(operand: unknown, holds: (order: number) => boolean): ElementPredicate {
  if (isRegex(operand)) throw requestFailed("Can't have RegEx as arg to predicate over field");
  if (operand === null) return holds(0) ? equals(null) : () => false;
  const type = typeOf(operand);
  if (Number.isNaN(operand)) return (value) => Number.isNaN(value) && holds(0);
  return (value) =>
    value !== undefined &&
    !Number.isNaN(value) &&
    typeOf(value) === type &&
    holds(compareValues(value, operand));
}

function remainder(operand: unknown): ElementPredicate {
  const [divisor, rest, ...more] = Array.isArray(operand) ? (operand as unknown[]) : [];
  if (typeof divisor !== 'number' || typeof rest !== 'number' || more.length > 0) {
    throw requestFailed('malformed mod, needs to be an array of two numbers');
  }
  const by = Math.trunc(divisor);
  const left = Math.trunc(rest);
  if (by === 0) throw requestFailed('divisor cannot be 0');
  return (value) => typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % by === left;
}

function listOf(operator: string, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw requestFailed(`${operator} needs an array`);
  const odd = (operand as unknown[]).find((item) => isOperatorObject(item));
  if (odd !== undefined && operator !== '$all') throw requestFailed(`cannot nest $ under ${operator}`);
  return operand as unknown[];
}

function oneOf(operator: string, operand: unknown): ElementPredicate {
  const predicates = listOf(operator, operand).map(equalsOrMatches);
  return (value) => predicates.some((predicate) => predicate(value));
}

/** The operators that look at one element at a time; an array field holds when one of its elements does. */
export const ELEMENT_OPERATORS: Record<string, (operand: unknown, options: Document) => ElementPredicate> = {
  $eq: (operand) => equals(operand),
  $gt: (operand) => compares(operand, (order) => order > 0),
  $gte: (operand) => compares(operand, (order) => order >= 0),
  $lt: (operand) => compares(operand, (order) => order < 0),
  $lte: (operand) => compares(operand, (order) => order <= 0),
  $in: (operand) => oneOf('$in', operand),
  $mod: (operand) => remainder(operand),
  $type: (operand) => typePredicate(operand),
  $regex: (operand, { $options: flags }) => matches(regexFrom(operand, flags)),
};

/** `$size` and `$elemMatch` look at the array as a whole, not at its elements one by one. */
export function size(path: string, operand: unknown): DocumentPredicate {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) {
    throw requestFailed('$size must be a whole number that is not negative');
  }
  return (document) =>
    valuesAt(document, path).some(({ value }) => Array.isArray(value) && value.length === operand);
}

export function exists(path: string, operand: unknown): DocumentPredicate {
  const wanted = Boolean(operand);
  return (document) => valuesAt(document, path).some(({ value }) => value !== undefined) === wanted;
}

export function elementMatches(path: string, test: ElementPredicate): DocumentPredicate {
  return (document) =>
    valuesAt(document, path).some(({ value }) => Array.isArray(value) && (value as unknown[]).some(test));
}

/** `$all`: each listed value (or `$elemMatch`) is found; an empty list finds nothing. */
export function all(
  path: string,
  operand: unknown,
  elemMatch: (operand: unknown) => DocumentPredicate,
): DocumentPredicate {
  const predicates = listOf('$all', operand).map((item): DocumentPredicate => {
    if (isObject(item) && '$elemMatch' in item) return elemMatch(item.$elemMatch);
    if (isOperatorObject(item)) throw requestFailed('no $ expressions in $all');
    return anyElement(path, equalsOrMatches(item));
  });
  return (document) => predicates.length > 0 && predicates.every((predicate) => predicate(document));
}

export const anyElement =
  (path: string, predicate: ElementPredicate): DocumentPredicate =>
  (document) =>
    elementsAt(document, path).some(predicate);

/** What CloudBase offers and the simulator does not; everything else unknown is refused in MongoDB's words. */
export function refuseOperator(operator: string): never {
  if (['$geoNear', '$near', '$nearSphere', '$geoWithin', '$geoIntersects'].includes(operator)) {
    throw invalidOperator(`geo queries (${operator}) are not emulated by the simulator`);
  }
  if (operator === '$jsonSchema') throw invalidOperator('$jsonSchema is not emulated by the simulator');
  throw invalidOperator(`unknown operator: ${operator}`);
}
