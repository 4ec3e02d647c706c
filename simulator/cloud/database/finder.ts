import type { Collection } from './catalogue';
import { countPlanned, planned, scanAll, united } from './cursor';
import { fromText } from './documents';
import { encodeValue } from './encoding';
import { idIndex } from './indexes';
import { choosePlan, type Plan, type Sort } from './planner';
import { compileQuery } from './query';
import { sortBy } from './sorting';
import type { Reader, StoredRow } from './storage';
import { isOperatorObject, type Document } from './values';

/** A document where it is stored; `seq` is its place in insertion order. */
export interface Located {
  seq: number;
  document: Document;
}

export interface Search {
  query: Document;
  sort?: Sort;
  skip?: number;
  limit?: number;
}

/** Documents that a transaction sees in place of the stored ones. */
export interface Overlay {
  /** True for a stored document that the transaction has changed or removed. */
  hides(seq: number): boolean;
  documents(): Located[];
}

const NOTHING: Overlay = { hides: () => false, documents: () => [] };

/** Finds documents: by `_id`, by the index that narrows most, or by reading all; the query's predicate always decides. */
export class Finder {
  constructor(
    private readonly reader: Reader,
    private readonly onRead: () => void,
  ) {}

  find(collection: Collection, search: Search, overlay: Overlay = NOTHING): Located[] {
    const { query, sort = [], skip = 0, limit = Infinity } = search;
    const matches = compileQuery(query);
    const own = overlay.documents().filter(({ document }) => this.#looksAt(document, matches));
    const { rows, sorted } = this.#candidates(collection, query, sort, skip + limit);
    const enough = sorted ? skip + limit : Infinity;
    const found: Located[] = [];
    if (enough > 0) {
      for (const { seq, text } of rows) {
        if (overlay.hides(seq)) continue;
        const document = fromText(text);
        if (!this.#looksAt(document, matches)) continue;
        found.push({ seq, document });
        if (found.length >= enough) break;
      }
    }
    if (sorted && own.length === 0) return found.slice(skip, skip + limit);
    const together = own.length === 0 ? found : [...found, ...own].sort((a, b) => a.seq - b.seq);
    return sortBy(together, sort, ({ document }) => document).slice(skip, skip + limit);
  }

  count(collection: Collection, query: Document): number {
    const matches = compileQuery(query);
    if (Object.keys(query).length === 0) return this.reader.count(collection.id);
    const plan = choosePlan(query, [], indexesOf(collection));
    if (plan?.exact) return countPlanned(this.reader, plan);
    let total = 0;
    for (const { text } of this.#candidates(collection, query, [], Infinity).rows) {
      if (this.#looksAt(fromText(text), matches)) total++;
    }
    return total;
  }

  #looksAt(document: Document, matches: (document: Document) => boolean): boolean {
    this.onRead();
    return matches(document);
  }

  /** `sorted`: the rows come in the order asked for, so that reading may stop at the limit. */
  #candidates(
    collection: Collection,
    query: Document,
    sort: Sort,
    wanted: number,
  ): { rows: Iterable<StoredRow>; sorted: boolean } {
    const ids = idsIn(query);
    if (ids) {
      const rows = ids
        .map((id) => this.reader.byId(collection.id, encodeValue(id)))
        .filter((row) => row !== undefined);
      const inOrder = [...new Map(rows.map((row) => [row.seq, row])).values()].sort((a, b) => a.seq - b.seq);
      return { rows: inOrder, sorted: sort.length === 0 };
    }
    const plan = choosePlan(query, sort, indexesOf(collection));
    if (plan) return { rows: planned(this.reader, plan, wanted), sorted: plan.sorted };
    const branches = branchPlans(collection, query);
    if (branches) return { rows: united(this.reader, branches, wanted), sorted: sort.length === 0 };
    return { rows: scanAll(this.reader, collection.id), sorted: sort.length === 0 };
  }
}

const indexesOf = (collection: Collection) => [...collection.indexes, idIndex(collection.id)];

/** The `_id`s a query names, when it does. */
function idsIn(query: Document): unknown[] | undefined {
  const condition = query._id;
  if (condition === undefined || condition === null) return undefined;
  if (!isOperatorObject(condition)) return isId(condition) ? [condition] : undefined;
  if ('$eq' in condition) return isId(condition.$eq) ? [condition.$eq] : undefined;
  const list = condition.$in;
  return Array.isArray(list) && list.every(isId) ? (list as unknown[]) : undefined;
}

/** A plan for each branch of an `$or`; undefined unless an index helps with every one of them. */
function branchPlans(collection: Collection, { $or: branches, ...rest }: Document): Plan[] | undefined {
  if (!Array.isArray(branches)) return undefined;
  const plans = (branches as Document[]).map((branch) =>
    choosePlan({ $and: [branch, rest] }, [], indexesOf(collection)),
  );
  return plans.every((plan) => plan !== undefined) ? plans : undefined;
}

const isId = (value: unknown) =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  (typeof value === 'object' && value !== null && '_bsontype' in value && value._bsontype === 'ObjectId');
