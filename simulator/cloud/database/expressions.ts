import * as mingoExpressions from 'mingo/operators/expression';
import { Context, ProcessingMode, evalExpr } from 'mingo/core';
import { ACCUMULATORS, isAccumulator } from './accumulators';
import { comparisonExpressions } from './expression-comparison';
import { correctedExpressions } from './expression-corrections';
import type { ExpressionOperator } from './expression-operator';
import { stringExpressions } from './expression-strings';
import { invalidOperator, requestFailed } from './refusals';
import { isObject, type Document } from './values';

/** The expression operators of the SDK's `db.command.aggregate`, and the few that its users write raw. */
const OFFERED = `abs add ceil divide exp floor ln log log10 mod multiply pow round sqrt subtract trunc
  arrayElemAt arrayToObject concatArrays filter in indexOfArray isArray map range reduce reverseArray size slice zip
  and not or cmp eq gt gte lt lte ne cond ifNull switch
  dateFromParts dateFromString dateToString dayOfMonth dayOfWeek dayOfYear isoDayOfWeek isoWeek isoWeekYear millisecond
  minute month second hour week year
  literal mergeObjects objectToArray allElementsTrue anyElementTrue setDifference setEquals setIntersection setIsSubset
  setUnion concat indexOfBytes indexOfCP split strLenBytes strLenCP strcasecmp substr substrBytes substrCP toLower toUpper
  trim ltrim rtrim let type toString toInt toDouble toBool toDate`
  .split(/\s+/)
  .map((name) => `$${name}`);

const own = { ...comparisonExpressions, ...stringExpressions, ...correctedExpressions };
const fromMingo = mingoExpressions as unknown as Record<string, ExpressionOperator>;
const operators = Object.fromEntries(
  OFFERED.map((name) => {
    const operator = own[name] ?? fromMingo[name];
    if (!operator) throw new Error(`mingo has no expression ${name}`);
    return [name, operator];
  }),
);
const accumulators = Object.fromEntries(
  Object.entries(ACCUMULATORS).map(([name, accumulate]) => [
    name,
    (document: unknown, operand: unknown, options: Parameters<typeof evalExpr>[2]) => {
      const value: unknown = evalExpr(document, operand, options);
      return accumulate(
        Array.isArray(operand) && operand.length !== 1 ? (value as unknown[]) : spread(value),
      );
    },
  ]),
);

/** `{$max: '$scores'}` looks into the array, `{$max: ['$a', '$b']}` compares the two. */
function spread(value: unknown): unknown[] {
  const single: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return Array.isArray(single) ? (single as unknown[]) : [single];
}

const context = Context.init({
  expression: { ...accumulators, ...operators },
});

/** `undefined` for a field that isn't there. */
export type Expression = (document: unknown, variables?: Document) => unknown;

/** An aggregation expression, checked for unknown operators before anything runs. */
export function evaluate(expression: unknown): Expression {
  checkOperators(expression);
  return (document, variables = {}) => {
    try {
      return evalExpr(document, expression, {
        idKey: '_id',
        processingMode: ProcessingMode.CLONE_OFF,
        useStrictMode: true,
        scriptEnabled: false,
        failOnError: true,
        variables,
        context,
      });
    } catch (error) {
      throw requestFailed(error instanceof Error ? error.message : String(error));
    }
  };
}

function checkOperators(expression: unknown): void {
  if (Array.isArray(expression)) expression.forEach(checkOperators);
  if (!isObject(expression)) return;
  const keys = Object.keys(expression);
  const operator = keys.find((key) => key.startsWith('$'));
  if (operator === '$literal') return;
  if (operator !== undefined) {
    if (keys.length > 1) throw requestFailed('an expression specification must contain exactly one operator');
    if (!(operator in operators) && !isAccumulator(operator)) {
      throw invalidOperator(`Unrecognized expression '${operator}'`);
    }
  }
  Object.values(expression).forEach(checkOperators);
}
