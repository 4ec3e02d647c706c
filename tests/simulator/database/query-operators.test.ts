import { BSONRegExp, ObjectId } from 'bson';
import type { Document } from '../../../simulator/cloud/database';
import { databaseWith, find } from './engine';

/*
 * Each row: a query, the documents it is put to (numbered from 1), and the numbers of those it finds, as MongoDB's
 * manual has it.
 */
type Row = [says: string, query: Document, documents: Document[], found: number[]];

const day = (n: number) => new Date(Date.UTC(2022, 0, n));
const id = new ObjectId('64b0c0ffee64b0c0ffee64b0');

const tables: Record<string, Row[]> = {
  equality: [
    ['a value', { a: 1 }, [{ a: 1 }, { a: 2 }, { a: '1' }], [1]],
    ['$eq is the same', { a: { $eq: 1 } }, [{ a: 1 }, { a: 2 }], [1]],
    ['an array by an element', { a: 1 }, [{ a: [3, 1] }, { a: [2] }], [1]],
    [
      'a whole array, in order',
      { a: [1, 2] },
      [{ a: [1, 2] }, { a: [2, 1] }, { a: [[1, 2]] }, { a: [1, 2, 3] }],
      [1, 3],
    ],
    [
      'a sub-document, with its fields in order',
      { a: { x: 1, y: 2 } },
      [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, { a: { x: 1 } }],
      [1],
    ],
    [
      'null: null and missing',
      { a: null },
      [{ a: null }, {}, { a: 0 }, { a: '' }, { a: [null] }, { a: [] }],
      [1, 2, 5],
    ],
    ['a date', { a: day(1) }, [{ a: day(1) }, { a: day(2) }, { a: day(1).getTime() }], [1]],
    ['an ObjectId', { a: id }, [{ a: id }, { a: id.toHexString() }], [1]],
    ['a boolean is no number', { a: true }, [{ a: true }, { a: 1 }], [1]],
    ['an empty string, an empty array', { a: [] }, [{ a: [] }, { a: '' }, { a: [[]] }], [1, 3]],
    ['a name of Object.prototype that is no field', { constructor: null }, [{}, { constructor: 1 }], [1]],
  ],
  paths: [
    ['into a sub-document', { 'a.b': 1 }, [{ a: { b: 1 } }, { a: { b: 2 } }, { a: 1 }], [1]],
    ['into sub-documents in an array', { 'a.b': 1 }, [{ a: [{ b: 2 }, { b: 1 }] }, { a: [{ b: 2 }] }], [1]],
    [
      'into arrays in arrays of sub-documents',
      { 'a.b.c': 1 },
      [{ a: [{ b: [{ c: 2 }, { c: 1 }] }] }, { a: [{ b: { c: 3 } }] }],
      [1],
    ],
    ['not into an array within an array', { 'a.b': 1 }, [{ a: [[{ b: 1 }]] }, { a: [{ b: 1 }] }], [2]],
    ['by position', { 'a.1': 2 }, [{ a: [1, 2] }, { a: [2, 1] }, { a: [2] }], [1]],
    ['by position, then a field', { 'a.0.b': 1 }, [{ a: [{ b: 1 }] }, { a: [{ b: 2 }, { b: 1 }] }], [1]],
    ['a number as a field name', { 'a.0': 1 }, [{ a: { 0: 1 } }, { a: [{ 0: 1 }] }, { a: [5, 1] }], [1, 2]],
    [
      'null where one of several lacks the field',
      { 'a.b': null },
      [{ a: [{ b: 1 }, {}] }, { a: [{ b: 1 }] }, { a: 5 }, {}],
      [1, 3, 4],
    ],
    ['null finds nothing in an array of scalars', { 'a.b': null }, [{ a: [1, 2] }, { a: [] }], []],
  ],
  '$ne and $nin': [
    ['$ne: missing counts as different', { a: { $ne: 1 } }, [{ a: 1 }, { a: 2 }, {}], [2, 3]],
    ['$ne: no element may be equal', { a: { $ne: 1 } }, [{ a: [1, 2] }, { a: [2, 3] }], [2]],
    ['$ne null: there and not null', { a: { $ne: null } }, [{ a: 1 }, { a: null }, {}], [1]],
    ['$nin', { a: { $nin: [1, 2] } }, [{ a: 1 }, { a: 3 }, {}, { a: [3, 2] }], [2, 3]],
    ['$nin with null', { a: { $nin: [null] } }, [{ a: 1 }, {}, { a: null }], [1]],
  ],
  $in: [
    ['one of', { a: { $in: [1, 'x'] } }, [{ a: 1 }, { a: 'x' }, { a: 2 }, {}], [1, 2]],
    ['an array by an element', { a: { $in: [1] } }, [{ a: [2, 1] }, { a: [2] }], [1]],
    ['null finds missing', { a: { $in: [null, 1] } }, [{}, { a: null }, { a: 1 }, { a: 2 }], [1, 2, 3]],
    ['whole arrays', { a: { $in: [[1, 2]] } }, [{ a: [1, 2] }, { a: [1] }], [1]],
    ['regular expressions', { a: { $in: [/^甲/, 'b'] } }, [{ a: '甲乙' }, { a: '乙甲' }, { a: 'b' }], [1, 3]],
    ['nothing in an empty list', { a: { $in: [] } }, [{ a: 1 }, {}], []],
  ],
  comparison: [
    ['$gt', { a: { $gt: 1 } }, [{ a: 1 }, { a: 2 }, { a: 1.5 }], [2, 3]],
    ['$gte', { a: { $gte: 1 } }, [{ a: 1 }, { a: 0 }], [1]],
    ['$lt', { a: { $lt: 1 } }, [{ a: 1 }, { a: 0 }, { a: -Infinity }], [2, 3]],
    ['$lte', { a: { $lte: 1 } }, [{ a: 1 }, { a: 2 }], [1]],
    [
      'never leaves the type',
      { a: { $gt: 1 } },
      [{ a: '2' }, { a: day(2) }, { a: true }, { a: null }, {}, { a: { b: 5 } }],
      [],
    ],
    [
      'strings by their bytes',
      { a: { $gt: 'B' } },
      [{ a: 'A' }, { a: 'a' }, { a: 'C' }, { a: '中' }],
      [2, 3, 4],
    ],
    ['dates', { a: { $lt: day(2) } }, [{ a: day(1) }, { a: day(2) }, { a: 0 }], [1]],
    ['booleans', { a: { $gt: false } }, [{ a: true }, { a: false }, { a: 1 }], [1]],
    ['any element of an array', { a: { $gt: 5 } }, [{ a: [1, 9] }, { a: [1, 2] }], [1]],
    [
      'two bounds may be met by two elements',
      { a: { $gt: 5, $lt: 3 } },
      [{ a: [1, 9] }, { a: [4] }, { a: [9] }],
      [1],
    ],
    ['$gte null finds null and missing', { a: { $gte: null } }, [{ a: null }, {}, { a: 1 }], [1, 2]],
    ['$gt null finds nothing', { a: { $gt: null } }, [{ a: null }, {}, { a: 1 }], []],
    ['NaN is below no number', { a: { $lt: 5 } }, [{ a: NaN }, { a: 1 }], [2]],
    ['ObjectIds', { a: { $gte: id } }, [{ a: id }, { a: new ObjectId('000000000000000000000000') }], [1]],
    [
      'whole arrays, element by element',
      { a: { $gt: [1, 2] } },
      [{ a: [1, 3] }, { a: [1, 2] }, { a: [0, 9] }],
      [1],
    ],
  ],
  logic: [
    ['$and', { $and: [{ a: 1 }, { b: 1 }] }, [{ a: 1, b: 1 }, { a: 1 }], [1]],
    ['$and twice on one field', { $and: [{ a: { $gt: 1 } }, { a: { $lt: 5 } }] }, [{ a: 3 }, { a: 9 }], [1]],
    ['$or', { $or: [{ a: 1 }, { b: 1 }] }, [{ a: 1 }, { b: 1 }, { a: 2 }], [1, 2]],
    ['$or beside a field', { c: 1, $or: [{ a: 1 }, { b: 1 }] }, [{ a: 1, c: 1 }, { b: 1 }], [1]],
    ['$nor', { $nor: [{ a: 1 }, { b: 1 }] }, [{ a: 1 }, { b: 1 }, { a: 2 }, {}], [3, 4]],
    [
      '$not turns an operator, and missing holds',
      { a: { $not: { $gt: 1 } } },
      [{ a: 1 }, { a: 2 }, {}, { a: 'x' }],
      [1, 3, 4],
    ],
    ['$not a regular expression', { a: { $not: /^x/ } }, [{ a: 'xy' }, { a: 'yx' }, {}], [2, 3]],
    ['$not turns several operators together', { a: { $not: { $gt: 1, $lt: 5 } } }, [{ a: 3 }, { a: 9 }], [2]],
    [
      'nested',
      { $or: [{ $and: [{ a: 1 }, { $nor: [{ b: 1 }] }] }, { c: 1 }] },
      [{ a: 1 }, { a: 1, b: 1 }, { c: 1 }],
      [1, 3],
    ],
  ],
  $exists: [
    ['true: null is there', { a: { $exists: true } }, [{ a: null }, {}, { a: [] }], [1, 3]],
    ['false', { a: { $exists: false } }, [{ a: null }, {}], [2]],
    ['into an array', { 'a.b': { $exists: true } }, [{ a: [{ b: 1 }] }, { a: [{}] }, { a: [1] }], [1]],
    ['false over an array of scalars', { 'a.b': { $exists: false } }, [{ a: [1] }, { a: [{ b: 1 }] }], [1]],
  ],
  $type: [
    ['by name', { a: { $type: 'string' } }, [{ a: 'x' }, { a: 1 }, {}], [1]],
    ['by number', { a: { $type: 2 } }, [{ a: 'x' }, { a: 1 }], [1]],
    ['number', { a: { $type: 'number' } }, [{ a: 1 }, { a: 1.5 }, { a: 2 ** 40 }, { a: '1' }], [1, 2, 3]],
    ['int, long and double', { a: { $type: 'int' } }, [{ a: 1 }, { a: 1.5 }, { a: 2 ** 40 }], [1]],
    ['long', { a: { $type: 'long' } }, [{ a: 1 }, { a: 2 ** 40 }], [2]],
    ['double', { a: { $type: 'double' } }, [{ a: 1 }, { a: 1.5 }], [2]],
    ['one of several', { a: { $type: ['bool', 'date'] } }, [{ a: true }, { a: day(1) }, { a: 1 }], [1, 2]],
    ['array means the field itself', { a: { $type: 'array' } }, [{ a: [1] }, { a: 1 }, { a: [] }], [1, 3]],
    ['an element of an array', { a: { $type: 'string' } }, [{ a: [1, 'x'] }, { a: [1] }], [1]],
    ['null is not missing', { a: { $type: 'null' } }, [{ a: null }, {}], [1]],
    [
      'object, objectId, regex',
      { a: { $type: ['object', 'objectId', 'regex'] } },
      [{ a: {} }, { a: id }, { a: new BSONRegExp('x', 'i') }, { a: 'x' }],
      [1, 2, 3],
    ],
  ],
  arrays: [
    ['$size', { a: { $size: 2 } }, [{ a: [1, 2] }, { a: [1] }, { a: 'xy' }, {}], [1]],
    ['$size 0', { a: { $size: 0 } }, [{ a: [] }, {}, { a: [[]] }], [1]],
    ['$all in any order', { a: { $all: [1, 2] } }, [{ a: [2, 3, 1] }, { a: [1] }], [1]],
    ['$all on a scalar', { a: { $all: [1] } }, [{ a: 1 }, { a: 2 }], [1]],
    ['$all of nothing', { a: { $all: [] } }, [{ a: [] }, { a: [1] }], []],
    [
      '$all with a whole array',
      { a: { $all: [[1, 2]] } },
      [{ a: [1, 2] }, { a: [[1, 2], 3] }, { a: [1] }],
      [1, 2],
    ],
    [
      '$all with $elemMatch',
      { a: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: 2 } }] } },
      [{ a: [{ x: 1 }, { x: 2 }] }, { a: [{ x: 1 }] }],
      [1],
    ],
    [
      '$elemMatch: one element meets all',
      { a: { $elemMatch: { $gt: 5, $lt: 9 } } },
      [{ a: [1, 7] }, { a: [1, 10] }, { a: 7 }],
      [1],
    ],
    [
      '$elemMatch on sub-documents',
      { a: { $elemMatch: { x: 1, y: 2 } } },
      [{ a: [{ x: 1, y: 2 }] }, { a: [{ x: 1 }, { y: 2 }] }],
      [1],
    ],
    [
      '$elemMatch with $or',
      { a: { $elemMatch: { $or: [{ x: 1 }, { y: 1 }] } } },
      [{ a: [{ y: 1 }] }, { a: [{ z: 1 }] }],
      [1],
    ],
    [
      '$elemMatch with $ne and $in',
      { a: { $elemMatch: { $ne: 1, $in: [1, 2] } } },
      [{ a: [1, 2] }, { a: [1, 3] }],
      [1],
    ],
    [
      '$elemMatch does not enter an inner array',
      { a: { $elemMatch: { $gt: 5 } } },
      [{ a: [[9]] }, { a: [9] }],
      [2],
    ],
    [
      '$elemMatch within a path',
      { 'a.b': { $elemMatch: { c: 1 } } },
      [{ a: { b: [{ c: 1 }] } }, { a: { b: { c: 1 } } }],
      [1],
    ],
  ],
  '$mod and $regex': [
    ['$mod', { a: { $mod: [4, 1] } }, [{ a: 5 }, { a: 4 }, { a: '5' }], [1]],
    ['$mod cuts fractions off', { a: { $mod: [4.9, 1] } }, [{ a: 5.7 }, { a: 6 }], [1]],
    ['$mod of a negative number', { a: { $mod: [4, -1] } }, [{ a: -5 }, { a: 5 }], [1]],
    [
      '$regex with options',
      { a: { $regex: '^ab', $options: 'i' } },
      [{ a: 'ABC' }, { a: 'xab' }, { a: 1 }],
      [1],
    ],
    ['a regular expression as the value', { a: /村$/ }, [{ a: '柳溪村' }, { a: '村口' }], [1]],
    ['m: lines', { a: { $regex: '^b', $options: 'm' } }, [{ a: 'a\nb' }, { a: 'ab' }], [1]],
    [
      's: the dot takes line ends',
      { a: { $regex: 'a.b', $options: 's' } },
      [{ a: 'a\nb' }, { a: 'a b' }],
      [1, 2],
    ],
    ['an element of an array', { a: /^x/ }, [{ a: ['y', 'xy'] }, { a: ['y'] }], [1]],
    ['$regex beside another operator', { a: { $regex: '^x', $ne: 'xy' } }, [{ a: 'xy' }, { a: 'xz' }], [2]],
  ],
  $expr: [
    [
      'compares two fields',
      { $expr: { $gt: ['$a', '$b'] } },
      [
        { a: 2, b: 1 },
        { a: 1, b: 2 },
      ],
      [1],
    ],
    [
      'types have an order here',
      { $expr: { $gt: ['$a', '$b'] } },
      [
        { a: 'x', b: 9 },
        { a: 9, b: 'x' },
      ],
      [1],
    ],
    ['an array is a value here', { $expr: { $eq: ['$a', 1] } }, [{ a: [1] }, { a: 1 }], [2]],
    [
      '0, null and missing are false',
      { $expr: '$a' },
      [{ a: 0 }, { a: null }, {}, { a: '' }, { a: 1 }],
      [4, 5],
    ],
  ],
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  test.each(rows)('%s', async (_says, query, documents, found) => {
    const database = databaseWith(documents);
    expect((await find(database, query)).map(({ _id }) => _id)).toEqual(found);
    database.close();
  });

  test.each(rows)('%s, also when every field is indexed', async (_says, query, documents, found) => {
    const indexes = ['a', 'b', 'c', 'a.b', 'a.b.c'].map((path) => ({
      name: path,
      keys: [[path, 1] as [string, 1]],
    }));
    const database = databaseWith(documents, { collections: { things: { indexes } } });
    const ids = (await find(database, query, { order: { _id: 1 } })).map(({ _id }) => _id);
    expect(ids).toEqual(found);
    database.close();
  });
});
