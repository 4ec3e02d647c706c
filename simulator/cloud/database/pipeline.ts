import type { Collection } from './catalogue';
import { branchStages } from './branch-stages';
import { groupStages } from './group-stages';
import { compileQuery } from './query';
import { invalidOperator, requestFailed } from './refusals';
import type { Session } from './session';
import { shapeStages } from './shape-stages';
import { sortBy, sortFrom } from './sorting';
import { isObject, type Document } from './values';

export type Stage = (documents: Document[]) => Document[];

/** What stages need besides documents. */
export interface PipelineContext {
  session: Session;
  collectionNamed(name: unknown): Collection;
  /** The `let` variables of an enclosing `$lookup`. */
  variables: Document;
}

export type StageCompiler = (argument: unknown, context: PipelineContext) => Stage;

const flowStages: Record<string, StageCompiler> = {
  $match: (argument, { variables }) => {
    const matches = compileQuery(objectArgument('$match', argument), variables);
    return (documents) => documents.filter(matches);
  },
  $sort: (argument) => {
    const sort = sortFrom(objectArgument('$sort', argument));
    if (sort.length === 0) throw requestFailed('$sort stage must have at least one sort key');
    return (documents) => sortBy(documents, sort, (document) => document);
  },
  $limit: (argument) => {
    const limit = wholeArgument('$limit', argument, 1);
    return (documents) => documents.slice(0, limit);
  },
  $skip: (argument) => {
    const skip = wholeArgument('$skip', argument, 0);
    return (documents) => documents.slice(skip);
  },
  $sample: (argument) => {
    const size = wholeArgument('$sample', objectArgument('$sample', argument).size, 1);
    return (documents) =>
      documents
        .map((document) => ({ document, place: Math.random() }))
        .sort((a, b) => a.place - b.place)
        .slice(0, size)
        .map(({ document }) => document);
  },
};

const STAGES: Record<string, StageCompiler> = {
  ...flowStages,
  ...shapeStages,
  ...groupStages,
  ...branchStages,
};

/** Real stages of CloudBase that make no sense, or are not offered, on one machine. */
const NOT_EMULATED = ['$geoNear', '$graphLookup', '$out', '$merge', '$redact', '$collStats', '$indexStats'];

/** Runs a pipeline over a collection. What its first stages ask of the collection is asked of the indexes. */
export function runPipeline(
  collection: Collection,
  pipeline: readonly Document[],
  context: PipelineContext,
): Document[] {
  const stages = pipeline.map((stage) => soleStage(stage));
  const compiled = stages.map(([name, argument]) => compileStage(name, argument, context));
  const [first, second, third] = stages;
  let used = 0;
  let query: Document = {};
  if (first?.[0] === '$match' && !mentionsVariables(first[1])) {
    query = first[1] as Document;
    used = 1;
  }
  const next = used === 1 ? second : first;
  if (next?.[0] === '$count' && used === 1) {
    const total = context.session.count(collection, query);
    const counted = total === 0 ? [] : [{ [next[1] as string]: total }];
    return run(compiled.slice(2), counted);
  }
  const sort = next?.[0] === '$sort' ? sortFrom(next[1]) : [];
  if (next?.[0] === '$sort') used++;
  const after = used === 2 ? third : used === 1 ? second : first;
  const limit = after?.[0] === '$limit' ? (after[1] as number) : Infinity;
  const found = context.session.find(collection, { query, sort, limit });
  return run(
    compiled.slice(used),
    found.map(({ document }) => document),
  );
}

/** A pipeline over documents at hand, for `$facet`. */
export function compilePipeline(pipeline: readonly Document[], context: PipelineContext): Stage {
  const stages = pipeline.map((stage) => compileStage(...soleStage(stage), context));
  return (documents) => run(stages, documents);
}

const run = (stages: readonly Stage[], documents: Document[]) =>
  stages.reduce((current, stage) => stage(current), documents);

function compileStage(name: string, argument: unknown, context: PipelineContext): Stage {
  if (NOT_EMULATED.includes(name)) {
    throw invalidOperator(`the stage ${name} is not emulated by the simulator`);
  }
  const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
  if (!compile) throw invalidOperator(`Unrecognized pipeline stage name: '${name}'`);
  return compile(argument, context);
}

export function pipelineArgument(stage: string, argument: unknown): Document[] {
  if (!Array.isArray(argument) || !argument.every(isObject)) {
    throw requestFailed(`${stage}: a pipeline must be an array of stages`);
  }
  return argument;
}

function soleStage(stage: Document): [string, unknown] {
  const entries = Object.entries(stage);
  if (entries.length !== 1) {
    throw requestFailed('A pipeline stage specification object must contain exactly one field.');
  }
  return entries[0]!;
}

export function objectArgument(stage: string, argument: unknown): Document {
  if (!isObject(argument)) throw requestFailed(`the ${stage} stage specification must be an object`);
  return argument;
}

export function wholeArgument(stage: string, argument: unknown, least: number): number {
  if (typeof argument === 'number' && Number.isInteger(argument) && argument >= least) return argument;
  throw requestFailed(`the argument to ${stage} must be a whole number, ${least} or more`);
}

const mentionsVariables = (query: unknown) => JSON.stringify(query).includes('"$$');
