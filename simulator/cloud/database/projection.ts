import { elementTest } from './query';
import { invalidOperator, requestFailed } from './refusals';
import { isObject, type Document } from './values';

/** Which fields to keep (`include`) or to drop, as a tree over paths; `true` ends a path. */
interface FieldTree {
  [name: string]: FieldTree | true;
}

type ArrayProjection = (array: readonly unknown[]) => unknown[];

/** A find's projection: `1`/`0` per path, `$slice` and `$elemMatch`. `_id` comes along unless it is dropped. */
export function compileProjection(specification: Document): (document: Document) => Document {
  const flat = Object.entries(specification);
  const arrays = new Map<string, ArrayProjection>();
  const kept: string[] = [];
  const dropped: string[] = [];
  let keepsId = true;
  for (const [path, choice] of flat) {
    if (path.split('.').some((part) => part.startsWith('$'))) {
      throw invalidOperator(`the positional projection '${path}' is not emulated by the simulator`);
    }
    if (isObject(choice)) {
      const [operator, operand] = soleEntry(path, choice);
      arrays.set(path, arrayProjection(operator, operand));
      if (operator === '$elemMatch') kept.push(path);
    } else if (path === '_id') keepsId = truthy(choice);
    else (truthy(choice) ? kept : dropped).push(path);
  }
  if (kept.length > 0 && dropped.length > 0) {
    throw requestFailed('Projection cannot have a mix of inclusion and exclusion.');
  }
  const including =
    kept.length > 0 || (keepsId && dropped.length === 0 && arrays.size === 0 && '_id' in specification);
  const select = including
    ? includingOnly(treeOf([...new Set([...kept, ...arrays.keys()]), ...(keepsId ? ['_id'] : [])]))
    : excluding(treeOf([...dropped, ...(keepsId ? [] : ['_id'])]));
  return (document) => {
    const result = select(document) as Document;
    for (const [path, project] of arrays) applyTo(result, path.split('.'), project);
    return result;
  };
}

const truthy = (choice: unknown) => choice !== 0 && choice !== false;

function soleEntry(path: string, choice: Document): [string, unknown] {
  const entries = Object.entries(choice);
  if (entries.length !== 1) throw requestFailed(`the projection of '${path}' needs exactly one operator`);
  return entries[0]!;
}

function arrayProjection(operator: string, operand: unknown): ArrayProjection {
  if (operator === '$slice') {
    const [skip, count] = sliceBounds(operand);
    return (array) => {
      const start = skip < 0 ? Math.max(0, array.length + skip) : skip;
      return array.slice(start, count === undefined ? undefined : start + count);
    };
  }
  if (operator !== '$elemMatch') throw invalidOperator(`Unsupported projection option: ${operator}`);
  const matches = elementTest(operand);
  return (array) => {
    const position = array.findIndex((item) => matches(item));
    return position === -1 ? [] : [array[position]];
  };
}

function sliceBounds(operand: unknown): [skip: number, count: number | undefined] {
  if (typeof operand === 'number') return operand < 0 ? [operand, undefined] : [0, operand];
  const [skip, count] = Array.isArray(operand) ? (operand as unknown[]) : [];
  if (typeof skip !== 'number' || typeof count !== 'number' || count <= 0) {
    throw requestFailed(
      '$slice takes a number, or an array of a number to skip and a positive number to return',
    );
  }
  return [skip, count];
}

/** Paths as a tree; a path and its inside at once are refused, as MongoDB does. */
export function treeOf(paths: readonly string[]): FieldTree {
  const root: FieldTree = {};
  for (const path of paths) {
    const parts = path.split('.');
    let at = root;
    parts.forEach((part, i) => {
      const last = i === parts.length - 1;
      const known = Object.hasOwn(at, part) ? at[part] : undefined;
      if (known === true || (last && known)) {
        throw requestFailed(`Path collision at ${path}`);
      }
      if (last) at[part] = true;
      else at = (at[part] ??= {}) as FieldTree;
    });
  }
  return root;
}

/** Keeps the tree's fields, in the document's order; arrays are entered, and what is not an object in them goes. */
export function includingOnly(tree: FieldTree): (value: unknown) => unknown {
  const keep = (value: unknown, branch: FieldTree): unknown => {
    if (Array.isArray(value)) {
      return value.filter((item) => isObject(item) || Array.isArray(item)).map((item) => keep(item, branch));
    }
    const result: Document = {};
    for (const [name, item] of Object.entries(value as Document)) {
      const next = Object.hasOwn(branch, name) ? branch[name] : undefined;
      if (next === true) result[name] = item;
      else if (next && (isObject(item) || Array.isArray(item))) result[name] = keep(item, next);
    }
    return result;
  };
  return (value) => keep(value, tree);
}

/** Everything but the tree's fields. */
export function excluding(tree: FieldTree): (value: unknown) => unknown {
  const drop = (value: unknown, branch: FieldTree): unknown => {
    if (Array.isArray(value)) return value.map((item) => drop(item, branch));
    if (!isObject(value)) return value;
    const result: Document = {};
    for (const [name, item] of Object.entries(value)) {
      const next = Object.hasOwn(branch, name) ? branch[name] : undefined;
      if (next !== true) result[name] = next ? drop(item, next) : item;
    }
    return result;
  };
  return (value) => drop(value, tree);
}

function applyTo(document: Document, parts: readonly string[], project: ArrayProjection): void {
  const [name, ...rest] = parts;
  const value = document[name!];
  if (rest.length > 0) {
    if (isObject(value)) applyTo((document[name!] = { ...value }), rest, project);
    return;
  }
  if (!Array.isArray(value)) return;
  const projected = project(value as unknown[]);
  document[name!] = projected;
}
