import { join } from 'node:path';
import Libsql from 'libsql';

export const LOCK_FILE = 'simulator.lock';

/** Keeps a data folder for this process; the operating system lets go of it when the process dies, however it dies. */
export class FolderLock {
  readonly #file: Libsql.Database;

  /** Throws when another simulator has the folder. */
  constructor(folder: string) {
    this.#file = new Libsql(join(folder, LOCK_FILE));
    try {
      this.#file.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      this.#file.close();
      throw new Error(
        `another simulator is running on ${folder}; stop it, or use another folder with --data`,
        {
          cause: error,
        },
      );
    }
  }

  release(): void {
    this.#file.close();
  }
}
