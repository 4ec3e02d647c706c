import { equalValues } from './encoding';
import { compileQuery } from './query';
import { invalidOperator, requestFailed } from './refusals';
import { UPDATE_OPERATORS } from './update-operators';
import { Places } from './update-paths';
import { cloneValue, isObject, isOperatorObject, type Document } from './values';

/** A checked update: gives the changed document, or the very same one when nothing changes. */
export interface Update {
  apply(document: Document, query: Document): Document;
  /** The document to insert when the query finds none. */
  insertFor(query: Document): Document;
}

/** An update by operators, as `update()` sends it. Own code: mingo 7 passes silently over what MongoDB refuses. */
export function compileUpdate(modifiers: Document): Update {
  const { $setOnInsert: onInsert, ...operators } = modifiers;
  for (const [name, fields] of Object.entries(modifiers)) checkOperator(name, fields);
  refuseConflicts(modifiers);
  const change = (before: Document, query: Document, extra: Document) => {
    const after = cloneValue(before);
    for (const [name, fields] of Object.entries({ ...operators, ...extra })) {
      for (const [path, operand] of Object.entries(fields as Document)) {
        apply(name, after, path, operand, query);
      }
    }
    if (before._id !== undefined && !equalValues(before._id, after._id)) throw immutableId();
    return equalValues(before, after) ? before : after;
  };
  return {
    apply: (document, query) => change(document, query, {}),
    insertFor: (query) => {
      const base = equalitiesOf(query);
      const set = isObject(operators.$set) ? operators.$set : {};
      return change(base, query, isObject(onInsert) ? { $set: { ...set, ...onInsert } } : {});
    },
  };
}

/** A whole new document in place of the old, as `set()` sends it; the `_id` stays. */
export function compileReplacement(replacement: Document): Update {
  const [odd] = Object.keys(replacement).filter((key) => key.startsWith('$'));
  if (odd !== undefined) {
    throw requestFailed(`The replacement document must not contain update operators: ${odd}`);
  }
  const replace = (id: unknown): Document => {
    const { _id: given = id, ...fields } = cloneValue(replacement);
    if (id !== undefined && !equalValues(given, id)) throw immutableId();
    return given === undefined ? fields : { _id: given, ...fields };
  };
  return {
    apply: (document) => replace(document._id),
    insertFor: (query) => replace(equalitiesOf(query)._id),
  };
}

const immutableId = () =>
  requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");

function checkOperator(name: string, fields: unknown): void {
  if (!name.startsWith('$')) {
    throw requestFailed(`an update takes operators only, but has the field '${name}'`);
  }
  if (!(name in UPDATE_OPERATORS) && name !== '$rename' && name !== '$setOnInsert') {
    throw invalidOperator(`Unknown modifier: ${name}`);
  }
  if (!isObject(fields)) {
    throw requestFailed(`Modifiers operate on fields but we found type ${typeof fields} instead`);
  }
}

/** Two operators may not touch the same field, nor a field and its inside: which came first would be anyone's guess. */
function refuseConflicts(modifiers: Document): void {
  const paths: string[] = [];
  for (const [name, fields] of Object.entries(modifiers as Record<string, Document>)) {
    for (const [path, operand] of Object.entries(fields)) {
      paths.push(path);
      if (name !== '$rename') continue;
      if (typeof operand !== 'string') {
        throw requestFailed(`The 'to' field for $rename must be a string: ${path}`);
      }
      paths.push(operand);
    }
  }
  const sorted = paths.map((path) => `${path}.`).sort();
  sorted.forEach((path, i) => {
    if (!sorted[i + 1]?.startsWith(path)) return;
    const name = path.slice(0, -1);
    throw requestFailed(
      `Updating the path '${sorted[i + 1]!.slice(0, -1)}' would create a conflict at '${name}'`,
    );
  });
}

function apply(name: string, document: Document, path: string, operand: unknown, query: Document): void {
  const places = new Places(document, query);
  if (name === '$rename') rename(places, path, operand as string);
  else for (const place of places.at(path)) UPDATE_OPERATORS[name]!(place, operand, path);
}

function rename(places: Places, from: string, to: string): void {
  if ([from, to].some((path) => path.split('.').some((part) => part.startsWith('$')))) {
    throw requestFailed(`The source and target field for $rename must not be dynamic: ${from}`);
  }
  const [source] = places.at(from);
  const value = source!.get();
  if (value === undefined) return;
  source!.unset();
  places.at(to)[0]!.set(value);
}

/** The fields that a query pins to one value: what an upsert starts from. */
function equalitiesOf(query: Document): Document {
  compileQuery(query);
  const document: Document = {};
  const visit = (part: Document): void => {
    for (const [key, condition] of Object.entries(part)) {
      if (key === '$and') for (const branch of condition as Document[]) visit(branch);
      if (key.startsWith('$')) continue;
      const value: unknown = isOperatorObject(condition) ? condition.$eq : condition;
      if (value !== undefined) new Places(document, {}).at(key)[0]!.set(cloneValue(value));
    }
  };
  visit(query);
  return document;
}
