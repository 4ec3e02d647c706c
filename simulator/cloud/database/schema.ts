/** One declared index; several fields make a compound index, 1 ascending and -1 descending. */
export interface IndexSchema {
  name: string;
  keys: [path: string, direction: 1 | -1][];
  unique?: boolean;
}

/** cloudfunctions/database.json: every collection the product uses, and what it is looked up by. */
export interface DatabaseSchema {
  collections: Record<string, { indexes?: IndexSchema[] }>;
}

/** Finds what is wrong with a schema before anything is built on it; throws a sentence that names the place. */
export function checkSchema(schema: DatabaseSchema): void {
  for (const [collection, { indexes = [] }] of Object.entries(schema.collections)) {
    const names = new Set<string>();
    for (const index of indexes) {
      const place = `database schema: ${collection}.${index.name}`;
      if (names.has(index.name)) throw new Error(`${place} is declared twice`);
      names.add(index.name);
      if (index.keys.length === 0) throw new Error(`${place} has no keys`);
      for (const key of index.keys) checkKey(place, key);
    }
  }
}

// The schema is a JSON file: its types are only a promise.
function checkKey(place: string, key: readonly unknown[]): void {
  const [path, direction] = key;
  if (typeof path !== 'string' || path.split('.').some((part) => part === '' || part.startsWith('$'))) {
    throw new Error(`${place}: '${String(path)}' is not a field path`);
  }
  if (direction !== 1 && direction !== -1) {
    throw new Error(`${place}: the direction of ${path} must be 1 or -1`);
  }
}
