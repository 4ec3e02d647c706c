import { evalExpr } from 'mingo/core';

export type EvaluationOptions = Parameters<typeof evalExpr>[2];

/** An expression operator as mingo calls it: the document, the operand still to be evaluated, and mingo's options. */
export type ExpressionOperator = (document: unknown, operand: unknown, options: EvaluationOptions) => unknown;

/** An operator over its evaluated arguments; a single one may stand without a list. */
export const over =
  (apply: (...values: unknown[]) => unknown): ExpressionOperator =>
  (document, operand, options) => {
    const operands = Array.isArray(operand) ? (operand as unknown[]) : [operand];
    return apply(...operands.map((part) => evalExpr(document, part, options)));
  };

/** An operator over exactly two evaluated arguments. */
export const overTwo =
  (name: string, apply: (left: unknown, right: unknown) => unknown): ExpressionOperator =>
  (document, operand, options) => {
    if (!Array.isArray(operand) || operand.length !== 2) {
      throw new Error(`Expression ${name} takes exactly 2 arguments`);
    }
    return over(apply)(document, operand, options);
  };

export const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;
