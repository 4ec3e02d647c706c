import { evaluate } from './expressions';
import { flatFields, withField } from './fields';
import { valuesAt } from './paths';
import { objectArgument, type StageCompiler } from './pipeline';
import { excluding, includingOnly, treeOf } from './projection';
import { requestFailed } from './refusals';
import { isObject, type Document } from './values';

/** Stages that turn each document into another. */
export const shapeStages: Record<string, StageCompiler> = {
  $project: (argument, { variables }) => {
    const project = projection(objectArgument('$project', argument), variables);
    return (documents) => documents.map(project);
  },
  $addFields: (argument, { variables }) => {
    const fields = computed(flatFields(objectArgument('$addFields', argument)));
    return (documents) => documents.map((document) => addFields(document, document, fields, variables));
  },
  $replaceRoot: (argument, { variables }) => {
    const newRoot = evaluate(objectArgument('$replaceRoot', argument).newRoot);
    return (documents) =>
      documents.map((document) => {
        const root = newRoot(document, variables);
        if (!isObject(root)) throw requestFailed("'newRoot' expression must evaluate to an object");
        return root;
      });
  },
  $unwind: (argument) => {
    const { path, includeArrayIndex, preserveNullAndEmptyArrays } = unwindOptions(argument);
    return (documents) =>
      documents.flatMap((document) => unwind(document, path, includeArrayIndex, preserveNullAndEmptyArrays));
  },
};

type Computed = [path: string, value: (document: unknown, variables?: Document) => unknown][];

const computed = (fields: [string, unknown][]): Computed =>
  fields.map(([path, expression]) => [path, evaluate(expression)]);

function addFields(base: Document, source: Document, fields: Computed, variables: Document): Document {
  return fields.reduce((result, [path, value]) => withField(result, path, value(source, variables)), base);
}

/** `1` and `true` keep a field, `0` and `false` drop it, everything else computes one. */
function projection(specification: Document, variables: Document): (document: Document) => Document {
  const fields = flatFields(specification);
  if (fields.length === 0) throw requestFailed('$project specification must have at least one field');
  const isChoice = (value: unknown) => typeof value === 'number' || typeof value === 'boolean';
  const choices = fields.filter(([path, value]) => path !== '_id' && isChoice(value));
  const kept = choices.filter(([, value]) => value !== 0 && value !== false).map(([path]) => path);
  const dropped = choices.filter(([, value]) => value === 0 || value === false).map(([path]) => path);
  const expressions = fields.filter(([, value]) => !isChoice(value));
  const id = fields.find(([path, value]) => path === '_id' && isChoice(value))?.[1];
  const dropsId = id === 0 || id === false;
  if (dropped.length > 0 && kept.length + expressions.length > 0) {
    throw requestFailed('Invalid $project: cannot mix inclusion and exclusion');
  }
  const values = computed(expressions);
  const including = kept.length + expressions.length > 0 || (id !== undefined && !dropsId);
  if (!including) {
    return excluding(treeOf([...dropped, ...(dropsId ? ['_id'] : [])])) as (d: Document) => Document;
  }
  const computesId = expressions.some(([path]) => path === '_id');
  const select = includingOnly(treeOf([...kept, ...(dropsId || computesId ? [] : ['_id'])]));
  return (document) => addFields(select(document) as Document, document, values, variables);
}

interface UnwindOptions {
  path: string;
  includeArrayIndex: string | undefined;
  preserveNullAndEmptyArrays: boolean;
}

function unwindOptions(argument: unknown): UnwindOptions {
  const options = typeof argument === 'string' ? { path: argument } : objectArgument('$unwind', argument);
  const { path, includeArrayIndex, preserveNullAndEmptyArrays = false, ...others } = options;
  const [odd] = Object.keys(others);
  if (odd !== undefined) throw requestFailed(`unrecognized option to $unwind stage: ${odd}`);
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2) {
    throw requestFailed("path option to $unwind stage should be prefixed with a '$'");
  }
  if (
    includeArrayIndex !== undefined &&
    (typeof includeArrayIndex !== 'string' || includeArrayIndex.startsWith('$'))
  ) {
    throw requestFailed('includeArrayIndex option to $unwind stage should be a field name');
  }
  return {
    path: path.slice(1),
    includeArrayIndex,
    preserveNullAndEmptyArrays: preserveNullAndEmptyArrays === true,
  };
}

function unwind(document: Document, path: string, index: string | undefined, preserve: boolean): Document[] {
  const value = valuesAt(document, path)[0]?.value;
  const withIndex = (result: Document, position: number | null) =>
    index === undefined ? result : withField(result, index, position);
  if (Array.isArray(value) && value.length > 0) {
    return value.map((item: unknown, position) => withIndex(withField(document, path, item), position));
  }
  const empty = Array.isArray(value);
  if (value !== undefined && value !== null && !empty) return [withIndex(document, null)];
  if (!preserve) return [];
  return [withIndex(empty ? withField(document, path, undefined) : document, null)];
}
