import type Libsql from 'libsql';
import type { Index } from './indexes';
import { noSuchCollection, requestFailed } from './refusals';
import type { DatabaseSchema, IndexSchema } from './schema';

export interface Collection {
  readonly id: number;
  readonly name: string;
  readonly indexes: Index[];
}

/** Indexes of the schema that are not built yet; their entries are to be made from the documents. */
export interface Unbuilt {
  collection: Collection;
  index: Index;
}

/** Which collections and indexes there are: those of the schema, and collections that functions have added. */
export class Catalogue {
  readonly #collections = new Map<string, Collection>();

  constructor(private readonly connection: Libsql.Database) {}

  get(name: unknown): Collection {
    const collection = typeof name === 'string' ? this.#collections.get(name) : undefined;
    if (!collection) throw noSuchCollection(String(name));
    return collection;
  }

  all(): Collection[] {
    return [...this.#collections.values()];
  }

  /** `createCollection`: CloudBase refuses a name that exists. */
  add(name: unknown): void {
    if (typeof name !== 'string' || !/^[A-Za-z][\w-]{0,63}$/.test(name)) {
      throw requestFailed(`invalid collection name: ${String(name)}`);
    }
    if (this.#collections.has(name)) throw requestFailed(`[ResourceExist] Table exist: ${name}`);
    const existing = this.#storedId(name);
    this.#remember(name, existing ?? this.#insert(name, 0));
  }

  /** Brings the stored catalogue in line with the schema: drops indexes no longer declared, returns those to be built. */
  apply(schema: DatabaseSchema): Unbuilt[] {
    this.connection.exec('UPDATE collections SET declared = 0 WHERE declared = 1');
    const unbuilt: Unbuilt[] = [];
    for (const [name, { indexes = [] }] of Object.entries(schema.collections)) {
      const id = this.#storedId(name) ?? this.#insert(name, 1);
      this.connection.prepare('UPDATE collections SET declared = 1 WHERE id = ?').run(id);
      const collection = this.#remember(name, id);
      for (const index of this.#applyIndexes(collection, indexes)) unbuilt.push({ collection, index });
    }
    const added = this.connection.prepare('SELECT name, id FROM collections WHERE declared = 2').raw().all();
    for (const [name, id] of added as [string, number][]) this.#remember(name, id);
    return unbuilt;
  }

  /** Keeps what an index has learned about array fields. */
  saveMultikey(index: Index): void {
    this.connection
      .prepare('UPDATE indexes SET multikey = ? WHERE id = ?')
      .run(JSON.stringify([...index.multikey]), index.id);
  }

  #applyIndexes(collection: Collection, declared: readonly IndexSchema[]): Index[] {
    const rows = this.connection
      .prepare('SELECT id, name, definition, multikey FROM indexes WHERE collection = ?')
      .raw()
      .all(collection.id) as [number, string, string, string][];
    const unbuilt: Index[] = [];
    const kept = new Set<number>();
    for (const schema of declared) {
      const definition = JSON.stringify([schema.keys, schema.unique ?? false]);
      const row = rows.find(([, name, stored]) => name === schema.name && stored === definition);
      if (row) kept.add(row[0]);
    }
    for (const [id] of rows) if (!kept.has(id)) this.#drop(id);
    for (const schema of declared) {
      const row = rows.find(([id, name]) => kept.has(id) && name === schema.name);
      const id = row?.[0] ?? this.#insertIndex(collection.id, schema);
      const multikey = new Set(row ? (JSON.parse(row[3]) as string[]) : []);
      const index = { id, name: schema.name, keys: schema.keys, unique: schema.unique ?? false, multikey };
      collection.indexes.push(index);
      if (!row) unbuilt.push(index);
    }
    return unbuilt;
  }

  #insert(name: string, declared: 0 | 1): number {
    // 2 marks a collection that functions added: it outlives a schema that doesn't know it.
    const row = this.connection
      .prepare('INSERT INTO collections (name, declared) VALUES (?, ?) RETURNING id')
      .raw()
      .get(name, declared === 1 ? 1 : 2) as [number];
    return row[0];
  }

  #insertIndex(collection: number, schema: IndexSchema): number {
    const row = this.connection
      .prepare(
        `INSERT INTO indexes (collection, name, definition, multikey) VALUES (?, ?, ?, '[]') RETURNING id`,
      )
      .raw()
      .get(collection, schema.name, JSON.stringify([schema.keys, schema.unique ?? false])) as [number];
    return row[0];
  }

  #drop(index: number): void {
    this.connection.prepare('DELETE FROM entries WHERE idx = ?').run(index);
    this.connection.prepare('DELETE FROM indexes WHERE id = ?').run(index);
  }

  #storedId(name: string): number | undefined {
    const row = this.connection.prepare('SELECT id FROM collections WHERE name = ?').raw().get(name);
    return (row as [number] | undefined)?.[0];
  }

  #remember(name: string, id: number): Collection {
    const collection = this.#collections.get(name) ?? { id, name, indexes: [] };
    this.#collections.set(name, collection);
    return collection;
  }
}
