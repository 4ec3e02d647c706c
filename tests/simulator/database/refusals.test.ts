import type { Document } from '../../../simulator/cloud/database';
import { aggregate, databaseWith, find } from './engine';

/* Operators, stages and options that aren't known are errors: what was asked for is never left out in silence. */

const numbers = [0, 5, 10].map((n) => ({ n }));

describe('what a query may not say', () => {
  test.each<[string, Document, RegExp]>([
    ['an unknown operator', { a: { $near2: 1 } }, /unknown operator: \$near2/],
    ['an unknown operator at the top', { $xor: [{ a: 1 }] }, /unknown operator: \$xor/],
    [
      'an unknown operator deep inside',
      { $or: [{ a: { $elemMatch: { $foo: 1 } } }] },
      /unknown operator: \$foo/,
    ],
    ['code', { $where: 'true' }, /unknown operator: \$where/],
    ['geo: $geoNear', { a: { $nearSphere: {} } }, /geo queries .* not emulated/],
    ['geo: $geoWithin', { a: { $geoWithin: {} } }, /geo queries .* not emulated/],
    ['geo: $geoIntersects', { a: { $geoIntersects: {} } }, /geo queries .* not emulated/],
    ['jsonSchema', { $jsonSchema: {} }, /\$jsonSchema is not emulated/],
    ['an empty $or', { $or: [] }, /nonempty array/],
    ['$in without a list', { a: { $in: 1 } }, /needs an array/],
    ['$not without an expression', { a: { $not: 1 } }, /\$not needs/],
    ['$size of a fraction', { a: { $size: 1.5 } }, /whole number/],
    ['$mod by zero', { a: { $mod: [0, 1] } }, /divisor/],
    ['$mod of one number', { a: { $mod: [2] } }, /malformed mod/],
    ['an unknown type', { a: { $type: 'text' } }, /Unknown type name/],
    ['a broken pattern', { a: { $regex: '(' } }, /invalid/],
    ['an unknown flag', { a: { $regex: 'x', $options: 'x' } }, /invalid flag/],
    ['an unknown expression', { $expr: { $frobnicate: 1 } }, /Unrecognized expression/],
    ['operators mixed with fields', { a: { $gt: 1, b: 2 } }, /unknown operator: b/],
  ])('%s', async (_says, query, message) => {
    const database = databaseWith([{ a: 1 }]);
    await expect(find(database, query)).rejects.toThrow(message);
    database.close();
  });

  test('and it is refused even when the collection is empty', async () => {
    const database = databaseWith([]);
    await expect(find(database, { a: { $foo: 1 } })).rejects.toMatchObject({
      code: 'DATABASE_INVALID_OPERRATOR',
    });
    database.close();
  });
});

describe('what an expression may not say', () => {
  test.each<[string, unknown, RegExp]>([
    ['an unknown operator', { $frob: 1 }, /Unrecognized expression '\$frob'/],
    [
      'an unknown operator deep inside',
      { $cond: [true, { $add: [{ $frob: 1 }] }, 1] },
      /Unrecognized expression/,
    ],
    ['code', { $function: { body: 'x', args: [], lang: 'js' } }, /Unrecognized expression/],
    ['two operators at once', { $add: [1], $abs: 1 }, /exactly one/],
    ['an unknown variable', '$$nobody', /undefined variable/],
    ['$add of text', { $add: ['x', 1] }, /\$add/],
    ['$size of what is no array', { $size: 'x' }, /\$size/],
    ['$in what is no array', { $in: [1, 'x'] }, /\$in requires an array/],
    ['$divide by zero', { $divide: [1, 0] }, /zero/],
    ['$switch without a way', { $switch: { branches: [{ case: false, then: 1 }] } }, /\$switch|branch/i],
    ['$cond with a part missing', { $cond: [true, 1] }, /\$cond/],
  ])('%s', async (_says, expression, message) => {
    const database = databaseWith([{ a: 1 }]);
    await expect(aggregate(database, [{ $project: { value: expression } }])).rejects.toThrow(message);
    database.close();
  });
});

describe('what a pipeline may not say', () => {
  test.each<[string, Document[], RegExp]>([
    ['an unknown stage', [{ $frob: {} }], /Unrecognized pipeline stage name: '\$frob'/],
    ['a stage that writes', [{ $out: 'things' }], /\$out is not emulated/],
    ['geoNear', [{ $geoNear: {} }], /\$geoNear is not emulated/],
    ['an unknown accumulator', [{ $group: { _id: null, a: { $median: '$n' } } }], /unknown group operator/],
    ['a group without _id', [{ $group: { n: { $sum: 1 } } }], /must include an _id/],
    ['a group field without accumulator', [{ $group: { _id: null, n: '$n' } }], /accumulator object/],
    ['a mixed projection', [{ $project: { a: 1, b: 0 } }], /mix/],
    ['a path and its inside', [{ $project: { a: 1, 'a.b': 1 } }], /collision/],
    ['a limit of 0', [{ $limit: 0 }], /\$limit/],
    ['a negative skip', [{ $skip: -1 }], /\$skip/],
    ['a sort by text', [{ $sort: { a: 'asc' } }], /1 .*or -1/],
    ['an unwind without $', [{ $unwind: 'a' }], /prefixed/],
    ['boundaries out of order', [{ $bucket: { groupBy: '$n', boundaries: [2, 1] } }], /ascending/],
    ['a bucket for nobody', [{ $bucket: { groupBy: '$n', boundaries: [50, 60] } }], /no default/],
    ['a granularity', [{ $bucketAuto: { groupBy: '$n', buckets: 2, granularity: 'R5' } }], /granularity/],
    ['a root that is no document', [{ $replaceRoot: { newRoot: '$n' } }], /must evaluate to an object/],
    ['a facet in a facet', [{ $facet: { a: [{ $facet: { b: [] } }] } }], /not allowed/],
    ['an unknown operator in $match', [{ $match: { a: { $foo: 1 } } }], /unknown operator/],
  ])('%s', async (_says, pipeline, message) => {
    const database = databaseWith(numbers);
    await expect(aggregate(database, pipeline)).rejects.toThrow(message);
    database.close();
  });
});
