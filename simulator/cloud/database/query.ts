import { evaluate } from './expressions';
import {
  ELEMENT_OPERATORS,
  all,
  anyElement,
  elementMatches,
  equals,
  exists,
  refuseOperator,
  size,
  type DocumentPredicate,
  type ElementPredicate,
} from './predicates';
import { regexFrom } from './regex';
import { invalidOperator, requestFailed } from './refusals';
import { isNativeRegExp, isObject, isOperatorObject, type Document } from './values';
import { BSONRegExp } from 'bson';

/**
 * A query in MongoDB's language as a predicate over documents. Own code where mingo could have served: mingo 7 sorts
 * arrays before it compares them, ignores the order of an object's fields, and finds nothing with `$all` on a scalar
 * or `$type` on an array's elements. Its expressions are used (`$expr`), see expressions.ts.
 */
export function compileQuery(query: Document, variables: Document = {}): DocumentPredicate {
  const predicates = Object.entries(query).map(([key, condition]) =>
    key.startsWith('$') ? logical(key, condition, variables) : field(key, condition),
  );
  return (document) => predicates.every((predicate) => predicate(document));
}

function logical(operator: string, operand: unknown, variables: Document): DocumentPredicate {
  switch (operator) {
    case '$and':
    case '$or':
    case '$nor': {
      const branches = branchesOf(operator, operand).map((branch) => compileQuery(branch, variables));
      if (operator === '$and') return (document) => branches.every((branch) => branch(document));
      const wanted = operator === '$or';
      return (document) => branches.some((branch) => branch(document)) === wanted;
    }
    case '$expr': {
      const expression = evaluate(operand);
      return (document) => truthy(expression(document, variables));
    }
    default:
      return refuseOperator(operator);
  }
}

export function branchesOf(operator: string, operand: unknown): Document[] {
  if (!Array.isArray(operand) || operand.length === 0) {
    throw requestFailed(`${operator} must be a nonempty array`);
  }
  return (operand as unknown[]).map((branch) => {
    if (!isObject(branch)) throw requestFailed(`${operator} entries need to be full objects`);
    return branch;
  });
}

/** In expressions 0, null and missing are false, and everything else is true, the empty string too. */
const truthy = (value: unknown) => value !== false && value !== 0 && value !== null && value !== undefined;

function field(path: string, condition: unknown): DocumentPredicate {
  if (isNativeRegExp(condition) || condition instanceof BSONRegExp) condition = { $regex: condition };
  if (!isOperatorObject(condition)) return anyElement(path, equals(condition));
  const operators = condition;
  const predicates = Object.entries(operators)
    .filter(([operator]) => !(operator === '$options' && '$regex' in operators))
    .map(([operator, operand]) => fieldOperator(path, operator, operand, operators));
  return (document) => predicates.every((predicate) => predicate(document));
}

function fieldOperator(
  path: string,
  operator: string,
  operand: unknown,
  siblings: Document,
): DocumentPredicate {
  switch (operator) {
    case '$ne':
    case '$nin': {
      if (operator === '$ne') refuseRegex(operand);
      const found = anyElement(
        path,
        ELEMENT_OPERATORS[operator === '$ne' ? '$eq' : '$in']!(operand, siblings),
      );
      return (document) => !found(document);
    }
    case '$not': {
      const regex = isNativeRegExp(operand) || operand instanceof BSONRegExp;
      if (!regex && (!isOperatorObject(operand) || Object.keys(operand).length === 0)) {
        throw requestFailed('$not needs a regex or a document');
      }
      const inner = field(path, operand);
      return (document) => !inner(document);
    }
    case '$exists':
      return exists(path, operand);
    case '$size':
      return size(path, operand);
    case '$elemMatch':
      return elementMatches(path, elementTest(operand));
    case '$all':
      return all(path, operand, (item) => elementMatches(path, elementTest(item)));
    default: {
      if (!operator.startsWith('$')) throw invalidOperator(`unknown operator: ${operator}`);
      return anyElement(path, elementOperator(operator, operand, siblings));
    }
  }
}

function elementOperator(operator: string, operand: unknown, siblings: Document): ElementPredicate {
  const compile = Object.hasOwn(ELEMENT_OPERATORS, operator) ? ELEMENT_OPERATORS[operator] : undefined;
  return compile ? compile(operand, siblings) : refuseOperator(operator);
}

function refuseRegex(operand: unknown): void {
  if (isNativeRegExp(operand) || operand instanceof BSONRegExp) {
    throw requestFailed("Can't have regex as arg to $ne.");
  }
}

const LOGICAL = ['$and', '$or', '$nor', '$expr'];

/** `$elemMatch` takes operators on the element itself, or a query on elements that are sub-documents. */
export function elementTest(operand: unknown): ElementPredicate {
  if (!isObject(operand)) throw requestFailed('$elemMatch needs an Object');
  const [first] = Object.keys(operand);
  if (first === undefined || !first.startsWith('$') || LOGICAL.includes(first)) {
    const matches = compileQuery(operand);
    return (value) => (isObject(value) || Array.isArray(value)) && matches(value as Document);
  }
  // Wrapped, so that every operator serves; an element that is itself an array is not entered.
  const predicates = Object.entries(operand)
    .filter(([operator]) => !(operator === '$options' && '$regex' in operand))
    .map(([operator, item]) => singleElement(operator, item, operand));
  return (value) => predicates.every((predicate) => predicate(value));
}

function singleElement(operator: string, operand: unknown, siblings: Document): ElementPredicate {
  switch (operator) {
    case '$ne':
    case '$nin': {
      if (operator === '$ne') refuseRegex(operand);
      const found = elementOperator(operator === '$ne' ? '$eq' : '$in', operand, siblings);
      return (value) => !found(value);
    }
    case '$not': {
      const inner = elementTest(isObject(operand) ? operand : { $regex: regexFrom(operand) });
      return (value) => !inner(value);
    }
    case '$exists':
      return (value) => (value !== undefined) === Boolean(operand);
    case '$size':
    case '$elemMatch':
    case '$all': {
      const inner = fieldOperator('element', operator, operand, siblings);
      return (value) => inner({ element: value });
    }
    default:
      return elementOperator(operator, operand, siblings);
  }
}
