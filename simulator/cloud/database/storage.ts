import type Libsql from 'libsql';
import { afterPrefix } from './encoding';

/** A document as stored: its place in insertion order, its encoded `_id` and its text. */
export interface StoredRow {
  seq: number;
  text: string;
}

/** One stretch of an index: keys from `from` (included) up to `to` (excluded). A negative index means `_id`, see idIndex. */
export interface KeyRange {
  index: number;
  from: Buffer;
  to: Buffer | undefined;
}

export interface EntryRow extends StoredRow {
  key: Buffer;
}

/** Longer than any key, for a range without an upper end. */
const LAST_KEY = Buffer.alloc(64, 0xff);

/**
 * Reading from one connection: the newest state, or a transaction's snapshot when the connection holds a read
 * transaction. Reads come in pages by key, so that a cursor is never left open.
 */
export class Reader {
  readonly #byId;
  readonly #scan;
  readonly #count;
  readonly #entries;
  readonly #entriesBack;
  readonly #ids;
  readonly #idsBack;
  readonly #seqs;
  readonly #idSeqs;
  readonly #page;
  readonly #entryCount;
  readonly #idCount;

  constructor(connection: Libsql.Database) {
    const rows = (sql: string) => connection.prepare(sql).raw();
    const joined = (bounds: string, direction: string) =>
      rows(
        `SELECT e.key, e.seq, d.body FROM entries e CROSS JOIN documents d ON d.seq = e.seq
         WHERE e.idx = ? AND ${bounds} ORDER BY e.key ${direction}, e.seq ${direction} LIMIT ?`,
      );
    const byIds = (bounds: string, direction: string) =>
      rows(
        `SELECT id, seq, body FROM documents WHERE collection = ? AND ${bounds} ORDER BY id ${direction} LIMIT ?`,
      );
    this.#byId = rows('SELECT seq, body FROM documents WHERE collection = ? AND id = ?');
    this.#scan = rows(
      'SELECT seq, body FROM documents WHERE collection = ? AND seq > ? ORDER BY seq LIMIT ?',
    );
    this.#count = rows('SELECT count(*) FROM documents WHERE collection = ?');
    this.#entries = joined('(e.key, e.seq) > (?, ?) AND e.key < ?', 'ASC');
    this.#entriesBack = joined('e.key >= ? AND (e.key, e.seq) < (?, ?)', 'DESC');
    this.#ids = byIds('(id, seq) > (?, ?) AND id < ?', 'ASC');
    this.#idsBack = byIds('id >= ? AND (id, seq) < (?, ?)', 'DESC');
    this.#entryCount = rows('SELECT count(*) FROM entries WHERE idx = ? AND key >= ? AND key < ?');
    this.#idCount = rows('SELECT count(*) FROM documents WHERE collection = ? AND id >= ? AND id < ?');
    this.#idSeqs = rows('SELECT seq FROM documents WHERE collection = ? AND id >= ? AND id < ?');
    this.#page = rows('SELECT body FROM documents WHERE collection = ? ORDER BY seq LIMIT ? OFFSET ?');
    this.#seqs = rows('SELECT seq FROM entries WHERE idx = ? AND key >= ? AND key < ?');
  }

  byId(collection: number, id: Buffer): StoredRow | undefined {
    const row = this.#byId.get(collection, id) as [number, string] | undefined;
    return row && { seq: row[0], text: row[1] };
  }

  /** The next documents in insertion order. */
  scan(collection: number, afterSeq: number, limit: number): StoredRow[] {
    return (this.#scan.all(collection, afterSeq, limit) as [number, string][]).map(([seq, text]) => ({
      seq,
      text,
    }));
  }

  /** One page in insertion order, for looking around. */
  page(collection: number, offset: number, limit: number): string[] {
    return (this.#page.all(collection, limit, offset) as [string][]).map(([text]) => text);
  }

  count(collection: number): number {
    return (this.#count.get(collection) as [number])[0];
  }

  /** The next entries of an index range after (or, backwards, before) a given entry. */
  entries(range: KeyRange, after: EntryRow | undefined, limit: number, backwards: boolean): EntryRow[] {
    const to = range.to ?? LAST_KEY;
    const ofIds = range.index < 0;
    const rows = (
      backwards
        ? (ofIds ? this.#idsBack : this.#entriesBack).all(
            Math.abs(range.index),
            range.from,
            after?.key ?? to,
            after?.seq ?? 0,
            limit,
          )
        : (ofIds ? this.#ids : this.#entries).all(
            Math.abs(range.index),
            after?.key ?? range.from,
            after?.seq ?? -1,
            to,
            limit,
          )
    ) as [Buffer, number, string][];
    return rows.map(([key, seq, text]) => ({ key, seq, text }));
  }

  /** How many entries an index range holds. */
  countIn(range: KeyRange): number {
    const statement = range.index < 0 ? this.#idCount : this.#entryCount;
    const bounds = [Math.abs(range.index), range.from, range.to ?? LAST_KEY];
    return (statement.get(...bounds) as [number])[0];
  }

  /** Which documents an index range holds, without reading them. */
  seqsIn(range: KeyRange): number[] {
    const statement = range.index < 0 ? this.#idSeqs : this.#seqs;
    return (statement.all(Math.abs(range.index), range.from, range.to ?? LAST_KEY) as [number][]).map(
      ([seq]) => seq,
    );
  }
}

export const rangeOfPrefix = (index: number, prefix: Buffer): KeyRange => ({
  index,
  from: prefix,
  to: afterPrefix(prefix),
});
