import type { Document } from '../../../simulator/cloud/database';
import { aggregate, databaseWith } from './engine';

/** Each row: a pipeline, the documents it is put to (numbered from 1), and what comes out, as MongoDB's manual has it. */
type Row = [says: string, pipeline: Document[], documents: Document[], result: Document[]];

const sales = [
  { item: 'rice', village: 'A', n: 5, price: 2 },
  { item: 'oil', village: 'A', n: 2, price: 10 },
  { item: 'rice', village: 'B', n: 3, price: 3 },
  { item: 'salt', n: 1, price: null },
];
const numbers = [0, 5, 10, 15, 20, 25].map((n) => ({ n }));

const tables: Record<string, Row[]> = {
  'match, sort, limit, skip, count': [
    ['$match', [{ $match: { n: { $gt: 2 } } }, { $count: 'many' }], sales, [{ many: 2 }]],
    ['$count over everything', [{ $count: 'many' }], sales, [{ many: 4 }]],
    ['$count of nothing gives nothing', [{ $match: { n: 99 } }, { $count: 'many' }], sales, []],
    [
      '$sort, $skip, $limit',
      [{ $sort: { n: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { n: 1 } }],
      sales,
      [
        { _id: 3, n: 3 },
        { _id: 2, n: 2 },
      ],
    ],
    [
      '$limit before $sort',
      [{ $limit: 2 }, { $sort: { n: 1 } }, { $project: { n: 1 } }],
      sales,
      [
        { _id: 2, n: 2 },
        { _id: 1, n: 5 },
      ],
    ],
    ['$skip beyond the end', [{ $skip: 9 }], sales, []],
    [
      '$sort by two fields',
      [{ $sort: { item: 1, n: 1 } }, { $project: { _id: 1 } }],
      sales,
      [{ _id: 2 }, { _id: 3 }, { _id: 1 }, { _id: 4 }],
    ],
    [
      'a second $match',
      [{ $match: { village: 'A' } }, { $match: { item: 'oil' } }, { $project: { _id: 1 } }],
      sales,
      [{ _id: 2 }],
    ],
    [
      '$match with a regular expression',
      [{ $match: { item: /^r/ } }, { $count: 'many' }],
      sales,
      [{ many: 2 }],
    ],
  ],
  $project: [
    ['keeps', [{ $project: { a: 1 } }], [{ a: 1, b: 2 }], [{ _id: 1, a: 1 }]],
    ['keeps without _id', [{ $project: { _id: 0, a: true } }], [{ a: 1, b: 2 }], [{ a: 1 }]],
    ['drops', [{ $project: { a: 0 } }], [{ a: 1, b: 2 }], [{ _id: 1, b: 2 }]],
    ['drops _id only', [{ $project: { _id: 0 } }], [{ a: 1 }], [{ a: 1 }]],
    [
      'computes',
      [{ $project: { total: { $multiply: ['$n', '$price'] } } }],
      [{ n: 2, price: 3 }],
      [{ _id: 1, total: 6 }],
    ],
    ['renames', [{ $project: { b: '$a' } }], [{ a: 1 }], [{ _id: 1, b: 1 }]],
    ['what is missing stays away', [{ $project: { b: '$a' } }], [{}], [{ _id: 1 }]],
    [
      'nested, as a path or an object',
      [{ $project: { 'a.b': 1, c: { d: 1 } } }],
      [{ a: { b: 1, x: 1 }, c: { d: 2, x: 1 } }],
      [{ _id: 1, a: { b: 1 }, c: { d: 2 } }],
    ],
    [
      'within arrays',
      [{ $project: { 'a.b': 1 } }],
      [{ a: [{ b: 1, c: 2 }, { c: 3 }, 5] }],
      [{ _id: 1, a: [{ b: 1 }, {}] }],
    ],
    [
      'drops within arrays',
      [{ $project: { 'a.b': 0 } }],
      [{ a: [{ b: 1, c: 2 }] }],
      [{ _id: 1, a: [{ c: 2 }] }],
    ],
    [
      'computes a nested field',
      [{ $project: { a: { sum: { $add: ['$x', 1] } } } }],
      [{ x: 1 }],
      [{ _id: 1, a: { sum: 2 } }],
    ],
    ['a new list', [{ $project: { _id: 0, list: ['$a', '$b'] } }], [{ a: 1 }], [{ list: [1, null] }]],
    ['another _id', [{ $project: { _id: '$a' } }], [{ a: 7, b: 1 }], [{ _id: 7 }]],
    [
      '$$REMOVE',
      [{ $project: { a: { $cond: [{ $gt: ['$a', 1] }, '$a', '$$REMOVE'] } } }],
      [{ a: 1 }, { a: 2 }],
      [{ _id: 1 }, { _id: 2, a: 2 }],
    ],
  ],
  '$addFields and $replaceRoot': [
    ['adds', [{ $addFields: { b: { $add: ['$a', 1] } } }], [{ a: 1 }], [{ _id: 1, a: 1, b: 2 }]],
    ['over what is there', [{ $addFields: { a: 'x' } }], [{ a: 1 }], [{ _id: 1, a: 'x' }]],
    ['nested', [{ $addFields: { 'a.c': 2 } }], [{ a: { b: 1 } }], [{ _id: 1, a: { b: 1, c: 2 } }]],
    [
      'into each element',
      [{ $addFields: { 'a.c': 2 } }],
      [{ a: [{ b: 1 }, {}] }],
      [{ _id: 1, a: [{ b: 1, c: 2 }, { c: 2 }] }],
    ],
    ['a number is a value here', [{ $addFields: { a: 1 } }], [{}], [{ _id: 1, a: 1 }]],
    ['$replaceRoot', [{ $replaceRoot: { newRoot: '$a' } }], [{ a: { x: 1 } }], [{ x: 1 }]],
    [
      '$replaceRoot with $mergeObjects',
      [{ $replaceRoot: { newRoot: { $mergeObjects: ['$$ROOT', '$a'] } } }],
      [{ a: { x: 1 } }],
      [{ _id: 1, a: { x: 1 }, x: 1 }],
    ],
  ],
  $group: [
    [
      'by a field',
      [{ $group: { _id: '$village', n: { $sum: '$n' } } }],
      sales,
      [
        { _id: 'A', n: 7 },
        { _id: 'B', n: 3 },
        { _id: null, n: 1 },
      ],
    ],
    [
      'everything',
      [{ $group: { _id: null, total: { $sum: { $multiply: ['$n', '$price'] } }, many: { $sum: 1 } } }],
      sales,
      [{ _id: null, total: 39, many: 4 }],
    ],
    [
      'by several fields',
      [{ $group: { _id: { i: '$item', v: '$village' } } }, { $count: 'groups' }],
      sales,
      [{ groups: 4 }],
    ],
    [
      'by a sub-document',
      [{ $group: { _id: '$a', n: { $sum: 1 } } }],
      [{ a: { x: 1 } }, { a: { x: 1 } }],
      [{ _id: { x: 1 }, n: 2 }],
    ],
    [
      'missing and null together',
      [{ $group: { _id: '$a', n: { $sum: 1 } } }],
      [{ a: null }, {}],
      [{ _id: null, n: 2 }],
    ],
    [
      '$avg leaves out what is no number',
      [{ $group: { _id: null, a: { $avg: '$price' } } }],
      sales,
      [{ _id: null, a: 5 }],
    ],
    [
      '$min and $max leave out null',
      [{ $group: { _id: null, min: { $min: '$price' }, max: { $max: '$price' } } }],
      sales,
      [{ _id: null, min: 2, max: 10 }],
    ],
    [
      '$first and $last by the order of arrival',
      [{ $sort: { n: 1 } }, { $group: { _id: null, first: { $first: '$item' }, last: { $last: '$item' } } }],
      sales,
      [{ _id: null, first: 'salt', last: 'rice' }],
    ],
    [
      '$first of a missing field',
      [{ $group: { _id: null, v: { $last: '$village' } } }],
      sales,
      [{ _id: null, v: null }],
    ],
    [
      '$push skips missing, keeps null',
      [{ $group: { _id: null, all: { $push: '$a' } } }],
      [{ a: 1 }, {}, { a: null }],
      [{ _id: null, all: [1, null] }],
    ],
    [
      '$push of an object',
      [{ $group: { _id: null, all: { $push: { i: '$_id' } } } }],
      [{}, {}],
      [{ _id: null, all: [{ i: 1 }, { i: 2 }] }],
    ],
    [
      '$addToSet',
      [{ $group: { _id: null, all: { $addToSet: '$item' } } }],
      sales,
      [{ _id: null, all: ['rice', 'oil', 'salt'] }],
    ],
    [
      '$addToSet: sub-documents by value',
      [{ $group: { _id: null, all: { $addToSet: '$a' } } }],
      [{ a: { x: 1 } }, { a: { x: 1 } }],
      [{ _id: null, all: [{ x: 1 }] }],
    ],
    [
      '$sum of nothing but text is 0',
      [{ $group: { _id: null, s: { $sum: '$item' } } }],
      sales,
      [{ _id: null, s: 0 }],
    ],
    [
      '$sum of an array field is 0 in a group',
      [{ $group: { _id: null, s: { $sum: '$a' } } }],
      [{ a: [1, 2] }],
      [{ _id: null, s: 0 }],
    ],
    [
      '$stdDevPop and $stdDevSamp',
      [{ $group: { _id: null, p: { $stdDevPop: '$n' }, s: { $stdDevSamp: '$n' } } }],
      [{ n: 2 }, { n: 4 }, { n: 6 }],
      [{ _id: null, p: Math.sqrt(8 / 3), s: 2 }],
    ],
    [
      '$stdDevSamp of one',
      [{ $group: { _id: null, s: { $stdDevSamp: '$n' } } }],
      [{ n: 2 }],
      [{ _id: null, s: null }],
    ],
    [
      '$mergeObjects',
      [{ $group: { _id: null, all: { $mergeObjects: '$a' } } }],
      [{ a: { x: 1 } }, { a: { y: 2 } }, {}],
      [{ _id: null, all: { x: 1, y: 2 } }],
    ],
    ['of nothing', [{ $group: { _id: null, n: { $sum: 1 } } }], [], []],
    [
      'dates are grouped by value',
      [{ $group: { _id: '$a', n: { $sum: 1 } } }],
      [{ a: new Date(5) }, { a: new Date(5) }],
      [{ _id: new Date(5), n: 2 }],
    ],
  ],
  $unwind: [
    [
      'one document an element',
      [{ $unwind: '$a' }],
      [{ a: [1, 2] }],
      [
        { _id: 1, a: 1 },
        { _id: 1, a: 2 },
      ],
    ],
    [
      'leaves out nothing, null and empty',
      [{ $unwind: '$a' }],
      [{}, { a: null }, { a: [] }, { a: ['x'] }],
      [{ _id: 4, a: 'x' }],
    ],
    [
      'keeps them when asked',
      [{ $unwind: { path: '$a', preserveNullAndEmptyArrays: true } }],
      [{}, { a: null }, { a: [] }],
      [{ _id: 1 }, { _id: 2, a: null }, { _id: 3 }],
    ],
    [
      'a scalar is one element, 0 and an empty string too',
      [{ $unwind: '$a' }],
      [{ a: 0 }, { a: '' }],
      [
        { _id: 1, a: 0 },
        { _id: 2, a: '' },
      ],
    ],
    [
      'with its place',
      [{ $unwind: { path: '$a', includeArrayIndex: 'i' } }],
      [{ a: ['x', 'y'] }, { a: 'z' }],
      [
        { _id: 1, a: 'x', i: 0 },
        { _id: 1, a: 'y', i: 1 },
        { _id: 2, a: 'z', i: null },
      ],
    ],
    [
      'nested',
      [{ $unwind: '$a.b' }],
      [{ a: { b: [1, 2], c: 3 } }],
      [
        { _id: 1, a: { b: 1, c: 3 } },
        { _id: 1, a: { b: 2, c: 3 } },
      ],
    ],
  ],
  'buckets and counts': [
    [
      '$sortByCount',
      [{ $sortByCount: '$item' }],
      sales,
      [
        { _id: 'rice', count: 2 },
        { _id: 'oil', count: 1 },
        { _id: 'salt', count: 1 },
      ],
    ],
    [
      '$bucket',
      [{ $bucket: { groupBy: '$n', boundaries: [0, 10, 20], default: 'more' } }],
      numbers,
      [
        { _id: 0, count: 2 },
        { _id: 10, count: 2 },
        { _id: 'more', count: 2 },
      ],
    ],
    [
      '$bucket with output',
      [{ $bucket: { groupBy: '$n', boundaries: [0, 100], output: { sum: { $sum: '$n' } } } }],
      numbers,
      [{ _id: 0, sum: 75 }],
    ],
    [
      '$bucket leaves empty buckets out',
      [{ $bucket: { groupBy: '$n', boundaries: [0, 1, 2, 30] } }],
      numbers,
      [
        { _id: 0, count: 1 },
        { _id: 2, count: 5 },
      ],
    ],
    [
      '$bucketAuto',
      [{ $bucketAuto: { groupBy: '$n', buckets: 3 } }],
      numbers,
      [
        { _id: { min: 0, max: 10 }, count: 2 },
        { _id: { min: 10, max: 20 }, count: 2 },
        { _id: { min: 20, max: 25 }, count: 2 },
      ],
    ],
    [
      '$bucketAuto never parts equals',
      [{ $bucketAuto: { groupBy: '$n', buckets: 2 } }],
      [{ n: 1 }, { n: 1 }, { n: 1 }, { n: 2 }],
      [
        { _id: { min: 1, max: 2 }, count: 3 },
        { _id: { min: 2, max: 2 }, count: 1 },
      ],
    ],
  ],
  $facet: [
    [
      'several pipelines over the same documents',
      [
        { $match: { village: 'A' } },
        {
          $facet: {
            count: [{ $count: 'n' }],
            items: [{ $sort: { item: 1 } }, { $project: { _id: 0, item: 1 } }],
          },
        },
      ],
      sales,
      [{ count: [{ n: 2 }], items: [{ item: 'oil' }, { item: 'rice' }] }],
    ],
    [
      'over nothing',
      [{ $match: { village: 'Z' } }, { $facet: { all: [{ $match: {} }] } }],
      sales,
      [{ all: [] }],
    ],
  ],
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  test.each(rows)('%s', async (_says, pipeline, documents, result) => {
    const database = databaseWith(documents);
    expect(await aggregate(database, pipeline)).toEqual(result);
    database.close();
  });
});

describe('$sample', () => {
  test('takes so many different documents', async () => {
    const database = databaseWith(numbers);
    const ids = (await aggregate(database, [{ $sample: { size: 4 } }])).map(({ _id }) => _id);
    expect(new Set(ids).size).toBe(4);
    expect(await aggregate(database, [{ $sample: { size: 99 } }])).toHaveLength(6);
    database.close();
  });
});

describe('$lookup', () => {
  const grids = [
    { _id: 'v1', name: '柳溪村', town: 't' },
    { _id: 'v2', name: '石桥村', town: 't' },
  ];
  const open = (things: Document[], indexes: [string, 1][] = []) => {
    const database = databaseWith(things, {
      collections: {
        things: {},
        grids: { indexes: indexes.map((key) => ({ name: key[0], keys: [key] })) },
      },
    });
    database.insertMany('grids', grids);
    return database;
  };
  const byGrid = { from: 'grids', localField: 'grid', foreignField: '_id', as: 'grids' };

  test.each<[string, Document, Document, unknown[]]>([
    ['joins by equality', { grid: 'v1' }, byGrid, [grids[0]]],
    ['finds none', { grid: 'v9' }, byGrid, []],
    ['joins an array by each element', { grid: ['v2', 'v1'] }, byGrid, [grids[0], grids[1]]],
    ['joins missing with missing', {}, { ...byGrid, foreignField: 'nothing' }, grids],
    [
      'runs a pipeline on what it joined',
      { grid: 'v1' },
      { ...byGrid, pipeline: [{ $project: { _id: 0, name: 1 } }] },
      [{ name: '柳溪村' }],
    ],
    [
      'runs a pipeline with variables',
      { t: 't', least: 'v2' },
      {
        from: 'grids',
        let: { town: '$t', least: '$least' },
        pipeline: [
          { $match: { $expr: { $and: [{ $eq: ['$town', '$$town'] }, { $gte: ['$_id', '$$least'] }] } } },
        ],
        as: 'grids',
      },
      [grids[1]],
    ],
    [
      'runs a pipeline of its own',
      {},
      { from: 'grids', pipeline: [{ $sort: { _id: -1 } }, { $limit: 1 }], as: 'grids' },
      [grids[1]],
    ],
    [
      'nests',
      { grid: 'v1' },
      {
        ...byGrid,
        pipeline: [
          { $lookup: { from: 'things', localField: '_id', foreignField: 'grid', as: 'things' } },
          { $project: { n: { $size: '$things' } } },
        ],
      },
      [{ _id: 'v1', n: 1 }],
    ],
  ])('%s', async (_says, document, lookup, joined) => {
    const database = open([document]);
    expect(await aggregate(database, [{ $lookup: lookup }])).toEqual([
      { _id: 1, ...document, grids: joined },
    ]);
    database.close();
  });

  test('reads what it joins from the index, not the whole collection', async () => {
    const database = open([{ town: 'x' }], [['town', 1]]);
    database.insertMany(
      'grids',
      Array.from({ length: 500 }, (_, i) => ({ _id: `w${i}`, town: `t${i}` })),
    );
    await aggregate(database, [
      { $lookup: { from: 'grids', localField: 'town', foreignField: 'town', as: 'g' } },
    ]);
    expect(database.statistics().documentsRead).toBeLessThan(5);
    database.close();
  });

  test.each<[string, Document, RegExp]>([
    ['a collection that is not there', { ...byGrid, from: 'nowhere' }, /not exist/],
    ['one field alone', { from: 'grids', localField: 'grid', as: 'grids' }, /both or neither/],
    ['no name for the result', { from: 'grids', localField: 'grid', foreignField: '_id' }, /'as'/],
    ['an unknown option', { ...byGrid, unwinding: true }, /unknown argument/],
    [
      'an unknown stage inside',
      { from: 'grids', pipeline: [{ $frob: {} }], as: 'g' },
      /Unrecognized pipeline stage/,
    ],
  ])('refuses %s', async (_says, lookup, message) => {
    const database = open([{ grid: 'v1' }]);
    await expect(aggregate(database, [{ $lookup: lookup }])).rejects.toThrow(message);
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

test('a pipeline that begins with match, sort and limit reads only what the index gives', async () => {
  const database = databaseWith(
    Array.from({ length: 1000 }, (_, i) => ({ village: `v${i % 10}`, n: i })),
    {
      collections: {
        things: {
          indexes: [
            {
              name: 'v',
              keys: [
                ['village', 1],
                ['n', -1],
              ],
            },
          ],
        },
      },
    },
  );
  const pipeline = [
    { $match: { village: 'v3' } },
    { $sort: { n: -1 } },
    { $limit: 5 },
    { $project: { _id: 0, n: 1 } },
  ];
  expect(await aggregate(database, pipeline)).toEqual([993, 983, 973, 963, 953].map((n) => ({ n })));
  expect(database.statistics().documentsRead).toBe(5);
  database.close();
});
