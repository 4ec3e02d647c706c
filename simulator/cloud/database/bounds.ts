import { BSONRegExp } from 'bson';
import { afterPrefix, encodeValue, typeByte } from './encoding';
import { isNativeRegExp, isObject, isOperatorObject, typeOf, type Document } from './values';

/**
 * What a query demands of one field, as far as an index can answer it. `exact` says that the bounds hold precisely the
 * matching values; otherwise they hold at least those, and the predicate decides.
 */
export type Bounds =
  | { kind: 'points'; values: unknown[]; exact: boolean }
  /** Encoded ascending: from `from` (included) to `to` (excluded), within one type. */
  | { kind: 'range'; from: Buffer; to: Buffer; exact: boolean };

export interface Demands {
  /** For each path every demand made of it; all of them must hold. */
  readonly fields: Map<string, Bounds[]>;
  /** True when the demands are the whole query. */
  readonly complete: boolean;
}

/** Reads the demands out of a query: its own fields and those of its `$and` branches. */
export function demandsOf(query: Document): Demands {
  const fields = new Map<string, Bounds[]>();
  let complete = true;
  const visit = (part: Document): void => {
    for (const [key, condition] of Object.entries(part)) {
      if (key === '$and' && Array.isArray(condition)) {
        for (const branch of condition as unknown[]) if (isObject(branch)) visit(branch);
      } else if (key.startsWith('$')) complete = false;
      else {
        const { bounds, whole } = boundsOf(condition);
        if (bounds.length > 0) fields.set(key, [...(fields.get(key) ?? []), ...bounds]);
        complete &&= whole;
      }
    }
  };
  visit(query);
  return { fields, complete };
}

function boundsOf(condition: unknown): { bounds: Bounds[]; whole: boolean } {
  const entries = isOperatorObject(condition) ? Object.entries(condition) : [['$eq', condition] as const];
  const bounds = entries.map(([operator, operand]) => boundsOfOperator(operator, operand));
  const usable = bounds.filter((bound) => bound !== undefined);
  return { bounds: usable, whole: usable.length === bounds.length && usable.every(({ exact }) => exact) };
}

function boundsOfOperator(operator: string, operand: unknown): Bounds | undefined {
  switch (operator) {
    case '$eq':
      return points([operand]);
    case '$in':
      return Array.isArray(operand) ? points(operand as unknown[]) : undefined;
    case '$all': {
      // Every listed value is there, so the first one is.
      const first: unknown = Array.isArray(operand) ? operand[0] : undefined;
      if (isObject(first)) return undefined;
      const point = first === undefined ? undefined : points([first]);
      return point && { ...point, exact: false };
    }
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return range(operator, operand);
    default:
      return undefined;
  }
}

/** Whole arrays and regular expressions are not found by a point: an index holds an array's elements. */
function points(values: unknown[]): Bounds | undefined {
  if (values.some((value) => Array.isArray(value) || value instanceof BSONRegExp || isNativeRegExp(value))) {
    return undefined;
  }
  return { kind: 'points', values, exact: !values.includes(null) };
}

const RANGE_TYPES = ['number', 'string', 'date', 'bool', 'objectId'];

function range(operator: string, operand: unknown): Bounds | undefined {
  const type = typeOf(operand);
  if (!RANGE_TYPES.includes(type) || Number.isNaN(operand)) return undefined;
  // NaN stands below all numbers, and no range holds it.
  const first = type === 'number' ? afterPrefix(encodeValue(NaN))! : typeByte(type);
  const last = afterPrefix(typeByte(type))!;
  const value = encodeValue(operand);
  const after = afterPrefix(value)!;
  switch (operator) {
    case '$gt':
      return { kind: 'range', from: after, to: last, exact: true };
    case '$gte':
      return { kind: 'range', from: value, to: last, exact: true };
    case '$lt':
      return { kind: 'range', from: first, to: value, exact: true };
    default:
      return { kind: 'range', from: first, to: after, exact: true };
  }
}
