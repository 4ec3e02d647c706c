import type Libsql from 'libsql';
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** "CUNA": another number is another program's file, or damage. */
export const APPLICATION_ID = 0x43554e41;
/** The version of the tables. */
export const FORMAT = 1;
export const PAGE_SIZE = 8192;

const MAGIC = Buffer.from('SQLite format 3\0');
const LOG_MAGIC = [0x377f0682, 0x377f0683];

/** The data folder could not be used; says which file and what to do about it. */
export class DataFolderError extends Error {
  override name = 'DataFolderError';
}

/** SQLite's name for what went wrong, when it was SQLite. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** What was found wrong, in words that say what can be done. */
export function damaged(file: string, reason: unknown): DataFolderError {
  const detail = reason instanceof Error ? reason.message : String(reason);
  return new DataFolderError(
    `The data file ${file} is damaged (${detail}). Nothing was changed. Restore it from a copy, or start over with --reset, which deletes it.`,
  );
}

/**
 * What can be seen without SQLite: which takes an empty file for a new database and then deletes the log beside it,
 * and quietly leaves aside a log that it doesn't know.
 */
export function checkFiles(file: string): void {
  const { head, size } = headOf(file, 100);
  if (!head.subarray(0, 16).equals(MAGIC)) throw damaged(file, 'it is not a database');
  if (head.readUInt32BE(68) !== APPLICATION_ID) throw damaged(file, 'it is not a database of this simulator');
  if (head.readUInt32BE(60) !== FORMAT) {
    throw damaged(file, 'it was written by another version of the simulator');
  }
  if (size % PAGE_SIZE !== 0) throw damaged(file, 'it is cut off');
  const log = `${file}-wal`;
  if (!existsSync(log)) return;
  const { head: logHead, size: logSize } = headOf(log, 4);
  if (logSize >= 32 && !LOG_MAGIC.includes(logHead.readUInt32BE(0))) throw damaged(log, 'it is not a log');
}

function headOf(file: string, length: number): { head: Buffer; size: number } {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(length);
    readSync(handle, head, 0, length, 0);
    return { head, size: fstatSync(handle).size };
  } finally {
    closeSync(handle);
  }
}

/** Never closed on purpose: closing would write their log into a damaged file. */
const leftAlone: Libsql.Database[] = [];

/** What only SQLite can see: pages and tables that don't fit together. */
export function checkPages(connection: Libsql.Database, file: string): void {
  let problem: unknown;
  try {
    [problem] = connection.prepare('PRAGMA quick_check(1)').raw().get() as [unknown];
  } catch (error) {
    problem = error;
  }
  if (problem === 'ok') return;
  leftAlone.push(connection);
  throw damaged(file, problem);
}
