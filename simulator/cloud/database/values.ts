import { Binary, BSONRegExp, ObjectId } from 'bson';

/** A document as the engine holds it: plain objects, arrays, Date, and bson's ObjectId, Binary and BSONRegExp. */
export type Document = Record<string, unknown>;

/** BSON's types in the order in which MongoDB compares values of different types; `missing` is a field that isn't there. */
export const TYPE_ORDER = [
  'missing',
  'null',
  'number',
  'string',
  'object',
  'array',
  'binData',
  'objectId',
  'bool',
  'date',
  'regex',
] as const;
export type ValueType = (typeof TYPE_ORDER)[number];

// By tag, not instanceof: jest's sandbox has Date and RegExp classes of its own.
const tagOf = (value: unknown) => Object.prototype.toString.call(value);
export const isDate = (value: unknown): value is Date => tagOf(value) === '[object Date]';
export const isNativeRegExp = (value: unknown): value is RegExp => tagOf(value) === '[object RegExp]';

/** The BSON type of a value; throws on what CloudBase's documents cannot hold. */
export function typeOf(value: unknown): ValueType {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'number':
      return 'number';
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'object':
      return typeOfObject(value);
    default:
      throw new TypeError(`a document cannot hold a ${typeof value}`);
  }
}

function typeOfObject(value: object | null): ValueType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (isDate(value)) return 'date';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof BSONRegExp || isNativeRegExp(value)) return 'regex';
  if (value instanceof Binary) return 'binData';
  if ('_bsontype' in value) throw new TypeError(`a document cannot hold a ${String(value._bsontype)}`);
  return 'object';
}

/** A plain sub-document: not an array, not a date, not one of bson's classes. */
export const isObject = (value: unknown): value is Document =>
  typeof value === 'object' && typeOfObject(value) === 'object';

/** An expression like `{$gte: 1}`: an object whose first key is an operator. */
export const isOperatorObject = (value: unknown): value is Document =>
  isObject(value) && (Object.keys(value)[0]?.startsWith('$') ?? false);

/** A copy that shares nothing changeable with the original. */
export function cloneValue<T>(value: T): T;
export function cloneValue(value: unknown): unknown {
  if (Array.isArray(value)) return (value as unknown[]).map((item) => cloneValue(item));
  if (isDate(value)) return new Date(value.getTime());
  if (!isObject(value)) return value;
  const copy: Document = {};
  for (const [key, item] of Object.entries(value)) copy[key] = cloneValue(item);
  return copy;
}
