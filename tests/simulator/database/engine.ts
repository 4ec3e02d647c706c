import { EJSON } from 'bson';
import {
  openDatabase,
  type Database,
  type DatabaseSchema,
  type Document,
} from '../../../simulator/cloud/database';

/** The moment that `serverDate()` gives in these tests. */
export const NOW = Date.UTC(2022, 2, 1, 8);

const ONE_COLLECTION: DatabaseSchema = { collections: { things: { indexes: [] } } };

export function openInMemory(schema: DatabaseSchema = ONE_COLLECTION): Database {
  return openDatabase({ folder: ':memory:', schema, now: () => NOW });
}

/** Canonical EJSON, as the SDK sends it. */
export const wire = (value: unknown): string => EJSON.stringify(value, { relaxed: false });

interface FindOptions {
  order?: Document;
  projection?: Document;
  offset?: number;
  limit?: number;
  transactionId?: string | undefined;
}

export async function find(
  database: Database,
  query: Document,
  { order, projection, ...options }: FindOptions = {},
  collectionName = 'things',
): Promise<Document[]> {
  const { data } = await database.handle('database.getDocument', {
    collectionName,
    query: wire(query),
    ...(order && { order: wire(order) }),
    ...(projection && { projection: wire(projection) }),
    ...options,
  });
  return (data?.list as string[]).map((text) => EJSON.parse(text) as Document);
}

export async function count(database: Database, query: Document, collectionName = 'things'): Promise<number> {
  const { data } = await database.handle('database.calculateDocument', {
    collectionName,
    query: wire(query),
  });
  return data?.total as number;
}

export async function insert(
  database: Database,
  documents: Document[],
  options: { transactionId?: string | undefined } = {},
): Promise<unknown[]> {
  const { data } = await database.handle('database.insertDocument', {
    collectionName: 'things',
    data: documents.map(wire),
    ...options,
  });
  return data?.insertedIds as unknown[];
}

interface ModifyOptions {
  multi?: boolean;
  merge?: boolean;
  upsert?: boolean;
  transactionId?: string | undefined;
}

export async function modify(
  database: Database,
  query: Document,
  change: Document,
  options: ModifyOptions = {},
): Promise<Document> {
  const { data } = await database.handle('database.modifyDocument', {
    collectionName: 'things',
    query: wire(query),
    data: wire(change),
    merge: true,
    multi: false,
    upsert: false,
    ...options,
  });
  return data!;
}

export async function aggregate(
  database: Database,
  pipeline: Document[],
  collectionName = 'things',
): Promise<Document[]> {
  const stages = pipeline.map((stage) => {
    const [stageKey, value] = Object.entries(stage)[0]!;
    return { stageKey, stageValue: wire(value) };
  });
  const { data } = await database.handle('database.aggregateDocuments', { collectionName, stages });
  return (data?.list as string[]).map((text) => EJSON.parse(text) as Document);
}

/** Opens a database with these documents, numbered 1, 2, 3… where they have no `_id`. */
export function databaseWith(documents: readonly Document[], schema?: DatabaseSchema): Database {
  const database = openInMemory(schema);
  database.insertMany(
    'things',
    documents.map((document, i) => ({ _id: i + 1, ...document })),
  );
  return database;
}
