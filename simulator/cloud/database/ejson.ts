import { BSONRegExp, EJSON, ObjectId } from 'bson';
import { isObject, type Document } from './values';

/**
 * Reads EJSON, canonical or relaxed. Not bson's own parser: that takes every object with a `$regex` for a regular
 * expression, and so loses what stands beside it in a query.
 */
export function parseEjson(text: string): unknown {
  const value = JSON.parse(text) as unknown;
  return text.includes('"$') ? revive(value) : value;
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Document;
  for (const key in object) {
    if (key.startsWith('$')) {
      const wrapper = WRAPPERS[key];
      if (wrapper) return wrapper(object[key], object);
    }
    break;
  }
  for (const key in object) object[key] = revive(object[key]);
  return object;
}

const number = (value: unknown) => Number(value);
const byBson = (_: unknown, whole: Document): unknown => EJSON.deserialize(whole);

/** Types that a document here cannot hold are read all the same, so that they are refused by their name. */
const WRAPPERS: Record<string, (value: unknown, whole: Document) => unknown> = {
  $numberInt: number,
  $numberLong: number,
  $numberDouble: number,
  $date: (value) => new Date(isObject(value) ? Number(value.$numberLong) : (value as string | number)),
  $oid: (value) => new ObjectId(value as string),
  $regularExpression: (value) => {
    const { pattern, options } = value as { pattern: string; options: string };
    return new BSONRegExp(pattern, options);
  },
  $binary: byBson,
  $uuid: byBson,
  $numberDecimal: byBson,
  $timestamp: byBson,
  $minKey: byBson,
  $maxKey: byBson,
  $code: byBson,
  $symbol: byBson,
};
