import { isObject, type Document } from './values';

/*
 * How a dotted path meets arrays, as MongoDB's matcher walks it: an array on the way is entered (each sub-document in
 * it continues the path, scalars are passed over), and a number also names a position.
 */

const isPosition = (part: string) => /^(0|[1-9]\d*)$/.test(part);

/** What stands at the path, with arrays at its end left whole; `undefined` for each branch where the field is missing. */
export function valuesAt(document: Document, path: string): { value: unknown; atPosition: boolean }[] {
  const found: { value: unknown; atPosition: boolean }[] = [];
  walkObject(document, path.split('.'), found);
  return found;
}

/** What a predicate at the path is tried on: an array offers its elements, then itself. */
export function elementsAt(document: Document, path: string): unknown[] {
  const value = path.includes('.') ? undefined : own(document, path);
  if (value !== undefined) return Array.isArray(value) ? [...(value as unknown[]), value] : [value];
  return valuesAt(document, path).flatMap(({ value, atPosition }) =>
    Array.isArray(value) && !atPosition ? [...(value as unknown[]), value] : [value],
  );
}

/** The values an index holds for a document: an array's elements; `undefined` (sorts before null) for an empty array; null for nothing. */
export function indexedValuesAt(document: Document, path: string): { values: unknown[]; fromArray: boolean } {
  const found = valuesAt(document, path);
  const values = found.flatMap(({ value }) => {
    if (!Array.isArray(value)) return [value ?? null];
    return value.length === 0 ? [undefined] : (value as unknown[]);
  });
  const fromArray = found.length !== 1 || Array.isArray(found[0]?.value) || crossesArray(document, path);
  return { values: values.length === 0 ? [null] : values, fromArray };
}

function crossesArray(document: Document, path: string): boolean {
  let value: unknown = document;
  for (const part of path.split('.')) {
    if (Array.isArray(value)) return true;
    if (!isObject(value)) return false;
    value = own(value, part);
  }
  return false;
}

type Found = { value: unknown; atPosition: boolean }[];

function own(object: Document, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function walkObject(object: Document, parts: readonly string[], found: Found): void {
  const value = own(object, parts[0]!);
  const rest = parts.slice(1);
  if (rest.length === 0) found.push({ value, atPosition: false });
  else if (isObject(value)) walkObject(value, rest, found);
  else if (Array.isArray(value)) walkArray(value, rest, found);
  else found.push({ value: undefined, atPosition: false });
}

function walkArray(array: readonly unknown[], parts: readonly string[], found: Found): void {
  const [part, ...rest] = parts;
  array.forEach((item, index) => {
    if (isObject(item)) walkObject(item, parts, found);
    if (!isPosition(part!) || Number(part) !== index) return;
    if (rest.length === 0) found.push({ value: item, atPosition: true });
    else if (isObject(item)) walkObject(item, rest, found);
    else if (Array.isArray(item)) walkArray(item, rest, found);
  });
}
