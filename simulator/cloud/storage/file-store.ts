import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync, type ReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudBaseError } from '../errors';
import type { StateStore } from '../state-store';
import { isCloudPath } from './file-id';
import { fileTypeOf, type FileType } from './file-types';

export interface StoredFile {
  path: string;
  size: number;
  type: FileType;
  /** Who uploaded it from a phone; undefined when a function did. */
  owner: string | undefined;
}

const INCOMING = 'incoming-';

/** Cloud storage on disk. A file's name there is a hash of its cloud path, so no path can lead anywhere else. */
export class FileStore {
  constructor(
    private readonly store: StateStore,
    private readonly folder: string,
  ) {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) if (name.startsWith(INCOMING)) rmSync(join(folder, name));
    store.exec('CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, size INTEGER NOT NULL, owner TEXT)');
  }

  find(path: string): StoredFile | undefined {
    const row = this.store.prepare('SELECT size, owner FROM files WHERE path = ?').get(path) as
      { size: number; owner: string | null } | undefined;
    const type = fileTypeOf(path);
    if (row === undefined || type === undefined) return undefined;
    return { path, size: row.size, type, owner: row.owner ?? undefined };
  }

  /** Throws when nobody may ever upload to this path, or not this user. */
  checkUpload(path: string, owner: string | undefined): FileType {
    if (!isCloudPath(path)) throw new CloudBaseError('INVALID_PARAM', 'cloudPath is malformed');
    const type = fileTypeOf(path);
    if (type === undefined) throw new CloudBaseError('INVALID_PARAM', 'files of this type are not taken');
    const existing = this.find(path);
    if (existing !== undefined && owner !== undefined && existing.owner !== owner)
      throw new CloudBaseError('STORAGE_EXCEED_AUTHORITY', 'only its owner may replace a file');
    return type;
  }

  /** On disk, whole, before it is known; a broken upload leaves nothing. */
  async save(path: string, content: AsyncIterable<Buffer>, owner: string | undefined): Promise<void> {
    const { limit } = this.checkUpload(path, owner);
    const draft = join(this.folder, INCOMING + randomUUID());
    try {
      const size = await write(draft, content, limit);
      await rename(draft, this.#fileOf(path));
      this.store.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?)').run(path, size, owner ?? null);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  read(file: StoredFile): ReadStream {
    return createReadStream(this.#fileOf(file.path));
  }

  async remove(path: string): Promise<boolean> {
    const { changes } = this.store.prepare('DELETE FROM files WHERE path = ?').run(path);
    await rm(this.#fileOf(path), { force: true });
    return changes > 0;
  }

  #fileOf(path: string): string {
    return join(this.folder, createHash('sha256').update(path).digest('hex'));
  }
}

/** What is too large is still read to its end, so that the sender hears the refusal instead of a broken line. */
async function write(file: string, content: AsyncIterable<Buffer>, limit: number): Promise<number> {
  const handle = await open(file, 'wx');
  let size = 0;
  try {
    for await (const chunk of content) {
      size += chunk.length;
      if (size <= limit) await handle.write(chunk);
    }
    if (size > limit)
      throw new CloudBaseError('STORAGE_REQUEST_FAIL', `EntityTooLarge: at most ${limit} bytes`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return size;
}
