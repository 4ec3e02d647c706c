import Libsql from 'libsql';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DATABASE = 'database.db';
const LOCK = 'database.lock';
/** "CUNA" and the version of the tables below; another number is another program's file, or damage. */
const APPLICATION_ID = 0x43554e41;
const FORMAT = 1;

const TABLES = `
  CREATE TABLE collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, declared INTEGER NOT NULL);
  CREATE TABLE indexes (
    id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
    multikey TEXT NOT NULL, UNIQUE (collection, name)
  );
  CREATE TABLE documents (
    seq INTEGER PRIMARY KEY, collection INTEGER NOT NULL, id BLOB NOT NULL, body TEXT NOT NULL, UNIQUE (collection, id)
  );
  CREATE INDEX documents_in_order ON documents (collection, seq);
  CREATE TABLE entries (idx INTEGER, key BLOB, seq INTEGER, PRIMARY KEY (idx, key, seq)) WITHOUT ROWID;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${FORMAT};
`;

/** The data folder could not be used; says which file and what to do about it. */
export class DataFolderError extends Error {
  override name = 'DataFolderError';
}

export interface OpenFiles {
  readonly connection: Libsql.Database;
  /** Another connection to the same file, for a snapshot. */
  connect(): Libsql.Database;
  close(): void;
}

/**
 * Opens the data folder, for this process alone. `:memory:` is a folder of its own that goes when closed, because
 * snapshots need a second connection.
 */
export function openFiles(folder: string, reset: boolean): OpenFiles {
  const temporary = folder === ':memory:';
  const place = temporary ? mkdtempSync(join(tmpdir(), 'cunan-database-')) : folder;
  mkdirSync(place, { recursive: true });
  const lock = takeLock(join(place, LOCK));
  const file = join(place, DATABASE);
  try {
    if (reset) for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    const connection = openOrCreate(file, temporary);
    return {
      connection,
      connect: () => new Libsql(file),
      close: () => {
        connection.close();
        lock.close();
        if (temporary) rmSync(place, { recursive: true, force: true });
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** A lock that the operating system releases when its process dies, however it dies. */
function takeLock(file: string): Libsql.Database {
  const lock = new Libsql(file);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (codeOf(error).startsWith('SQLITE_BUSY')) {
      throw new DataFolderError(
        `The data folder is in use by another simulator (${file}). Stop that one, or give this one another folder with --data.`,
      );
    }
    throw damaged(file, error);
  }
}

function openOrCreate(file: string, temporary: boolean): Libsql.Database {
  if (!existsSync(file)) {
    if (existsSync(`${file}-wal`)) throw damaged(file, 'the file is missing beside its log');
    create(file);
  }
  const connection = new Libsql(file);
  try {
    check(connection);
    // WAL without a sync on every commit: what was acknowledged is in the system's hands and survives kill -9. Only a
    // power cut may take the last moments, never the file's consistency. A throw-away folder needs no sync at all.
    connection.exec(`PRAGMA synchronous = ${temporary ? 'OFF' : 'NORMAL'}; PRAGMA cache_size = -65536`);
    return connection;
  } catch (error) {
    connection.close();
    throw error instanceof DataFolderError ? error : damaged(file, error);
  }
}

/** Made complete under another name first: so a file of the right name that is empty or half there is damage. */
function create(file: string): void {
  const unfinished = `${file}.new`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true });
  const connection = new Libsql(unfinished);
  connection.exec(`PRAGMA page_size = 8192; BEGIN; ${TABLES} COMMIT; PRAGMA journal_mode = WAL;`);
  connection.close();
  renameSync(unfinished, file);
}

function check(connection: Libsql.Database): void {
  const pragma = (name: string) => (connection.prepare(`PRAGMA ${name}`).raw().get() as unknown[])[0];
  if (pragma('application_id') !== APPLICATION_ID) throw new Error('it is not a database of this simulator');
  if (pragma('user_version') !== FORMAT)
    throw new Error('it was written by another version of the simulator');
  const problem = pragma('quick_check(1)');
  if (problem !== 'ok') throw new Error(String(problem));
}

/** Whatever SQLite found wrong, in words that say what can be done; nothing has been written. */
export function damaged(file: string, reason: unknown): DataFolderError {
  const detail = reason instanceof Error ? reason.message : String(reason);
  return new DataFolderError(
    `The data file ${file} is damaged (${detail}). Nothing was changed. Restore it from a copy, or start over with --reset, which deletes it.`,
  );
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');
