import { evalExpr } from 'mingo/core';
import * as mingo from 'mingo/operators/expression';
import { isNothing, type ExpressionOperator } from './expression-operator';
import { isObject } from './values';

const fromMingo = mingo as unknown as Record<string, ExpressionOperator>;

/** The operator gives null when its first argument is nothing, where mingo 7 throws. */
const nullFirst =
  (name: string): ExpressionOperator =>
  (document, operand, options) => {
    const operands = Array.isArray(operand) ? (operand as unknown[]) : [operand];
    const values = operands.map((part) => evalExpr(document, part, options));
    const decisive = name === '$slice' ? values.slice(0, 1) : values;
    return decisive.some(isNothing) ? null : fromMingo[name]!(document, operand, options);
  };

/** A date part of nothing is null; the date stands alone or beside a time zone. */
const datePart =
  (part: ExpressionOperator): ExpressionOperator =>
  (document, operand, options) => {
    const date: unknown = isObject(operand) && 'date' in operand ? operand.date : operand;
    const value: unknown = evalExpr(document, date, options);
    return isNothing(Array.isArray(value) ? value[0] : value) ? null : part(document, operand, options);
  };

/** `{$round: x}` is `{$round: [x]}`. */
const listed =
  (name: string): ExpressionOperator =>
  (document, operand, options) =>
    fromMingo[name]!(document, Array.isArray(operand) ? operand : [operand], options);

const DATE_PARTS =
  `dayOfMonth dayOfWeek dayOfYear isoDayOfWeek isoWeek millisecond minute month second hour week year`
    .split(' ')
    .map((name) => `$${name}`);

/** The ISO year differs from the calendar's in the first days of January and the last of December. */
const isoWeekYear: ExpressionOperator = (document, operand, options) => {
  const [year, month, week] = ['$year', '$month', '$isoWeek'].map(
    (name) => fromMingo[name]!(document, operand, options) as number,
  );
  if (month === 1 && week! >= 52) return year! - 1;
  return month === 12 && week === 1 ? year! + 1 : year;
};

/** Without a default, finding no branch is an error. */
const switchOrFail: ExpressionOperator = (document, operand, options) => {
  if (isObject(operand) && !('default' in operand)) {
    const NONE = {};
    const result = fromMingo.$switch!(document, { ...operand, default: { $literal: NONE } }, options);
    if (result === NONE) {
      throw new Error('$switch could not find a matching branch for an input, and no default was specified.');
    }
    return result;
  }
  return fromMingo.$switch!(document, operand, options);
};

/** mingo's operators where they differ from MongoDB's in an edge. */
export const correctedExpressions: Record<string, ExpressionOperator> = {
  ...Object.fromEntries(DATE_PARTS.map((name) => [name, datePart(fromMingo[name]!)])),
  $isoWeekYear: datePart(isoWeekYear),
  $mod: nullFirst('$mod'),
  $slice: nullFirst('$slice'),
  $trunc: listed('$trunc'),
  $round: listed('$round'),
  $switch: switchOrFail,
};
