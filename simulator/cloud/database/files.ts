import Libsql from 'libsql';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  APPLICATION_ID,
  DataFolderError,
  FORMAT,
  PAGE_SIZE,
  checkFiles,
  checkPages,
  codeOf,
  damaged,
} from './integrity';

const DATABASE = 'database.db';
const LOCK = 'database.lock';

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

export interface OpenFiles {
  readonly file: string;
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
    if (reset) removeFiles(file);
    const connection = openOrCreate(file, temporary);
    return {
      file,
      connection,
      connect: () => new Libsql(file),
      close: () => {
        // Everything into the one file, so that the folder can be copied and its damage seen.
        if (!temporary) connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
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
  if (existsSync(file)) checkFiles(file);
  else if (existsSync(`${file}-wal`)) throw damaged(file, 'it is missing beside its log');
  else create(file);
  const connection = new Libsql(file);
  checkPages(connection, file);
  // WAL without a sync on every commit: what was acknowledged is in the system's hands and survives kill -9. Only a
  // power cut may take the last moments, never the file's consistency. A throw-away folder needs no sync at all.
  connection.exec(`PRAGMA synchronous = ${temporary ? 'OFF' : 'NORMAL'}; PRAGMA cache_size = -65536`);
  return connection;
}

/** Made complete under another name first: so a file of the right name that is empty or half there is damage. */
function create(file: string): void {
  const unfinished = `${file}.new`;
  removeFiles(unfinished);
  const connection = new Libsql(unfinished);
  connection.exec(`PRAGMA page_size = ${PAGE_SIZE}; BEGIN; ${TABLES} COMMIT; PRAGMA journal_mode = WAL;`);
  connection.close();
  renameSync(unfinished, file);
}

function removeFiles(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}
