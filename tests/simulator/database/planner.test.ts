import type { Document } from '../../../simulator/cloud/database';
import { count, databaseWith, find } from './engine';

type Key = [path: string, direction: 1 | -1];
const indexed = (documents: Document[], ...indexes: Key[][]) =>
  databaseWith(documents, {
    collections: { things: { indexes: indexes.map((keys, i) => ({ name: `index${i}`, keys })) } },
  });
const DAY = 86_400_000;

/** 1,200 households in 20 villages of 10 teams, a third of them waiting, one a day. */
const households = Array.from({ length: 1200 }, (_, i) => ({
  _id: i,
  grid: ['town', `village${i % 20}`, `team${i % 200}`],
  status: i % 3 === 0 ? 'submitted' : 'verified',
  at: new Date(i * DAY),
  members: [{ name: `a${i}` }, { name: `b${i}` }],
  n: i,
}));

describe('reads only what the answer needs', () => {
  const byGrid: Key[] = [
    ['grid', 1],
    ['status', 1],
    ['at', -1],
  ];
  test.each<[string, Key[], Document, Document, number, number]>([
    ['an element of an array', byGrid, { grid: 'team7' }, {}, 100, 6],
    ['equality on two fields', byGrid, { grid: 'village7', status: 'submitted' }, {}, 100, 20],
    ['equality, then a sort with a limit', byGrid, { grid: 'town', status: 'submitted' }, { at: -1 }, 10, 10],
    ['the same sort backwards', byGrid, { grid: 'town', status: 'submitted' }, { at: 1 }, 10, 10],
    [
      '$in on the array, merged in the order of the sort',
      byGrid,
      { grid: { $in: ['village1', 'village2', 'team3'] }, status: 'verified' },
      { at: -1 },
      10,
      10,
    ],
    [
      '$in on two fields, merged',
      byGrid,
      { grid: { $in: ['village1', 'village2'] }, status: { $in: ['submitted', 'verified'] } },
      { at: 1 },
      10,
      10,
    ],
    [
      'a range after equality',
      byGrid,
      { grid: 'town', status: 'verified', at: { $gte: new Date(1190 * DAY) } },
      {},
      100,
      7,
    ],
    ['a range between', [['n', 1]], { n: { $gt: 10, $lt: 14 } }, {}, 100, 3],
    ['a range on a descending field', [['n', -1]], { n: { $gte: 10, $lt: 14 } }, {}, 100, 4],
    [
      'a field of the sub-documents in an array',
      [['members.name', 1]],
      { 'members.name': 'b77' },
      {},
      100,
      1,
    ],
    ['a sort alone', [['n', 1]], {}, { n: -1 }, 5, 5],
    ['a sort by _id', [], {}, { _id: -1 }, 5, 5],
    ['a range of _id, in order', [], { _id: { $gt: 500 } }, { _id: 1 }, 5, 5],
    ['some _ids', [], { _id: { $in: [3, 5, 9999] } }, {}, 100, 2],
    ['$and like one query', byGrid, { $and: [{ grid: 'village7' }, { status: 'submitted' }] }, {}, 100, 20],
    ['$all by its first value', byGrid, { grid: { $all: ['team7', 'town'] } }, {}, 100, 6],
    [
      'each branch of an $or',
      byGrid,
      { $or: [{ grid: 'team7' }, { grid: 'team8', status: 'submitted' }] },
      {},
      100,
      8,
    ],
    ['no more than the page', [], {}, {}, 10, 10],
  ])('%s', async (_says, keys, query, order, limit, reads) => {
    const database = indexed(households, ...(keys.length > 0 ? [keys] : []));
    const plain = databaseWith(households);
    const found = await find(database, query, { order, limit });
    expect(database.statistics().documentsRead).toBe(reads);
    const expected = await find(plain, query, { order, limit });
    expect(found.map(({ _id }) => _id).sort()).toEqual(expected.map(({ _id }) => _id).sort());
    if (Object.keys(order).length > 0) expect(found).toEqual(expected);
    database.close();
    plain.close();
  });

  test.each<[string, Document, number]>([
    ['everything', {}, 1200],
    ['by two fields', { grid: 'village7', status: 'submitted' }, 20],
    ['by $in on an array, each document once', { grid: { $in: ['village7', 'team7'] } }, 60],
    ['by a range', { grid: 'town', status: 'verified', at: { $lt: new Date(10 * DAY) } }, 6],
    ['by _id', { _id: { $gte: 1190 } }, 10],
  ])('counts %s without reading a document', async (_says, query, total) => {
    const database = indexed(households, byGrid);
    expect(await count(database, query)).toBe(total);
    expect(database.statistics().documentsRead).toBe(0);
    database.close();
  });

  test('uses no more of the index than holds: what it does not cover is decided by the document', async () => {
    const database = indexed(households, byGrid);
    expect(await count(database, { grid: 'village7', n: { $lt: 100 } })).toBe(5);
    expect(await count(database, { grid: 'village7', status: { $ne: 'verified' } })).toBe(20);
    expect(await count(database, { grid: null })).toBe(0);
    expect(await count(database, { $or: [{ grid: 'team7' }, { n: 0 }] })).toBe(7);
    database.close();
  });
});

describe('arrays in an index', () => {
  const byN: Key[] = [
    ['n', 1],
    ['_id', 1],
  ];
  const ids = (found: Document[]) => found.map(({ _id }) => _id);

  test('equality does not make a sort by the same array field needless', async () => {
    const database = indexed([{ n: 2 }, { n: [0, 2] }, { n: [2, 9] }], byN);
    expect(ids(await find(database, { n: 2 }, { order: { n: 1, _id: 1 } }))).toEqual([2, 1, 3]);
    expect(ids(await find(database, { n: 2 }, { order: { n: -1, _id: 1 } }))).toEqual([3, 1, 2]);
    database.close();
  });

  test('a range on an array field does not give the order of a sort by it', async () => {
    const database = indexed([{ n: 3 }, { n: [1, 5] }, { n: [4] }], byN);
    expect(ids(await find(database, { n: { $gt: 2 } }, { order: { n: 1 } }))).toEqual([2, 1, 3]);
    database.close();
  });

  test('two bounds may be met by two elements', async () => {
    const database = indexed([{ n: [1, 9] }, { n: 5 }, { n: [5, 6] }], byN);
    expect(ids(await find(database, { n: { $gt: 6, $lt: 4 } }))).toEqual([1]);
    expect(await count(database, { n: { $gt: 6, $lt: 4 } })).toBe(1);
    expect(await count(database, { n: { $gte: 5, $lte: 6 } })).toBe(3);
    database.close();
  });

  test('a document is found once, however many of its elements match', async () => {
    const database = indexed([{ n: [1, 2, 3] }], byN);
    expect(await find(database, { n: { $in: [1, 2, 3] } })).toHaveLength(1);
    expect(await find(database, { n: { $gt: 0 } })).toHaveLength(1);
    expect(await count(database, { n: { $gt: 0 } })).toBe(1);
    database.close();
  });

  test('the index follows when elements come and go', async () => {
    const database = indexed([{ n: [1, 2] }], byN);
    const update = { collectionName: 'things', query: '{}', merge: true, multi: true };
    await database.handle('database.modifyDocument', { ...update, data: '{"$push":{"n":7}}' });
    await database.handle('database.modifyDocument', { ...update, data: '{"$pull":{"n":1}}' });
    expect(await count(database, { n: 7 })).toBe(1);
    expect(await count(database, { n: 1 })).toBe(0);
    database.close();
  });

  test('two array fields in one index are refused, as in MongoDB', () => {
    const database = indexed(
      [],
      [
        ['a', 1],
        ['b', 1],
      ],
    );
    expect(() => database.insertMany('things', [{ a: [1], b: [2] }])).toThrow(/parallel arrays/);
    expect(database.count('things')).toBe(0);
    database.close();
  });
});

describe('sorting', () => {
  const mixed = [
    { a: 'x' },
    { a: 1 },
    {},
    { a: null },
    { a: [] },
    { a: true },
    { a: new Date(0) },
    { a: { b: 1 } },
    { a: [9, 0] },
    { a: -1 },
  ];
  // Empty array; null and missing; numbers, an array by its smallest element; text; objects; booleans; dates.
  const upwards = [5, 3, 4, 10, 9, 2, 1, 8, 6, 7];
  // Downwards an array counts by its largest element.
  const downwards = [7, 6, 8, 1, 9, 2, 10, 3, 4, 5];

  test.each<[string, Key[][]]>([
    ['without an index', []],
    [
      'with an index',
      [
        [
          ['a', 1],
          ['_id', 1],
        ],
      ],
    ],
    ['with a descending index', [[['a', -1]]]],
  ])('values of every type, %s', async (_says, indexes) => {
    const database = indexed(mixed, ...indexes);
    const sorted = async (order: Document) => (await find(database, {}, { order })).map(({ _id }) => _id);
    expect(await sorted({ a: 1, _id: 1 })).toEqual(upwards);
    expect(await sorted({ a: -1, _id: 1 })).toEqual(downwards);
    database.close();
  });

  test('several fields in different directions, from an index or its reverse', async () => {
    const documents = [
      { a: 1, b: 1 },
      { a: 1, b: 2 },
      { a: 2, b: 1 },
      { a: 2, b: 2 },
    ];
    const database = indexed(documents, [
      ['a', 1],
      ['b', -1],
    ]);
    const sorted = async (order: Document) => (await find(database, {}, { order })).map(({ _id }) => _id);
    expect(await sorted({ a: 1, b: -1 })).toEqual([2, 1, 4, 3]);
    expect(await sorted({ a: -1, b: 1 })).toEqual([3, 4, 1, 2]);
    expect(await sorted({ a: 1, b: 1 })).toEqual([1, 2, 3, 4]);
    expect(await sorted({ b: 1, a: 1 })).toEqual([1, 3, 2, 4]);
    database.close();
  });

  test('$in on the sorted field itself', async () => {
    const database = indexed(
      [{ n: 3 }, { n: 1 }, { n: 2 }],
      [
        ['n', 1],
        ['_id', 1],
      ],
    );
    const found = await find(database, { n: { $in: [3, 1] } }, { order: { n: 1, _id: 1 } });
    expect(found.map(({ n }) => n as number)).toEqual([1, 3]);
    database.close();
  });
});

describe('unique indexes', () => {
  test('hold over inserts, updates and upserts, within one call too', async () => {
    const database = databaseWith([{ a: 1 }, { a: 2 }], {
      collections: { things: { indexes: [{ name: 'one', keys: [['a', 1]], unique: true }] } },
    });
    expect(() => database.insertMany('things', [{ _id: 9, a: 1 }])).toThrow(/E11000.*index: one/);
    expect(() =>
      database.insertMany('things', [
        { _id: 8, a: 8 },
        { _id: 9, a: 8 },
      ]),
    ).toThrow(/E11000/);
    const change = { collectionName: 'things', query: '{"_id":1}', data: '{"$set":{"a":2}}', merge: true };
    await expect(database.handle('database.modifyDocument', change)).rejects.toThrow(/E11000/);
    expect((await find(database, {})).map(({ a }) => a)).toEqual([1, 2]);
    database.close();
  });

  test('count a missing field as null, once', () => {
    const database = databaseWith([{}], {
      collections: { things: { indexes: [{ name: 'one', keys: [['a', 1]], unique: true }] } },
    });
    expect(() => database.insertMany('things', [{ _id: 9, a: null }])).toThrow(/E11000/);
    database.close();
  });
});
