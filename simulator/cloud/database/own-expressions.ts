import { evalExpr } from 'mingo/core';
import { distinct } from './accumulators';
import { compareValues, equalValues } from './encoding';

type Options = Parameters<typeof evalExpr>[2];
type Operator = (document: unknown, operand: unknown, options: Options) => unknown;

/** An operator over two evaluated arguments. */
const binary =
  (name: string, apply: (left: unknown, right: unknown) => unknown): Operator =>
  (document, operand, options) => {
    if (!Array.isArray(operand) || operand.length !== 2)
      throw new Error(`Expression ${name} takes exactly 2 arguments`);
    const [left, right] = evalExpr(document, operand, options) as [unknown, unknown];
    return apply(left, right);
  };

/**
 * Expressions that mingo 7 reads as query predicates: there an array equals each of its elements and values of
 * different types don't compare; in MongoDB's expressions an array is a value and every two values have an order.
 */
export function ownExpressions(): Record<string, Operator> {
  return {
    $cmp: binary('$cmp', (a, b) => Math.sign(compareValues(a, b))),
    $eq: binary('$eq', equalValues),
    $ne: binary('$ne', (a, b) => !equalValues(a, b)),
    $gt: binary('$gt', (a, b) => compareValues(a, b) > 0),
    $gte: binary('$gte', (a, b) => compareValues(a, b) >= 0),
    $lt: binary('$lt', (a, b) => compareValues(a, b) < 0),
    $lte: binary('$lte', (a, b) => compareValues(a, b) <= 0),
    $in: binary('$in', (value, list) => {
      if (!Array.isArray(list)) throw new Error('$in requires an array as a second argument');
      return list.some((item) => equalValues(item, value));
    }),
    $indexOfCP: (document, operand, options) => {
      const [text, part, start = 0, end] = evalExpr(document, operand, options) as unknown[];
      if (text === null || text === undefined) return null;
      if (typeof text !== 'string' || typeof part !== 'string')
        throw new Error('$indexOfCP requires strings');
      const points = Array.from(text).slice(0, end as number | undefined);
      const wanted = Array.from(part);
      for (let at = start as number; at + wanted.length <= points.length; at++) {
        if (wanted.every((point, i) => points[at + i] === point)) return at;
      }
      return -1;
    },
    $setUnion: (document, operand, options) => {
      const lists = evalExpr(document, operand, options) as unknown[];
      if (lists.some((list) => list === null || list === undefined)) return null;
      if (!lists.every(Array.isArray)) throw new Error('All operands of $setUnion must be arrays');
      return distinct(lists.flat());
    },
  };
}
