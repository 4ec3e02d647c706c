import { compileQuery } from './query';
import { requestFailed } from './refusals';
import { isObject, type Document } from './values';

/** A place in a document that an update operator works on. */
export interface Place {
  /** `undefined` where nothing is there yet. */
  get(): unknown;
  set(value: unknown): void;
  /** Removes an object's field; an array keeps its length and gets null. */
  unset(): void;
}

/** Looks up the places that an update's path means in this document: several for `$[]`, and a position for `$`. */
export class Places {
  constructor(
    private readonly root: Document,
    private readonly query: Document,
  ) {}

  at(path: string): Place[] {
    const parts = path.split('.');
    if (parts.includes('__proto__')) throw requestFailed('A field cannot be named __proto__.');
    if (parts.some((part) => part === '')) {
      throw requestFailed(`The update path '${path}' contains an empty field name`);
    }
    return this.#expand(parts, 0).map((concrete) => this.#place(concrete));
  }

  #expand(parts: string[], from: number): string[][] {
    const position = parts.findIndex((part, i) => i >= from && part.startsWith('$'));
    if (position === -1) return [parts];
    const array = read(this.root, parts.slice(0, position));
    const path = parts.slice(0, position).join('.');
    switch (parts[position]) {
      case '$[]':
        if (array === undefined) {
          throw requestFailed(`The path '${path}' must exist in the document to apply array updates.`);
        }
        if (!Array.isArray(array)) {
          throw requestFailed(`Cannot apply array updates to non-array element ${path}`);
        }
        return array.flatMap((_, i) => this.#expand(replaced(parts, position, i), position));
      case '$':
        return [replaced(parts, position, this.#matchedPosition(path, array))];
      default:
        throw requestFailed(
          `array filters and dollar-prefixed fields cannot be used in an update path: '${parts.join('.')}'`,
        );
    }
  }

  /** The first element that the query's conditions on this array hold for. */
  #matchedPosition(path: string, array: unknown): number {
    const conditions = Object.entries(flatConditions(this.query)).filter(
      ([key]) => key === path || key.startsWith(`${path}.`),
    );
    if (conditions.length === 0 || !Array.isArray(array)) {
      throw requestFailed('The positional operator did not find the match needed from the query.');
    }
    const position = array.findIndex((item: unknown) =>
      conditions.every(([key, condition]) => compileQuery({ [key]: condition })(nested(path, [item]))),
    );
    if (position === -1) {
      throw requestFailed('The positional operator did not find the match needed from the query.');
    }
    return position;
  }

  #place(parts: string[]): Place {
    const last = parts.at(-1)!;
    const parentPath = parts.slice(0, -1);
    return {
      get: () => read(this.root, parts),
      set: (value) => {
        const parent = this.#parentFor(parentPath, last);
        if (Array.isArray(parent)) {
          while (parent.length < Number(last)) parent.push(null);
          parent[Number(last)] = value;
        } else parent[last] = value;
      },
      unset: () => {
        const parent = read(this.root, parentPath);
        if (Array.isArray(parent)) {
          if (isPosition(last) && Number(last) < parent.length) parent[Number(last)] = null;
        } else if (isObject(parent)) Reflect.deleteProperty(parent, last);
      },
    };
  }

  /** The object or array that holds the place; missing objects on the way are made. */
  #parentFor(path: string[], field: string): Document | unknown[] {
    let at: Document | unknown[] = this.root;
    for (const [i, part] of path.entries()) {
      let next: unknown = child(at, part);
      if (next === undefined) {
        next = {};
        checkField(at, part, path.slice(0, i));
        if (Array.isArray(at)) {
          while (at.length < Number(part)) at.push(null);
          at[Number(part)] = next;
        } else at[part] = next;
      }
      if (!Array.isArray(next) && !isObject(next)) {
        throw requestFailed(
          `Cannot create field '${path[i + 1] ?? field}' in element {${part}: ${JSON.stringify(next)}}`,
        );
      }
      at = next as Document | unknown[];
    }
    checkField(at, field, path);
    return at;
  }
}

const replaced = (parts: readonly string[], at: number, position: number): string[] =>
  parts.map((part, i) => (i === at ? String(position) : part));

const isPosition = (part: string) => /^(0|[1-9]\d{0,5})$/.test(part);

function checkField(parent: Document | unknown[], field: string, path: string[]): void {
  if (Array.isArray(parent) && !isPosition(field)) {
    throw requestFailed(`Cannot create field '${field}' in element {${path.at(-1) ?? ''}: [array]}`);
  }
}

function child(parent: unknown, part: string): unknown {
  if (Array.isArray(parent)) return isPosition(part) ? (parent as unknown[])[Number(part)] : undefined;
  return isObject(parent) && Object.hasOwn(parent, part) ? parent[part] : undefined;
}

const read = (root: unknown, parts: readonly string[]): unknown => parts.reduce(child, root);

const nested = (path: string, value: unknown): Document =>
  path.split('.').reduceRight((inner: unknown, part) => ({ [part]: inner }), value) as Document;

function flatConditions(query: Document): Document {
  const branches = Array.isArray(query.$and) ? (query.$and as unknown[]).filter(isObject) : [];
  return Object.assign({}, ...branches.map(flatConditions), query) as Document;
}
