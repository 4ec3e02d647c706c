import type { Collection } from './catalogue';
import { encodeValue } from './encoding';
import { Finder, type Located, type Search } from './finder';
import type { Store } from './store';
import type { Document } from './values';

/** Reading and writing, either straight into the database or inside a transaction. */
export interface Session {
  find(collection: Collection, search: Search): Located[];
  count(collection: Collection, query: Document): number;
  insert(collection: Collection, document: Document): void;
  replace(collection: Collection, before: Located, after: Document): void;
  remove(collection: Collection, located: Located): void;
  /** Makes several writes one. */
  atOnce<T>(change: () => T): T;
}

/** Names one document across collections. */
export const documentKey = (collection: Collection, document: Document): string =>
  `${collection.id}:${encodeValue(document._id).toString('base64')}`;

/** Writes take effect at once; what was written is told on, so that transactions notice. */
export class DirectSession implements Session {
  readonly #finder: Finder;
  #touched: string[] = [];

  constructor(
    private readonly store: Store,
    onRead: () => void,
    private readonly onWritten: (keys: readonly string[]) => void,
  ) {
    this.#finder = new Finder(store.reader, onRead);
  }

  find(collection: Collection, search: Search): Located[] {
    return this.#finder.find(collection, search);
  }

  count(collection: Collection, query: Document): number {
    return this.#finder.count(collection, query);
  }

  insert(collection: Collection, document: Document): void {
    this.store.insert(collection, document);
    this.#touched.push(documentKey(collection, document));
  }

  replace(collection: Collection, { seq, document }: Located, after: Document): void {
    this.store.replace(collection, seq, document, after);
    this.#touched.push(documentKey(collection, document));
  }

  remove(collection: Collection, { seq, document }: Located): void {
    this.store.remove(collection, seq, document);
    this.#touched.push(documentKey(collection, document));
  }

  atOnce<T>(change: () => T): T {
    this.#touched = [];
    const result = this.store.write(change);
    this.onWritten(this.#touched);
    return result;
  }
}
