import type { Document } from '../../../simulator/cloud/database';
import { aggregate, databaseWith } from './engine';

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
