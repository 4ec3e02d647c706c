import type { Database } from './context';
import { mayTouchGrid, type Scope } from './scope';

export type Stored = { _id: string };
/** A query as the SDK writes it: values, `database.command` operators, dotted paths. */
export type Condition = Readonly<Record<string, unknown>>;
/** What to change: values and update operators. The SDK merges plain objects into nested fields; `command.set()` replaces. */
export type Change = Readonly<Record<string, unknown>>;
export type Page = {
  orderBy?: readonly (readonly [path: string, order: 'asc' | 'desc'])[];
  /** 100 unless told, 1,000 at most. */
  limit?: number;
  skip?: number;
};

/** One collection's documents as far as a scope reaches; what lies outside isn't found, counted or changed. */
export interface Documents<T extends Stored> {
  get(id: string): Promise<T | null>;
  find(condition: Condition, page?: Page): Promise<T[]>;
  /** `find` with only some fields of each document, dotted paths (`receipts.h1`) included: for documents of which one needs a corner. */
  pick<K extends keyof T & string>(
    fields: readonly (K | `${K}.${string}`)[],
    condition: Condition,
    page?: Page,
  ): Promise<(Pick<T, K> & Stored)[]>;
  count(condition: Condition): Promise<number>;
  /** False when a document with this `_id`, or with the same unique key, is already there. */
  insert(document: T): Promise<boolean>;
  /** Answers how many were changed; each document is changed in one step, so a condition on `version` guards it. */
  update(condition: Condition, change: Change): Promise<number>;
  remove(condition: Condition): Promise<number>;
}

/**
 * Documents that belong to a place: each has a `gridPath`, and `householdKey` names the field with its household's id
 * (`_id` for the households themselves, null where a household sees none). The only way a repository reaches personal
 * documents, so that no query can forget whose they are.
 */
export function scoped<T extends Stored & { gridPath: readonly string[] }>(
  { database, scope }: { database: Database; scope: Scope },
  collection: string,
  householdKey: string | null,
): Documents<T> {
  return documents<T>(
    database,
    collection,
    (condition) => within(database, scope, householdKey, condition),
    (document) => {
      const household =
        householdKey === null ? undefined : Object.entries(document).find(([k]) => k === householdKey);
      const isOwn = scope.kind === 'household' && household?.[1] === scope.householdId;
      // Somebody whom nobody knows yet creates the file that makes them known.
      if (!isOwn && scope.kind !== 'public' && !mayTouchGrid(scope, document.gridPath))
        throw new Error(`A new document of ${collection} lies outside of the caller's scope`);
    },
  );
}

/**
 * Documents without a jurisdiction (grids, accounts), or a look-up that has to cross jurisdictions (duplicate papers).
 * The caller of this function answers for what leaves it.
 */
export const unscoped = <T extends Stored>(database: Database, collection: string): Documents<T> =>
  documents<T>(
    database,
    collection,
    (condition) => condition,
    () => undefined,
  );

/** The condition narrowed to the scope; null when nothing can match. */
function within(
  database: Database,
  scope: Scope,
  householdKey: string | null,
  condition: Condition,
): object | null {
  switch (scope.kind) {
    case 'system':
      return condition;
    case 'public':
      return null;
    case 'household':
      return householdKey === null ? null : both(database, condition, householdKey, scope.householdId);
    case 'grids':
      return both(database, condition, 'gridPath', database.command.in([...scope.gridIds]));
  }
}

/** One flat object where possible, because indexes answer that best; `and` when the condition speaks of the same field. */
const both = (database: Database, condition: Condition, key: string, value: unknown): object =>
  key in condition ? database.command.and(condition, { [key]: value }) : { ...condition, [key]: value };

function documents<T extends Stored>(
  database: Database,
  name: string,
  narrow: (condition: Condition) => object | null,
  guard: (document: T) => void,
): Documents<T> {
  const collection = database.collection(name);

  const select = async (condition: Condition, page: Page, fields?: readonly string[]): Promise<unknown[]> => {
    const where = narrow(condition);
    if (where === null) return [];
    let query = collection.where(where).limit(page.limit ?? 100);
    if (fields !== undefined) query = query.field(Object.fromEntries(fields.map((field) => [field, true])));
    if (page.skip !== undefined) query = query.skip(page.skip);
    for (const [path, order] of page.orderBy ?? []) query = query.orderBy(path, order);
    const { data } = (await query.get()) as unknown as { data: unknown[] };
    return data;
  };
  // The SDK's types don't know what a collection holds; a repository does.
  const find = async (condition: Condition, page: Page = {}) => (await select(condition, page)) as T[];

  return {
    find,
    async pick<K extends keyof T & string>(fields: readonly string[], condition: Condition, page: Page = {}) {
      return (await select(condition, page, fields)) as (Pick<T, K> & Stored)[];
    },
    async get(id) {
      const [document] = await find({ _id: id }, { limit: 1 });
      return document ?? null;
    },
    async count(condition) {
      const where = narrow(condition);
      if (where === null) return 0;
      const { total } = (await collection.where(where).count()) as { total: number };
      return total;
    },
    async insert(document) {
      guard(document);
      try {
        await collection.add({ data: document });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async update(condition, change) {
      const where = narrow(condition);
      if (where === null) return 0;
      const { stats } = (await collection.where(where).update({ data: change })) as {
        stats: { updated: number };
      };
      return stats.updated;
    },
    async remove(condition) {
      const where = narrow(condition);
      if (where === null) return 0;
      const { stats } = (await collection.where(where).remove()) as { stats: { removed: number } };
      return stats.removed;
    },
  };
}

/** CloudBase has no code of its own for it: -502001 (request failed) with MongoDB's text. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && /E11000|duplicate key/i.test(error.message);
