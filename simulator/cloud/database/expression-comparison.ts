import { distinct } from './accumulators';
import { compareValues, equalValues } from './encoding';
import { isNothing, over, overTwo, type ExpressionOperator } from './expression-operator';

/**
 * Comparisons that mingo 7 reads as query predicates: there an array equals each of its elements and values of
 * different types don't compare; in MongoDB's expressions an array is a value and every two values have an order.
 */
export const comparisonExpressions: Record<string, ExpressionOperator> = {
  $cmp: overTwo('$cmp', (a, b) => Math.sign(compareValues(a, b))),
  $eq: overTwo('$eq', equalValues),
  $ne: overTwo('$ne', (a, b) => !equalValues(a, b)),
  $gt: overTwo('$gt', (a, b) => compareValues(a, b) > 0),
  $gte: overTwo('$gte', (a, b) => compareValues(a, b) >= 0),
  $lt: overTwo('$lt', (a, b) => compareValues(a, b) < 0),
  $lte: overTwo('$lte', (a, b) => compareValues(a, b) <= 0),
  $in: overTwo('$in', (value, list) => {
    if (!Array.isArray(list)) throw new Error('$in requires an array as a second argument');
    return list.some((item) => equalValues(item, value));
  }),
  $setUnion: over((...lists) => {
    if (lists.some(isNothing)) return null;
    if (!lists.every(Array.isArray)) throw new Error('All operands of $setUnion must be arrays');
    return distinct(lists.flat());
  }),
};
