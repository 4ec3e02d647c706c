import { relative } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';

const PAUSE = 150;

/** Calls `onChange` after sources changed; once for a burst, and never twice at a time. */
export class SourceWatch {
  readonly #watcher: FSWatcher;
  #pause: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(folders: string[], onChange: () => Promise<void>) {
    this.#watcher = watch(folders, {
      ignoreInitial: true,
      ignored: (path) =>
        folders.some((folder) => /^(dist|node_modules)([\\/]|$)/.test(relative(folder, path))),
    });
    this.#watcher.on('all', () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => {
        this.#work = this.#work.then(onChange);
      }, PAUSE);
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#pause);
    await this.#watcher.close();
    await this.#work;
  }
}
