import Libsql from 'libsql';

export type StateStore = Libsql.Database;

/**
 * The simulator's own memory beside the product's database: messages sent, subscription credits, phones, uploaded
 * files' names. Small, so each module keeps its table here itself.
 */
export function openStateStore(file: string): StateStore {
  try {
    const store = new Libsql(file);
    store.pragma('journal_mode = WAL');
    const check = store.prepare('PRAGMA quick_check').get() as { quick_check: string };
    if (check.quick_check !== 'ok') throw new Error(check.quick_check);
    return store;
  } catch (error) {
    throw new Error(`${file}: damaged. Choose another folder with --data, or start over with --reset.`, {
      cause: error,
    });
  }
}
