import { CloudBaseError } from '../errors';
import { noSuchTransaction, transactionConflict } from './refusals';
import type { Store } from './store';
import { TransactionSession } from './transaction';
import { randomUUID } from 'node:crypto';

/** CloudBase's limit, counted in real time: the simulator's clock may jump days ahead in the middle of one. */
const TIME_LIMIT_MS = 30_000;

interface Open {
  session: TransactionSession;
  startedAt: number;
  end(): void;
}

/**
 * Open transactions and their conflicts. The first to commit wins: whoever commits later finds that a document it
 * changed has been written since its start. Conflicts are told at commit and only there, because only there does the
 * SDK's runTransaction recognise the code and start over.
 */
export class Transactions {
  readonly #open = new Map<string, Open>();
  /** When each document was last written, counted in writes; kept only while a transaction is open. */
  readonly #lastWritten = new Map<string, number>();
  #writes = 0;

  constructor(
    private readonly store: Store,
    private readonly onRead: () => void,
  ) {}

  start(): string {
    const id = randomUUID();
    const snapshot = this.store.snapshot();
    const timer = setTimeout(() => this.#end(id), TIME_LIMIT_MS);
    timer.unref();
    this.#open.set(id, {
      session: new TransactionSession(snapshot.reader, this.onRead),
      startedAt: this.#writes,
      end: () => {
        clearTimeout(timer);
        snapshot.release();
      },
    });
    return id;
  }

  session(id: unknown): TransactionSession {
    return this.#get(id).session;
  }

  commit(id: unknown): void {
    const { session, startedAt } = this.#get(id);
    const changes = session.changes();
    this.#end(id as string);
    for (const key of changes.keys()) {
      if ((this.#lastWritten.get(key) ?? 0) > startedAt) throw transactionConflict();
    }
    if (changes.size > 0) this.#store(session);
    this.noteWritten([...changes.keys()]);
  }

  abort(id: unknown): void {
    this.#get(id);
    this.#end(id as string);
  }

  /** Tells open transactions that these documents were written. */
  noteWritten(keys: readonly string[]): void {
    this.#writes++;
    if (this.#open.size === 0) this.#lastWritten.clear();
    else for (const key of keys) this.#lastWritten.set(key, this.#writes);
  }

  close(): void {
    for (const id of [...this.#open.keys()]) this.#end(id);
  }

  #store(session: TransactionSession): void {
    try {
      this.store.write(() => {
        // Removals first: a unique value may move from a removed document to a new one.
        const changes = [...session.changes().values()].sort((a, b) => Number(!!a.after) - Number(!!b.after));
        for (const { collection, before, after } of changes) {
          if (!after) this.store.remove(collection, before!.seq, before!.document);
          else if (before) this.store.replace(collection, before.seq, before.document, after.document);
          else this.store.insert(collection, after.document);
        }
      });
    } catch (error) {
      // Checked against the snapshot already: so somebody else has taken a unique value since.
      if (error instanceof CloudBaseError && error.message.includes('E11000')) throw transactionConflict();
      throw error;
    }
  }

  #get(id: unknown): Open {
    const open = typeof id === 'string' ? this.#open.get(id) : undefined;
    if (!open) throw noSuchTransaction();
    return open;
  }

  #end(id: string): void {
    this.#open.get(id)?.end();
    this.#open.delete(id);
  }
}
