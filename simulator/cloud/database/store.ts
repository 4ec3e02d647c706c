import type Libsql from 'libsql';
import { Catalogue, type Collection } from './catalogue';
import { scanAll } from './cursor';
import { fromText, storableText, toText } from './documents';
import { encodeValue } from './encoding';
import { openFiles, type OpenFiles } from './files';
import { keysOf, type Index } from './indexes';
import { codeOf, damaged } from './integrity';
import { duplicateKey } from './refusals';
import type { DatabaseSchema } from './schema';
import { Reader } from './storage';
import type { Document } from './values';

/** Documents and their index entries, kept in step. Every write happens inside `write`, which is all or nothing. */
export class Store {
  readonly catalogue: Catalogue;
  readonly reader: Reader;
  readonly #files: OpenFiles;
  readonly #connection: Libsql.Database;
  readonly #insert;
  readonly #replace;
  readonly #remove;
  readonly #enter;
  readonly #leave;
  readonly #clash;
  readonly #learned = new Set<Index>();

  constructor(folder: string, schema: DatabaseSchema, reset: boolean) {
    this.#files = openFiles(folder, reset);
    this.#connection = this.#files.connection;
    const prepare = (sql: string) => this.#connection.prepare(sql);
    this.#insert = prepare(
      'INSERT INTO documents (collection, id, body) VALUES (?, ?, ?) RETURNING seq',
    ).raw();
    this.#replace = prepare('UPDATE documents SET body = ? WHERE seq = ?');
    this.#remove = prepare('DELETE FROM documents WHERE seq = ?');
    this.#enter = prepare('INSERT INTO entries (idx, key, seq) VALUES (?, ?, ?)');
    this.#leave = prepare('DELETE FROM entries WHERE idx = ? AND key = ? AND seq = ?');
    this.#clash = prepare('SELECT 1 FROM entries WHERE idx = ? AND key = ? AND seq <> ? LIMIT 1').raw();
    this.reader = new Reader(this.#connection);
    this.catalogue = new Catalogue(this.#connection);
    try {
      this.write(() => {
        for (const { collection, index } of this.catalogue.apply(schema)) this.#build(collection, index);
      });
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Runs changes as one: a refusal half way leaves nothing behind. */
  write<T>(change: () => T): T {
    this.#connection.exec('BEGIN IMMEDIATE');
    try {
      const result = change();
      this.#connection.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK');
      // What an index learned about arrays stays known (it is only ever careful), so it must be stored again.
      for (const index of this.#learned) this.catalogue.saveMultikey(index);
      throw error;
    } finally {
      this.#learned.clear();
    }
  }

  insert(collection: Collection, document: Document): void {
    const text = storableText(document);
    const id = encodeValue(document._id);
    // Looked for, not left to SQLite: libsql gives a statement's error again to its next use.
    if (this.reader.byId(collection.id, id)) {
      throw duplicateKey(collection.name, '_id_', keyText(document, ['_id']));
    }
    const [[seq]] = this.#insert.all(collection.id, id, text) as [[number]];
    for (const index of collection.indexes) this.#enterAll(collection, index, document, seq);
  }

  replace(collection: Collection, seq: number, before: Document, after: Document): void {
    const text = storableText(after);
    this.#replace.run(text, seq);
    for (const index of collection.indexes) {
      const old = keysOf(index, before, new Set());
      const fresh = keysOf(index, after, new Set());
      const same = old.length === fresh.length && old.every((key, i) => key.equals(fresh[i]!));
      if (same) continue;
      for (const key of old) this.#leave.run(index.id, key, seq);
      this.#enterAll(collection, index, after, seq);
    }
  }

  remove(collection: Collection, seq: number, document: Document): void {
    this.#remove.run(seq);
    for (const index of collection.indexes) {
      for (const key of keysOf(index, document, new Set())) this.#leave.run(index.id, key, seq);
    }
  }

  /** A reader of the state as it is now, whatever is written later; `release` gives it back. */
  snapshot(): { reader: Reader; release(): void } {
    const connection = this.#files.connect();
    connection.exec('BEGIN');
    // SQLite takes the snapshot at the first read.
    connection.prepare('SELECT count(*) FROM collections').get();
    return { reader: new Reader(connection), release: () => connection.close() };
  }

  /** Damage that shows only while running is told like damage found at the start. */
  explain(error: unknown): unknown {
    return ['SQLITE_CORRUPT', 'SQLITE_NOTADB'].includes(codeOf(error))
      ? damaged(this.#files.file, error)
      : error;
  }

  close(): void {
    this.#files.close();
  }

  #enterAll(collection: Collection, index: Index, document: Document, seq: number): void {
    const known = index.multikey.size;
    const keys = keysOf(index, document, index.multikey);
    if (index.multikey.size > known) {
      this.catalogue.saveMultikey(index);
      this.#learned.add(index);
    }
    for (const key of keys) {
      if (index.unique && this.#clash.get(index.id, key, seq)) {
        const paths = index.keys.map(([path]) => path);
        throw duplicateKey(collection.name, index.name, keyText(document, paths));
      }
      this.#enter.run(index.id, key, seq);
    }
  }

  #build(collection: Collection, index: Index): void {
    for (const { seq, text } of scanAll(this.reader, collection.id)) {
      this.#enterAll(collection, index, fromText(text), seq);
    }
  }
}

function keyText(document: Document, paths: readonly string[]): string {
  return toText(
    Object.fromEntries(paths.map((path) => [path, path.includes('.') ? path : (document[path] ?? null)])),
  );
}
