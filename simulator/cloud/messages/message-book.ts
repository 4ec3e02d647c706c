import type { StateStore } from '../state-store';

/** What would have left for WeChat. */
export interface Message {
  seq: number;
  /** The simulator's time, epoch milliseconds. */
  at: number;
  channel: 'subscription' | 'robot';
  /** An openid, or the key of a group robot. */
  to: string;
  templateId?: string;
  page?: string;
  /** A subscription message's fields, or the body that the robot got. */
  content: Record<string, unknown>;
}

/** Every message in the order of sending; kept over a restart. */
export class MessageBook {
  readonly #store: StateStore;
  readonly #now: () => number;
  readonly #onMessage: () => void;

  constructor(store: StateStore, now: () => number, onMessage: () => void) {
    this.#store = store;
    this.#now = now;
    this.#onMessage = onMessage;
    store.exec(
      'CREATE TABLE IF NOT EXISTS messages (seq INTEGER PRIMARY KEY AUTOINCREMENT, message TEXT NOT NULL)',
    );
  }

  add(message: Omit<Message, 'seq' | 'at'>): void {
    this.#store
      .prepare('INSERT INTO messages (message) VALUES (?)')
      .run(JSON.stringify({ at: this.#now(), ...message }));
    this.#onMessage();
  }

  list(): Message[] {
    const rows = this.#store.prepare('SELECT seq, message FROM messages ORDER BY seq').all() as {
      seq: number;
      message: string;
    }[];
    return rows.map(({ seq, message }) => ({ seq, ...(JSON.parse(message) as Omit<Message, 'seq'>) }));
  }
}
