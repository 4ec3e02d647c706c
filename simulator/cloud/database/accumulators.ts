import { compareValues, encodeValue } from './encoding';
import { isObject, type Document } from './values';

const numbers = (values: readonly unknown[]) => values.filter((value) => typeof value === 'number');
const present = (values: readonly unknown[]) => values.filter((value) => value !== undefined);
const known = (values: readonly unknown[]) => values.filter((value) => value !== undefined && value !== null);
const sum = (values: readonly unknown[]) => numbers(values).reduce((total, value) => total + value, 0);

/** Equal values are kept once, in the order of their first appearance. */
export function distinct(values: readonly unknown[]): unknown[] {
  const seen = new Map<string, unknown>();
  for (const value of values) {
    const key = encodeValue(value).toString('base64');
    if (!seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}

function deviation(values: readonly unknown[], ofSample: boolean): number | null {
  const data = numbers(values);
  const divisor = data.length - (ofSample ? 1 : 0);
  if (divisor < 1) return null;
  const mean = sum(data) / data.length;
  return Math.sqrt(data.reduce((total, value) => total + (value - mean) ** 2, 0) / divisor);
}

const extreme = (values: readonly unknown[], sign: 1 | -1): unknown =>
  known(values).reduce<unknown>(
    (best, value) => (best === null || sign * compareValues(value, best) > 0 ? value : best),
    null,
  );

/**
 * What `$group` can gather, over one value per document in their order. A missing value is skipped by `$push` and
 * `$addToSet` and is null for `$first` and `$last`; what is not a number doesn't count for sums.
 */
export const ACCUMULATORS: Record<string, (values: readonly unknown[]) => unknown> = {
  $sum: sum,
  $avg: (values) => (numbers(values).length === 0 ? null : sum(values) / numbers(values).length),
  $min: (values) => extreme(values, -1),
  $max: (values) => extreme(values, 1),
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: present,
  $addToSet: (values) => distinct(present(values)),
  $stdDevPop: (values) => deviation(values, false),
  $stdDevSamp: (values) => deviation(values, true),
  $mergeObjects: (values) => Object.assign({}, ...values.filter(isObject)) as Document,
};

export const isAccumulator = (operator: string) => Object.hasOwn(ACCUMULATORS, operator);
