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
