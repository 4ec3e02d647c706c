import type { StateStore } from '../state-store';

/** How many messages of a template each user has agreed to: every "allow" in WeChat's dialog is good for one. */
export class SubscriptionCredits {
  readonly #store: StateStore;

  constructor(store: StateStore) {
    this.#store = store;
    store.exec(`CREATE TABLE IF NOT EXISTS credits (
      openid TEXT NOT NULL, template TEXT NOT NULL, left INTEGER NOT NULL, PRIMARY KEY (openid, template))`);
  }

  add(openid: string, template: string): void {
    this.#store
      .prepare(
        'INSERT INTO credits VALUES (?, ?, 1) ON CONFLICT (openid, template) DO UPDATE SET left = left + 1',
      )
      .run(openid, template);
  }

  has(openid: string, template: string): boolean {
    return (
      this.#store
        .prepare('SELECT 1 FROM credits WHERE openid = ? AND template = ? AND left > 0')
        .get(openid, template) !== undefined
    );
  }

  take(openid: string, template: string): void {
    this.#store
      .prepare('UPDATE credits SET left = left - 1 WHERE openid = ? AND template = ? AND left > 0')
      .run(openid, template);
  }
}
