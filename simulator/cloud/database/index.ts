import { CloudBaseError } from '../errors';
import { fromText, withId } from './documents';
import { invalidParameter, requestFailed } from './refusals';
import { checkSchema, type DatabaseSchema } from './schema';
import { DirectSession } from './session';
import { Store } from './store';
import { Transactions } from './transactions';
import type { Document } from './values';
import { ACTIONS } from './wire';

export type { DatabaseSchema, IndexSchema } from './schema';
export type { Document } from './values';
export { DataFolderError } from './integrity';

export interface DatabaseOptions {
  /** Where the data lives; `:memory:` keeps nothing once closed. */
  folder: string;
  schema: DatabaseSchema;
  /** The simulator's clock: what `serverDate()` says. */
  now: () => number;
  /** Delete what is there and begin anew. */
  reset?: boolean;
}

export interface Database {
  /** One `database.*` action of the wire protocol; throws CloudBaseError(code, message). */
  handle(action: string, parameters: Record<string, unknown>): Promise<WireAnswer>;
  /** Many documents at once, all or none, without the wire. Indexes are kept and duplicates refused as ever. */
  insertMany(collection: string, documents: readonly Document[]): void;
  collections(): { name: string; count: number }[];
  /** One page of a collection in insertion order. */
  browse(
    collection: string,
    page: { offset: number; limit: number },
  ): { total: number; documents: Document[] };
  count(collection: string): number;
  /** Calls since opening, and how many documents queries have looked at. */
  statistics(): { calls: number; byAction: Record<string, number>; documentsRead: number };
  close(): void;
}

export interface WireAnswer {
  data?: Record<string, unknown>;
  transactionId?: string;
}

/** Opens the document database; throws DataFolderError when the folder is damaged or in use. */
export function openDatabase({ folder, schema, now, reset = false }: DatabaseOptions): Database {
  checkSchema(schema);
  const store = new Store(folder, schema, reset);
  const { catalogue, reader } = store;
  const byAction: Record<string, number> = {};
  let documentsRead = 0;
  let closed = false;
  const onRead = () => documentsRead++;
  const transactions = new Transactions(store, onRead);
  const direct = new DirectSession(store, onRead, (keys) => transactions.noteWritten(keys));

  function answer(action: string, parameters: Record<string, unknown>): WireAnswer {
    const { transactionId } = parameters;
    switch (action) {
      case 'database.startTransaction':
        return { transactionId: transactions.start() };
      case 'database.commitTransaction':
        transactions.commit(transactionId);
        return { data: {} };
      case 'database.abortTransaction':
        transactions.abort(transactionId);
        return { data: {} };
      case 'database.addCollection':
        store.write(() => catalogue.add(parameters.collectionName));
        return { data: {} };
    }
    const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!run) throw invalidParameter(`the database has no action '${action}'`);
    const session = transactionId ? transactions.session(transactionId) : direct;
    return { data: run(parameters, { session, catalogue, now }) };
  }

  return {
    async handle(action, parameters) {
      if (closed) throw requestFailed('the database is closed');
      byAction[action] = (byAction[action] ?? 0) + 1;
      try {
        return answer(action, parameters);
      } catch (error) {
        if (error instanceof CloudBaseError) throw error;
        const reason = store.explain(error);
        throw requestFailed(reason instanceof Error ? reason.message : String(reason));
      }
    },
    insertMany(name, documents) {
      const collection = catalogue.get(name);
      direct.atOnce(() => documents.forEach((document) => direct.insert(collection, withId(document))));
    },
    collections: () => catalogue.all().map(({ id, name }) => ({ name, count: reader.count(id) })),
    browse(name, { offset, limit }) {
      const { id } = catalogue.get(name);
      return { total: reader.count(id), documents: reader.page(id, offset, limit).map(fromText) };
    },
    count: (name) => reader.count(catalogue.get(name).id),
    statistics: () => ({
      calls: Object.values(byAction).reduce((sum, calls) => sum + calls, 0),
      byAction: { ...byAction },
      documentsRead,
    }),
    close() {
      if (closed) return;
      closed = true;
      transactions.close();
      store.close();
    },
  };
}
