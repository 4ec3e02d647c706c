import type { Catalogue, Collection } from './catalogue';
import { parseWire, parseWireValue, storableText, toText, withId } from './documents';
import { runPipeline } from './pipeline';
import { compileProjection } from './projection';
import { compileQuery } from './query';
import { invalidParameter } from './refusals';
import type { Session } from './session';
import { sortFrom } from './sorting';
import { compileReplacement, compileUpdate, type Update } from './update';
import { isObject, type Document } from './values';

/** The parameters of one call as they came over the wire. */
export type Parameters = Record<string, unknown>;

/** What an action works with: who writes, what there is, and what time it is. */
export interface WireContext {
  session: Session;
  catalogue: Catalogue;
  now: () => number;
}

type Action = (parameters: Parameters, context: WireContext) => Record<string, unknown>;

const DEFAULT_LIMIT = 100;
/** CloudBase gives at most so many, and quietly: the SDK itself turns a larger limit into this one. */
const LARGEST_LIMIT = 1000;

/** The reading and writing actions of the wire; documents, queries and updates are EJSON strings. */
export const ACTIONS: Record<string, Action> = {
  'database.getDocument': (parameters, context) => {
    const collection = collectionOf(parameters, context);
    const found = context.session.find(collection, {
      query: queryOf(parameters, context),
      sort: sortFrom(optional(parameters.order, 'order', context)),
      skip: whole(parameters.offset, 'offset', 0),
      limit: Math.min(whole(parameters.limit, 'limit', DEFAULT_LIMIT) || DEFAULT_LIMIT, LARGEST_LIMIT),
    });
    const projection = optional(parameters.projection, 'projection', context);
    const project = isObject(projection) ? compileProjection(projection) : (document: Document) => document;
    return { list: found.map(({ document }) => toText(project(document))) };
  },

  'database.calculateDocument': (parameters, context) => ({
    total: context.session.count(collectionOf(parameters, context), queryOf(parameters, context)),
  }),

  'database.insertDocument': (parameters, context) => {
    const collection = collectionOf(parameters, context);
    const { data } = parameters;
    const texts: unknown[] = Array.isArray(data) ? (data as unknown[]) : [data];
    if (texts.length === 0) throw invalidParameter('data must hold at least one document');
    const documents = texts.map((text) => withId(parseWire(text, 'data', context.now)));
    context.session.atOnce(() =>
      documents.forEach((document) => context.session.insert(collection, document)),
    );
    return { insertedIds: documents.map((document) => document._id) };
  },

  'database.modifyDocument': (parameters, context) => {
    const collection = collectionOf(parameters, context);
    const query = queryOf(parameters, context);
    const data = parseWire(parameters.data, 'data', context.now);
    const replaces = parameters.merge === false;
    const update = replaces ? compileReplacement(data) : compileUpdate(data);
    const limit = parameters.multi === true ? Infinity : 1;
    return context.session.atOnce(() => {
      const found = context.session.find(collection, { query, limit });
      if (found.length === 0 && parameters.upsert === true) {
        return { updated: 0, upsert_id: upsert(collection, query, update, context.session) };
      }
      let changed = 0;
      for (const located of found) {
        const after = update.apply(located.document, query);
        if (after === located.document) continue;
        context.session.replace(collection, located, after);
        changed++;
      }
      // `updated` counts changed documents, as MongoDB's nModified; a replaced document counts even when it is the same.
      return { updated: changed };
    });
  },

  'database.modifyAndReturnDoc': (parameters, context) => {
    const collection = collectionOf(parameters, context);
    const query = queryOf(parameters, context);
    const update = compileUpdate(parseWire(parameters.data, 'data', context.now));
    return context.session.atOnce(() => {
      const [located] = context.session.find(collection, { query, limit: 1 });
      if (!located) return { updated: 0 };
      const after = update.apply(located.document, query);
      if (after !== located.document) context.session.replace(collection, located, after);
      return { updated: after === located.document ? 0 : 1, doc: toText(after) };
    });
  },

  'database.removeDocument': (parameters, context) => {
    const collection = collectionOf(parameters, context);
    const query = queryOf(parameters, context);
    const limit = parameters.multi === true ? Infinity : 1;
    return context.session.atOnce(() => {
      const found = context.session.find(collection, { query, limit });
      for (const located of found) context.session.remove(collection, located);
      return { deleted: found.length };
    });
  },

  'database.aggregateDocuments': (parameters, context) => {
    const collection = collectionOf(parameters, context);
    const { stages } = parameters;
    if (!Array.isArray(stages)) throw invalidParameter('stages must be a list');
    const pipeline = (stages as unknown[]).map((stage) => {
      if (!isObject(stage) || typeof stage.stageKey !== 'string') {
        throw invalidParameter('each stage needs a stageKey');
      }
      return { [stage.stageKey]: parseWireValue(stage.stageValue, 'stageValue', context.now) };
    });
    const documents = runPipeline(collection, pipeline, {
      session: context.session,
      collectionNamed: (name) => context.catalogue.get(name),
      variables: {},
    });
    return { list: documents.map(toText) };
  },
};

function upsert(collection: Collection, query: Document, update: Update, session: Session): unknown {
  const document = withId(update.insertFor(query));
  storableText(document);
  session.insert(collection, document);
  return document._id;
}

const collectionOf = (parameters: Parameters, { catalogue }: WireContext) =>
  catalogue.get(parameters.collectionName);

/** The SDK sends no query, or an empty string, when there was no `where`. */
function queryOf(parameters: Parameters, context: WireContext): Document {
  const { query } = parameters;
  if (query === undefined || query === null || query === '') return {};
  const parsed = parseWire(query, 'query', context.now);
  compileQuery(parsed);
  return parsed;
}

function optional(text: unknown, what: string, { now }: WireContext): unknown {
  return text === undefined || text === null || text === '' ? undefined : parseWireValue(text, what, now);
}

function whole(value: unknown, what: string, otherwise: number): number {
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw invalidParameter(`${what} must be a whole number that is not negative`);
}
