import { ACCUMULATORS, isAccumulator } from './accumulators';
import { compareValues, encodeValue } from './encoding';
import { evaluate } from './expressions';
import { objectArgument, wholeArgument, type Stage, type StageCompiler } from './pipeline';
import { invalidOperator, requestFailed } from './refusals';
import { isObject, type Document } from './values';

/** Stages that gather documents into groups. */
export const groupStages: Record<string, StageCompiler> = {
  $group: (argument, { variables }) => {
    const { _id, ...fields } = objectArgument('$group', argument);
    if (_id === undefined) throw requestFailed('a group specification must include an _id');
    return group(_id, fields, variables);
  },
  $sortByCount: (argument, { variables }) => {
    const counted = group(argument, { count: { $sum: 1 } }, variables);
    return (documents) => counted(documents).sort((a, b) => compareValues(b.count, a.count));
  },
  $count: (argument) => {
    if (typeof argument !== 'string' || argument === '' || /[$.]/.test(argument)) {
      throw requestFailed('the count field must be a non-empty string without $ and .');
    }
    return (documents) => (documents.length === 0 ? [] : [{ [argument]: documents.length }]);
  },
  $bucket: (argument, { variables }) => bucket(objectArgument('$bucket', argument), variables),
  $bucketAuto: (argument, { variables }) => bucketAuto(objectArgument('$bucketAuto', argument), variables),
};

type Gather = (documents: readonly Document[]) => Document;

/** The accumulators of a group, checked. */
function gathering(fields: Document, variables: Document): Gather {
  const gathered = Object.entries(fields).map(([name, accumulator]) => {
    if (name.includes('.') || name.startsWith('$')) {
      throw requestFailed(`The field name '${name}' cannot be used in a group`);
    }
    if (!isObject(accumulator) || Object.keys(accumulator).length !== 1) {
      throw requestFailed(`The field '${name}' must be an accumulator object`);
    }
    const [operator, operand] = Object.entries(accumulator)[0]!;
    if (!isAccumulator(operator)) throw invalidOperator(`unknown group operator '${operator}'`);
    return { name, accumulate: ACCUMULATORS[operator]!, value: evaluate(operand) };
  });
  return (documents) =>
    Object.fromEntries(
      gathered.map(({ name, accumulate, value }) => [
        name,
        accumulate(documents.map((document) => value(document, variables))),
      ]),
    );
}

/** Groups in the order of their first document; a missing key groups with null. */
function group(id: unknown, fields: Document, variables: Document): Stage {
  const key = evaluate(id);
  const gather = gathering(fields, variables);
  return (documents) => {
    const groups = new Map<string, { _id: unknown; members: Document[] }>();
    for (const document of documents) {
      const _id = key(document, variables) ?? null;
      const name = encodeValue(_id).toString('base64');
      const known = groups.get(name);
      if (known) known.members.push(document);
      else groups.set(name, { _id, members: [document] });
    }
    return [...groups.values()].map(({ _id, members }) => ({ _id, ...gather(members) }));
  };
}

function outputOf(options: Document): Document {
  const { output = { count: { $sum: 1 } } } = options;
  return objectArgument('output', output);
}

function bucket(options: Document, variables: Document): Stage {
  refuseOthers('$bucket', options, ['groupBy', 'boundaries', 'default', 'output']);
  const { groupBy, boundaries, default: rest } = options;
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw requestFailed("The $bucket 'boundaries' field must be an array of at least 2 values");
  }
  const bounds = boundaries as unknown[];
  if (bounds.some((bound, i) => i > 0 && compareValues(bounds[i - 1], bound) >= 0)) {
    throw requestFailed("The 'boundaries' option to $bucket must be sorted in ascending order");
  }
  const key = evaluate(groupBy);
  const gather = gathering(outputOf(options), variables);
  return (documents) => {
    const buckets = bounds.slice(0, -1).map((_id) => ({ _id, members: [] as Document[] }));
    const others = { _id: rest, members: [] as Document[] };
    for (const document of documents) {
      const value = key(document, variables) ?? null;
      const above = bounds.findIndex((bound) => compareValues(value, bound) < 0);
      const place = above > 0 ? buckets[above - 1] : undefined;
      if (!place && rest === undefined) {
        throw requestFailed(
          '$bucket could not find a matching branch for an input, and no default was specified.',
        );
      }
      (place ?? others).members.push(document);
    }
    return [...buckets, others]
      .filter(({ members }) => members.length > 0)
      .map(({ _id, members }) => ({ _id, ...gather(members) }));
  };
}

/** Evenly filled buckets; equal values are never parted. */
function bucketAuto(options: Document, variables: Document): Stage {
  refuseOthers('$bucketAuto', options, ['groupBy', 'buckets', 'output']);
  const wanted = wholeArgument('$bucketAuto', options.buckets, 1);
  const key = evaluate(options.groupBy);
  const gather = gathering(outputOf(options), variables);
  return (documents) => {
    const sorted = documents
      .map((document) => ({ document, value: key(document, variables) ?? null }))
      .sort((a, b) => compareValues(a.value, b.value));
    const size = Math.max(1, Math.round(sorted.length / wanted));
    const buckets: Document[] = [];
    for (let start = 0; start < sorted.length;) {
      let end = buckets.length === wanted - 1 ? sorted.length : Math.min(start + size, sorted.length);
      while (end < sorted.length && compareValues(sorted[end - 1]!.value, sorted[end]!.value) === 0) end++;
      const max = (sorted[end] ?? sorted.at(-1)!).value;
      const members = sorted.slice(start, end).map(({ document }) => document);
      buckets.push({ _id: { min: sorted[start]!.value, max }, ...gather(members) });
      start = end;
    }
    return buckets;
  };
}

function refuseOthers(stage: string, options: Document, known: readonly string[]): void {
  const odd = Object.keys(options).find((key) => !known.includes(key));
  if (odd !== undefined) throw invalidOperator(`${stage}: the option '${odd}' is not known to the simulator`);
}
