import { evaluate } from './expressions';
import { withField } from './fields';
import { elementsAt } from './paths';
import {
  compilePipeline,
  objectArgument,
  pipelineArgument,
  runPipeline,
  type PipelineContext,
  type Stage,
  type StageCompiler,
} from './pipeline';
import { requestFailed } from './refusals';
import { isObject, type Document } from './values';

/** Stages that run a pipeline of their own. */
export const branchStages: Record<string, StageCompiler> = {
  $facet: (argument, context) => {
    const facets = Object.entries(objectArgument('$facet', argument)).map(([name, pipeline]) => {
      const stages = pipelineArgument('$facet', pipeline);
      if (stages.some((stage) => '$facet' in stage)) {
        throw requestFailed('$facet is not allowed to be used within a $facet stage');
      }
      return [name, compilePipeline(stages, context)] as const;
    });
    if (facets.length === 0) throw requestFailed('the $facet specification must be a non-empty object');
    return (documents) => [Object.fromEntries(facets.map(([name, stage]) => [name, stage(documents)]))];
  },
  $lookup: (argument, context) => lookup(objectArgument('$lookup', argument), context),
};

function lookup(options: Document, context: PipelineContext): Stage {
  const { from, as, localField, foreignField, let: variables = {}, pipeline, ...others } = options;
  const [odd] = Object.keys(others);
  if (odd !== undefined) throw requestFailed(`unknown argument to $lookup: ${odd}`);
  if (typeof as !== 'string') throw requestFailed("$lookup argument 'as' must be a string");
  const collection = context.collectionNamed(from);
  const byField = fieldPair(localField, foreignField);
  if (!byField && pipeline === undefined) {
    throw requestFailed(
      '$lookup requires both or neither of localField and foreignField, and a pipeline without them',
    );
  }
  const stages = pipeline === undefined ? [] : pipelineArgument('$lookup', pipeline);
  if (!isObject(variables)) throw requestFailed("$lookup argument 'let' must be an object");
  const letValues = Object.entries(variables).map(
    ([name, expression]) => [name, evaluate(expression)] as const,
  );
  const joined = (document: Document): Document[] => {
    const own = letValues.map(([name, value]) => [name, value(document, context.variables) ?? null]);
    const inner = {
      ...context,
      variables: { ...context.variables, ...(Object.fromEntries(own) as Document) },
    };
    const match = byField
      ? [{ $match: { [byField.foreign]: { $in: localValues(document, byField.local) } } }]
      : [];
    return runPipeline(collection, [...match, ...stages], inner);
  };
  return (documents) => documents.map((document) => withField(document, as, joined(document)));
}

function fieldPair(local: unknown, foreign: unknown): { local: string; foreign: string } | undefined {
  if (typeof local === 'string' && typeof foreign === 'string') return { local, foreign };
  if (local === undefined && foreign === undefined) return undefined;
  throw requestFailed('$lookup requires both or neither of localField and foreignField to be specified');
}

/** An array joins by each of its elements; a missing field joins with missing and null. */
function localValues(document: Document, path: string): unknown[] {
  const values = elementsAt(document, path).map((value) => value ?? null);
  return values.length === 0 ? [null] : values;
}
