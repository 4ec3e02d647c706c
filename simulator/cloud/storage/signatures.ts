import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { StateStore } from '../state-store';

/** Leave to fetch or to upload one file until a moment, for whoever holds it. */
export class Signatures {
  readonly #key: string;
  readonly #now: () => number;

  constructor(store: StateStore, now: () => number) {
    this.#now = now;
    store.exec(
      'CREATE TABLE IF NOT EXISTS signing_key (id INTEGER PRIMARY KEY CHECK (id = 1), key TEXT NOT NULL)',
    );
    store.prepare('INSERT OR IGNORE INTO signing_key VALUES (1, ?)').run(randomBytes(32).toString('hex'));
    this.#key = (store.prepare('SELECT key FROM signing_key').get() as { key: string }).key;
  }

  /** `until.signature`, with `until` in epoch seconds. */
  sign(purpose: 'get' | 'put', path: string, seconds: number): string {
    const until = Math.floor(this.#now() / 1000) + seconds;
    return `${until}.${this.#seal(purpose, path, until)}`;
  }

  holds(purpose: 'get' | 'put', path: string, signature: string): boolean {
    const [until = '', seal = ''] = signature.split('.', 2);
    if (!/^\d+$/.test(until) || Number(until) * 1000 < this.#now()) return false;
    const expected = Buffer.from(this.#seal(purpose, path, Number(until)));
    const given = Buffer.from(seal);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  #seal(purpose: string, path: string, until: number): string {
    return createHmac('sha256', this.#key).update(`${purpose}\n${until}\n${path}`).digest('hex');
  }
}
