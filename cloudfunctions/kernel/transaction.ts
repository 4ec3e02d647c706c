import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from './context';
import type { Change, Stored } from './documents';

type WholeDocument = Stored & Record<string, unknown>;

/**
 * All or nothing over several documents. Inside a transaction CloudBase works on single documents by their id only; a query there is
 * refused in the cloud. Scopes are therefore checked by whoever reads a document here.
 */
export interface Transaction {
  get<T extends Stored>(collection: string, id: string): Promise<T | null>;
  /** Fails when the document is there already, and everything with it. */
  add(collection: string, document: WholeDocument): Promise<void>;
  /** Writes the whole document, whether it is there or not. */
  put(collection: string, document: WholeDocument): Promise<void>;
  /** Changes fields of a document; false when there is none. */
  change(collection: string, id: string, change: Change): Promise<boolean>;
  remove(collection: string, id: string): Promise<void>;
}

const ATTEMPTS = 12;
const FIRST_PAUSE_MS = 15;

/**
 * Runs `work` in one transaction. When somebody else wrote the same documents first it runs again from the start, so `work` must have
 * no other effects. The SDK's own `runTransaction` tries again at once and three times only, and does not recognise a conflict
 * that an operation inside reports: too little for a village that registers in one evening.
 */
export async function inTransaction<T>(
  database: Database,
  work: (transaction: Transaction) => Promise<T>,
  /** More where many are sure to meet at one document, as at a town's next number. */
  { attempts = ATTEMPTS }: { attempts?: number } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const started = (await database.startTransaction()) as SdkTransaction;
    try {
      const result = await work(transactionOn(started));
      await started.commit();
      return result;
    } catch (error) {
      // A transaction that failed may be gone already; then there is nothing to roll back.
      await started.rollback().catch(() => undefined);
      if (!isConflict(error) || attempt === attempts) throw error;
      await pause(FIRST_PAUSE_MS * attempt * (0.5 + Math.random()));
    }
  }
}

type SdkTransaction = Pick<Database, 'collection'> & {
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
};

const transactionOn = (started: SdkTransaction): Transaction => ({
  get: async <T extends Stored>(collection: string, id: string) => {
    try {
      const { data } = (await started.collection(collection).doc(id).get()) as { data: unknown };
      return data as T | null;
    } catch (error) {
      // The SDK fails on a missing document unless told otherwise, and has no code of its own for that.
      if (error instanceof Error && error.message.includes('does not exist')) return null;
      throw error;
    }
  },
  add: async (collection, document) => {
    await started.collection(collection).add({ data: document });
  },
  put: async (collection, { _id, ...fields }) => {
    await started.collection(collection).doc(_id).set({ data: fields });
  },
  change: async (collection, id, change) => {
    const { stats } = (await started.collection(collection).doc(id).update({ data: change })) as {
      stats: { updated: number };
    };
    return stats.updated > 0;
  },
  remove: async (collection, id) => {
    await started.collection(collection).doc(id).remove();
  },
});

/** DATABASE_TRANSACTION_CONFLICT, ResourceUnavailable.TransactionConflict, or MongoDB's own words: the SDK passes on which it gets. */
const isConflict = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message } = error as { code?: unknown; message?: unknown };
  return /TRANSACTION_?CONFLICT|WriteConflict|TransientTransaction/i.test(
    `${String(code)} ${String(message)}`,
  );
};
