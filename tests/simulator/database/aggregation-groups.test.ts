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
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  test.each(rows)('%s', async (_says, pipeline, documents, result) => {
    const database = databaseWith(documents);
    expect(await aggregate(database, pipeline)).toEqual(result);
    database.close();
  });
});
