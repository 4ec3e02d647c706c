import type { Collection } from './catalogue';
import { storableText, toText } from './documents';
import { encodeValue } from './encoding';
import { Finder, type Located, type Overlay, type Search } from './finder';
import { keysOf } from './indexes';
import { duplicateKey } from './refusals';
import { documentKey, type Session } from './session';
import { rangeOfPrefix, type Reader } from './storage';
import type { Document } from './values';

interface Change {
  collection: Collection;
  /** As stored when the transaction began; undefined for what it inserted. */
  before: Located | undefined;
  /** Undefined for what it removed. */
  after: Located | undefined;
}

/** Inserted documents stand after all stored ones. */
const FIRST_NEW_SEQ = Number.MAX_SAFE_INTEGER / 2;

/** A transaction's view: the snapshot taken at its start, with its own changes over it, which nobody else sees. */
export class TransactionSession implements Session {
  readonly #changes = new Map<string, Change>();
  readonly #finder: Finder;
  #nextSeq = FIRST_NEW_SEQ;

  constructor(
    private readonly snapshot: Reader,
    onRead: () => void,
  ) {
    this.#finder = new Finder(snapshot, onRead);
  }

  find(collection: Collection, search: Search): Located[] {
    return this.#finder.find(collection, search, this.#overlay(collection));
  }

  count(collection: Collection, query: Document): number {
    return this.find(collection, { query }).length;
  }

  insert(collection: Collection, document: Document): void {
    storableText(document);
    const known = this.#changes.get(documentKey(collection, document));
    const stored = this.snapshot.byId(collection.id, encodeValue(document._id));
    if (known?.after ?? (stored && !known)) {
      throw duplicateKey(collection.name, '_id_', toText({ _id: document._id }));
    }
    this.#put(collection, known?.before, { seq: known?.before?.seq ?? this.#nextSeq++, document });
  }

  replace(collection: Collection, located: Located, after: Document): void {
    storableText(after);
    this.#put(collection, this.#originalOf(collection, located), { seq: located.seq, document: after });
  }

  remove(collection: Collection, located: Located): void {
    const key = documentKey(collection, located.document);
    const before = this.#originalOf(collection, located);
    if (before) this.#changes.set(key, { collection, before, after: undefined });
    else this.#changes.delete(key);
  }

  atOnce<T>(change: () => T): T {
    // A refusal half way through one operation must not leave its first half to be committed.
    const saved = new Map(this.#changes);
    try {
      return change();
    } catch (error) {
      this.#changes.clear();
      for (const [key, value] of saved) this.#changes.set(key, value);
      throw error;
    }
  }

  /** What there is to commit, by document. */
  changes(): ReadonlyMap<string, Readonly<Change>> {
    return this.#changes;
  }

  #originalOf(collection: Collection, located: Located): Located | undefined {
    const known = this.#changes.get(documentKey(collection, located.document));
    return known ? known.before : located;
  }

  #put(collection: Collection, before: Located | undefined, after: Located): void {
    this.#refuseDuplicates(collection, after);
    this.#changes.set(documentKey(collection, after.document), { collection, before, after });
  }

  #refuseDuplicates(collection: Collection, { seq, document }: Located): void {
    const overlay = this.#overlay(collection);
    for (const index of collection.indexes.filter(({ unique }) => unique)) {
      const keys = keysOf(index, document, new Set());
      const stored = keys.flatMap((key) => this.snapshot.seqsIn(rangeOfPrefix(index.id, key)));
      const own = overlay
        .documents()
        .filter((other) => other.seq !== seq)
        .flatMap((other) => keysOf(index, other.document, new Set()));
      if (
        stored.some((other) => other !== seq && !overlay.hides(other)) ||
        keys.some((key) => own.some((other) => other.equals(key)))
      ) {
        throw duplicateKey(collection.name, index.name, toText({ _id: document._id }));
      }
    }
  }

  #overlay(collection: Collection): Overlay {
    const changes = [...this.#changes.values()].filter((change) => change.collection.id === collection.id);
    const hidden = new Set(changes.map(({ before }) => before?.seq));
    return {
      hides: (seq) => hidden.has(seq),
      documents: () => changes.map(({ after }) => after).filter((after) => after !== undefined),
    };
  }
}
