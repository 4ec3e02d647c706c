/*
 * What these tests use of wx-server-sdk. Its own declarations describe the callback style too, so that every result
 * might be void, and lack `expr`, `pipeline` and the options of `serverDate`.
 */

export type Fields = Record<string, unknown>;

/** A command inside a query or an update, like `_.gte(1)`. */
export interface Command {
  and(...operands: unknown[]): Command;
  or(...operands: unknown[]): Command;
}

type Makers<Name extends string> = Record<Name, (...operands: unknown[]) => Command>;

type QueryCommand =
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'nin'
  | 'and'
  | 'or'
  | 'nor'
  | 'not'
  | 'exists'
  | 'size'
  | 'all'
  | 'elemMatch'
  | 'mod'
  | 'expr';
type UpdateCommand =
  | 'set'
  | 'remove'
  | 'inc'
  | 'mul'
  | 'min'
  | 'max'
  | 'rename'
  | 'push'
  | 'pull'
  | 'pullAll'
  | 'pop'
  | 'shift'
  | 'unshift'
  | 'addToSet';

export interface SdkCommands extends Makers<QueryCommand | UpdateCommand> {
  aggregate: Makers<'sum' | 'max' | 'eq' | 'gte' | 'and' | 'multiply'> & { pipeline(): SdkPipeline };
  project: Makers<'slice' | 'elemMatch'>;
}

type Stage = 'match' | 'group' | 'sort' | 'limit' | 'lookup' | 'project' | 'unwind' | 'sortByCount';

export type SdkPipeline = Record<Stage, (argument: unknown) => SdkPipeline> & {
  done(): unknown[];
  end(): Promise<{ list: Fields[] }>;
};

export interface SdkDocument {
  get(): Promise<{ data: Fields }>;
  update(options: { data: Fields }): Promise<{ stats: { updated: number } }>;
  set(options: { data: Fields }): Promise<{ stats: { updated: number; created: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

export interface SdkQuery {
  where(query: unknown): SdkQuery;
  orderBy(path: string, direction: 'asc' | 'desc'): SdkQuery;
  skip(count: number): SdkQuery;
  limit(count: number): SdkQuery;
  field(fields: Fields): SdkQuery;
  get(): Promise<{ data: Fields[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: Fields }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

export interface SdkCollection extends SdkQuery {
  doc(id: string | number): SdkDocument;
  add(options: { data: Fields }): Promise<{ _id: string | number }>;
  aggregate(): SdkPipeline;
}

export interface SdkTransaction {
  collection(name: string): SdkCollection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

export interface SdkDatabase {
  command: SdkCommands;
  Geo: { Point(longitude: number, latitude: number): unknown; LineString(points: unknown[]): unknown };
  serverDate(options?: { offset: number }): unknown;
  RegExp(options: { regexp: string; options?: string }): unknown;
  collection(name: string): SdkCollection;
  createCollection(name: string): Promise<unknown>;
  startTransaction(): Promise<SdkTransaction>;
  runTransaction<T>(run: (transaction: SdkTransaction) => Promise<T>, retries?: number): Promise<T>;
}
