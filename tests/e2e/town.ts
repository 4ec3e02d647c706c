import { type DemoName, type Simulator, startSimulator } from '../../simulator/simulator';

/** A demo on a simulator of its own, with its phone. */
export interface Town {
  simulator: Simulator;
  /** All documents of a collection, past every scope. */
  documents<T extends object>(collection: string): T[];
}

export async function openTown(demo: DemoName, data = ':memory:'): Promise<Town> {
  const simulator = await startSimulator({ port: 0, data, demo });
  return { simulator, documents: (collection) => documentsOf(simulator, collection) };
}

function documentsOf<T extends object>(simulator: Simulator, collection: string): T[] {
  const all: T[] = [];
  for (;;) {
    const { total, documents } = simulator.database.browse(collection, { offset: all.length, limit: 1000 });
    all.push(...(documents as unknown as T[]));
    if (all.length >= total || documents.length === 0) return all;
  }
}
