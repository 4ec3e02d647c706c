import { demandsOf, type Demands } from './bounds';
import { afterPrefix, inverted } from './encoding';
import { encodeField, type Index } from './indexes';
import type { KeyRange } from './storage';
import type { Document } from './values';

/** Sort fields in their order; 1 ascending, -1 descending. */
export type Sort = readonly (readonly [path: string, direction: 1 | -1])[];

export interface Plan {
  readonly index: Index;
  readonly ranges: KeyRange[];
  /** Read each range from its end to its beginning. */
  readonly backwards: boolean;
  /** The ranges, merged by their keys after `sortOffset` bytes, come in the order that was asked for. */
  readonly sorted: boolean;
  /** Where, in each range's keys, the sorted part begins. */
  readonly sortOffsets: number[];
  /** A document stands in each range once at most: no field after the pinned ones is an array. */
  readonly once: boolean;
  /** The ranges hold exactly the matching documents: counting needs no document. */
  readonly exact: boolean;
}

/** More separate stretches than this, and reading everything is no slower. */
const MAX_RANGES = 1000;

/**
 * Chooses the index that narrows the query most: equality and `$in` on its first fields, then the sort, then a range.
 * Undefined means that no index helps.
 */
export function choosePlan(query: Document, sort: Sort, indexes: readonly Index[]): Plan | undefined {
  const demands = demandsOf(query);
  let best: { plan: Plan; score: number } | undefined;
  for (const index of indexes) {
    const candidate = planWith(index, demands, sort);
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
  }
  return best?.plan;
}

interface Prefix {
  bytes: Buffer[];
  /** How many of the index's fields the prefixes pin down. */
  fields: number;
  exactPaths: string[];
}

function planWith(index: Index, demands: Demands, sort: Sort): { plan: Plan; score: number } | undefined {
  const prefix = pinnedPrefix(index, demands);
  const rest = index.keys.slice(prefix.fields);
  const order = sortFrom(index, rest, remainingSort(index, demands, sort, prefix.fields));
  const range = rest[0] && rangeOn(index, rest[0], demands);
  const ranges = prefix.bytes.map((bytes) => within(index.id, bytes, range?.part));
  const sorted = sort.length === 0 || order !== undefined;
  const helpsSort = sort.length > 0 && sorted;
  if (prefix.fields === 0 && !range && !helpsSort) return undefined;
  const exactPaths = range?.exact ? [...prefix.exactPaths, rest[0]![0]] : prefix.exactPaths;
  return {
    plan: {
      index,
      ranges,
      backwards: order === 'backwards',
      sorted,
      sortOffsets: prefix.bytes.map((bytes) => bytes.length),
      once: !rest.some(([path]) => index.multikey.has(path)),
      exact: demands.complete && [...demands.fields.keys()].every((path) => exactPaths.includes(path)),
    },
    // Each pinned field weighs most; a free sort more than a range, for it lets a limit stop early.
    score: prefix.fields * 10 + (helpsSort ? 5 : 0) + (range ? 4 : 0) - (prefix.bytes.length > 1 ? 1 : 0),
  };
}

function pinnedPrefix(index: Index, demands: Demands): Prefix {
  const prefix: Prefix = { bytes: [Buffer.alloc(0)], fields: 0, exactPaths: [] };
  for (const [path, direction] of index.keys) {
    const all = demands.fields.get(path) ?? [];
    const pinned = all.find((bounds) => bounds.kind === 'points');
    if (pinned?.kind !== 'points') break;
    const parts = pinned.values.map((value) => encodeField(value, direction));
    if (prefix.bytes.length * parts.length > MAX_RANGES) break;
    prefix.bytes = distinct(
      prefix.bytes.flatMap((bytes) => parts.map((part) => Buffer.concat([bytes, part]))),
    );
    prefix.fields++;
    if (pinned.exact && all.length === 1) prefix.exactPaths.push(path);
  }
  return prefix;
}

const distinct = (keys: Buffer[]) => [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];

/** A field pinned to one value sorts nothing, unless it is an array: that sorts by its smallest or largest element. */
function remainingSort(index: Index, demands: Demands, sort: Sort, pinnedFields: number): Sort {
  const constant = index.keys
    .slice(0, pinnedFields)
    .map(([path]) => path)
    .filter((path) => {
      const point = demands.fields.get(path)?.find((bounds) => bounds.kind === 'points');
      return point?.kind === 'points' && point.values.length === 1 && !index.multikey.has(path);
    });
  return sort.filter(([path]) => !constant.includes(path));
}

function sortFrom(index: Index, rest: Index['keys'], sort: Sort): 'forwards' | 'backwards' | undefined {
  if (sort.length === 0) return 'forwards';
  if (sort.length > rest.length) return undefined;
  const backwards = sort[0]![1] !== rest[0]![1];
  const fits = sort.every(([path, direction], i) => {
    const [keyPath, keyDirection] = rest[i]!;
    return path === keyPath && !index.multikey.has(path) && (direction !== keyDirection) === backwards;
  });
  if (!fits) return undefined;
  return backwards ? 'backwards' : 'forwards';
}

/** Bounds on the first field after the pinned ones. On an array field two bounds may be met by two elements: only one is used. */
function rangeOn(
  index: Index,
  [path, direction]: Index['keys'][number],
  demands: Demands,
): { part: { from: Buffer; to: Buffer }; exact: boolean } | undefined {
  const all = demands.fields.get(path) ?? [];
  const ranges = all.filter((bounds) => bounds.kind === 'range');
  const used = index.multikey.has(path) ? ranges.slice(0, 1) : ranges;
  if (used.length === 0) return undefined;
  const from = used.map((bounds) => bounds.from).reduce((a, b) => (Buffer.compare(a, b) > 0 ? a : b));
  const to = used.map((bounds) => bounds.to).reduce((a, b) => (Buffer.compare(a, b) < 0 ? a : b));
  const part = direction === 1 ? { from, to } : { from: turned(to), to: turned(from) };
  return { part, exact: used.length === all.length };
}

/** In a descending field every byte is turned over: what was at or above an end is now below its turned successor. */
const turned = (end: Buffer): Buffer => afterPrefix(inverted(end))!;

function within(index: number, prefix: Buffer, part: { from: Buffer; to: Buffer } | undefined): KeyRange {
  if (!part) return { index, from: prefix, to: afterPrefix(prefix) };
  return { index, from: Buffer.concat([prefix, part.from]), to: Buffer.concat([prefix, part.to]) };
}
