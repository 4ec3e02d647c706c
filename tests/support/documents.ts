import type { Simulator } from '../../simulator/simulator';

const A_PAGE = 1000;

/** All documents of a collection, past every scope. */
export function allDocuments<T extends object>(simulator: Simulator, collection: string): T[] {
  const all: T[] = [];
  for (;;) {
    const { total, documents } = simulator.database.browse(collection, { offset: all.length, limit: A_PAGE });
    // What a collection holds is for the caller to say; the database doesn't know.
    all.push(...(documents as unknown as T[]));
    if (all.length >= total || documents.length === 0) return all;
  }
}

/** The documents written last, the newest first. */
export function latestDocuments<T extends object>(
  simulator: Simulator,
  collection: string,
  count: number,
): T[] {
  const { database } = simulator;
  const offset = Math.max(0, database.count(collection) - count);
  return (database.browse(collection, { offset, limit: count }).documents as unknown as T[]).reverse();
}
