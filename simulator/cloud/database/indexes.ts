import { encodeValue, inverted } from './encoding';
import { indexedValuesAt } from './paths';
import { requestFailed } from './refusals';
import type { Document } from './values';

/** An index as the engine uses it; `multikey` names the fields that have ever held an array in it. */
export interface Index {
  readonly id: number;
  readonly name: string;
  readonly keys: readonly (readonly [path: string, direction: 1 | -1])[];
  readonly unique: boolean;
  readonly multikey: Set<string>;
}

/** The index that every collection has by itself; its negative number stands for the documents' own table. */
export const idIndex = (collection: number): Index => ({
  id: -collection,
  name: '_id_',
  keys: [['_id', 1]],
  unique: true,
  multikey: new Set(),
});

/** One value's bytes in an index field: turned over where the field is declared descending. */
export function encodeField(value: unknown, direction: 1 | -1): Buffer {
  const bytes = encodeValue(value);
  return direction === 1 ? bytes : inverted(bytes);
}

/**
 * The keys under which a document stands in an index: one per array element. As in MongoDB, only one of a compound
 * index's fields may be an array. Adds to `multikey` what it finds to be an array.
 */
export function keysOf(index: Index, document: Document, multikey: Set<string>): Buffer[] {
  let keys: Buffer[] = [Buffer.alloc(0)];
  let arrayRoot: string | undefined;
  for (const [path, direction] of index.keys) {
    const { values, fromArray } = indexedValuesAt(document, path);
    if (fromArray) {
      const root = path.split('.')[0]!;
      if (arrayRoot !== undefined && arrayRoot !== root) {
        throw requestFailed(`cannot index parallel arrays [${root}] [${arrayRoot}]`);
      }
      arrayRoot = root;
      multikey.add(path);
    }
    const parts = values.map((value) => encodeField(value, direction));
    keys = keys.flatMap((key) => parts.map((part) => Buffer.concat([key, part])));
  }
  return distinctKeys(keys);
}

function distinctKeys(keys: Buffer[]): Buffer[] {
  return keys.length < 2 ? keys : [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
}
