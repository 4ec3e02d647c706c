import { encodeValue } from './encoding';
import { indexedValuesAt } from './paths';
import type { Sort } from './planner';
import { invalidParameter, requestFailed } from './refusals';
import { isObject, type Document } from './values';

/** `{field: 1, other: -1}` in the order of its fields; anything else is refused. */
export function sortFrom(specification: unknown): Sort {
  if (specification === undefined || specification === null) return [];
  // The document database also knows a list of {field, direction}, which older SDKs send.
  if (Array.isArray(specification)) return (specification as unknown[]).map(pairFrom);
  if (!isObject(specification)) {
    throw invalidParameter('the order must be an object of fields and directions');
  }
  return Object.entries(specification).map(([path, direction]) => [path, directionFrom(path, direction)]);
}

function pairFrom(item: unknown): Sort[number] {
  if (!isObject(item) || typeof item.field !== 'string') throw invalidParameter('each order needs a field');
  const { field, direction } = item;
  return [field, direction === 'desc' ? -1 : direction === 'asc' ? 1 : directionFrom(field, direction)];
}

function directionFrom(path: string, direction: unknown): 1 | -1 {
  if (direction === 1 || direction === -1) return direction;
  throw requestFailed(`$sort key ordering must be 1 (for ascending) or -1 (for descending): ${path}`);
}

/**
 * Sorts as MongoDB does: values of different types in the order of their types, missing as null, an array by its
 * smallest element when ascending and its largest when descending. Equals keep their order.
 */
export function sortBy<T>(items: readonly T[], sort: Sort, documentOf: (item: T) => Document): T[] {
  if (sort.length === 0) return [...items];
  const keyed = items.map((item) => ({ item, keys: sort.map((part) => sortKey(documentOf(item), part)) }));
  keyed.sort((a, b) => {
    for (let i = 0; i < sort.length; i++) {
      const order = Buffer.compare(a.keys[i]!, b.keys[i]!) * sort[i]![1];
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}

function sortKey(document: Document, [path, direction]: Sort[number]): Buffer {
  return indexedValuesAt(document, path)
    .values.map(encodeValue)
    .reduce((best, key) => (Buffer.compare(key, best) * direction < 0 ? key : best));
}
