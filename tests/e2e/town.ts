import { type DemoName, type Simulator, startSimulator } from '../../simulator/simulator';
import { allDocuments } from '../support/documents';

/** A demo on a simulator of its own, with its phone. */
export interface Town {
  simulator: Simulator;
  /** All documents of a collection, past every scope. */
  documents<T extends object>(collection: string): T[];
}

/** `timers`: false for a journey of days, which fires them itself when it wants to see what they do. */
export async function openTown(demo: DemoName, data = ':memory:', timers = true): Promise<Town> {
  const simulator = await startSimulator({ port: 0, data, demo, timers });
  return { simulator, documents: (collection) => allDocuments(simulator, collection) };
}
