import type { Document } from '../../../simulator/cloud/database';
import { databaseWith, find, modify } from './engine';

/** Each row: a document, an update put to it, and what it is then (its `_id` aside), as MongoDB's manual has it. */
type Row = [says: string, before: Document, update: Document, after: Document];

const day = (n: number) => new Date(Date.UTC(2022, 0, n));

const tables: Record<string, Row[]> = {
  $set: [
    ['a field', { a: 1 }, { $set: { a: 2 } }, { a: 2 }],
    ['a new field', { a: 1 }, { $set: { b: 'x' } }, { a: 1, b: 'x' }],
    ['a nested path, making what is missing', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['beside what is there', { a: { b: 1 } }, { $set: { 'a.c': 2 } }, { a: { b: 1, c: 2 } }],
    ['a whole sub-document', { a: { b: 1 } }, { $set: { a: { c: 2 } } }, { a: { c: 2 } }],
    ['a position in an array', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
    [
      'a position beyond the end, filled with null',
      { a: [1] },
      { $set: { 'a.3': 9 } },
      { a: [1, null, null, 9] },
    ],
    ['a field of an element', { a: [{ b: 1 }] }, { $set: { 'a.0.b': 2 } }, { a: [{ b: 2 }] }],
    ['a number as a field of what was missing', {}, { $set: { 'a.0': 1 } }, { a: { 0: 1 } }],
    ['a date, null, an array', {}, { $set: { a: day(1), b: null, c: [1] } }, { a: day(1), b: null, c: [1] }],
  ],
  $unset: [
    ['a field', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    ['a nested field', { a: { b: 1, c: 2 } }, { $unset: { 'a.b': '' } }, { a: { c: 2 } }],
    ['an element becomes null', { a: [1, 2, 3] }, { $unset: { 'a.1': '' } }, { a: [1, null, 3] }],
    ['what is not there', { a: 1 }, { $unset: { 'x.y': '' } }, { a: 1 }],
  ],
  $inc: [
    ['up', { a: 1 }, { $inc: { a: 2 } }, { a: 3 }],
    ['down', { a: 1 }, { $inc: { a: -2.5 } }, { a: -1.5 }],
    ['from nothing', {}, { $inc: { 'a.b': 2 } }, { a: { b: 2 } }],
    ['an element', { a: [1, 2] }, { $inc: { 'a.0': 5 } }, { a: [6, 2] }],
  ],
  $mul: [
    ['times', { a: 4 }, { $mul: { a: 2.5 } }, { a: 10 }],
    ['nothing times is 0', {}, { $mul: { a: 5 } }, { a: 0 }],
  ],
  '$min and $max': [
    ['$min takes the smaller', { a: 5 }, { $min: { a: 3 } }, { a: 3 }],
    ['$min keeps the smaller', { a: 5 }, { $min: { a: 7 } }, { a: 5 }],
    ['$max takes the larger', { a: 5 }, { $max: { a: 7 } }, { a: 7 }],
    ['$max keeps the larger', { a: 5 }, { $max: { a: 3 } }, { a: 5 }],
    ['from nothing', {}, { $min: { a: 3 }, $max: { b: 4 } }, { a: 3, b: 4 }],
    ['dates', { a: day(5) }, { $min: { a: day(2) } }, { a: day(2) }],
    [
      'over types: null is below numbers, numbers below strings',
      { a: 5, b: 5 },
      { $min: { a: null }, $max: { b: 'x' } },
      { a: null, b: 'x' },
    ],
  ],
  $rename: [
    ['a field', { a: 1, c: 2 }, { $rename: { a: 'b' } }, { c: 2, b: 1 }],
    ['over what is there', { a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
    ['into a sub-document', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
    ['what is not there', { b: 2 }, { $rename: { a: 'b' } }, { b: 2 }],
  ],
  $push: [
    ['at the end', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    ['a whole array as one element', { a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
    ['into nothing', {}, { $push: { a: 1 } }, { a: [1] }],
    ['$each', { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    ['$position', { a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
    [
      '$position from the end',
      { a: [1, 2, 3] },
      { $push: { a: { $each: [9], $position: -1 } } },
      { a: [1, 2, 9, 3] },
    ],
    ['$position beyond the end', { a: [1] }, { $push: { a: { $each: [2], $position: 9 } } }, { a: [1, 2] }],
    [
      'unshift is $position 0',
      { a: [2] },
      { $push: { a: { $each: [0, 1], $position: 0 } } },
      { a: [0, 1, 2] },
    ],
    ['$slice keeps the first', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: 2 } } }, { a: [1, 2] }],
    ['$slice keeps the last', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    ['$slice 0 empties', { a: [1] }, { $push: { a: { $each: [2], $slice: 0 } } }, { a: [] }],
    ['$sort', { a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1 } } }, { a: [1, 2, 3] }],
    [
      '$sort downwards by a field',
      { a: [{ n: 1 }, { n: 3 }] },
      { $push: { a: { $each: [{ n: 2 }], $sort: { n: -1 } } } },
      { a: [{ n: 3 }, { n: 2 }, { n: 1 }] },
    ],
    [
      'the best three: $sort before $slice',
      { a: [5, 1] },
      { $push: { a: { $slice: 3, $sort: -1, $each: [9, 4] } } },
      { a: [9, 5, 4] },
    ],
  ],
  $pull: [
    ['a value, everywhere', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['by operators', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    ['$in', { a: ['x', 'y', 'z'] }, { $pull: { a: { $in: ['x', 'z'] } } }, { a: ['y'] }],
    [
      'sub-documents by some of their fields',
      { a: [{ b: 1, c: 1 }, { b: 2 }] },
      { $pull: { a: { b: 1 } } },
      { a: [{ b: 2 }] },
    ],
    [
      'sub-documents by operators on their fields',
      { a: [{ b: 1 }, { b: 7 }] },
      { $pull: { a: { b: { $gt: 5 } } } },
      { a: [{ b: 1 }] },
    ],
    ['by a regular expression', { a: ['ab', 'ba'] }, { $pull: { a: /^a/ } }, { a: ['ba'] }],
    ['a whole array', { a: [[1], [1, 2]] }, { $pull: { a: [1] } }, { a: [[1, 2]] }],
    ['from nothing', {}, { $pull: { a: 1 } }, {}],
  ],
  'other array operators': [
    ['$pullAll', { a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    [
      '$pullAll takes whole sub-documents',
      { a: [{ b: 1, c: 2 }, { b: 1 }] },
      { $pullAll: { a: [{ b: 1 }] } },
      { a: [{ b: 1, c: 2 }] },
    ],
    ['pop takes the last', { a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
    ['shift takes the first', { a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
    ['pop from empty and from nothing', { a: [] }, { $pop: { a: 1, b: 1 } }, { a: [] }],
    ['$addToSet what is new', { a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
    ['$addToSet what is there', { a: [1, { b: 1 }] }, { $addToSet: { a: { b: 1 } } }, { a: [1, { b: 1 }] }],
    ['$addToSet an array is one element', { a: [1] }, { $addToSet: { a: [1] } }, { a: [1, [1]] }],
    ['$addToSet $each', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    ['$addToSet into nothing', {}, { $addToSet: { a: 1 } }, { a: [1] }],
    ['$bit', { a: 13, b: 3 }, { $bit: { a: { and: 10 }, b: { or: 4 } } }, { a: 8, b: 7 }],
  ],
  'several at once': [
    [
      'in one go',
      { a: 1, b: [1], c: 1 },
      { $inc: { a: 1 }, $push: { b: 2 }, $unset: { c: '' } },
      { a: 2, b: [1, 2] },
    ],
    [
      'every element: $[]',
      { a: [{ n: 1 }, { n: 2 }] },
      { $inc: { 'a.$[].n': 10 } },
      { a: [{ n: 11 }, { n: 12 }] },
    ],
    [
      'every element of every element',
      { a: [{ b: [1, 2] }, { b: [3] }] },
      { $mul: { 'a.$[].b.$[]': 2 } },
      { a: [{ b: [2, 4] }, { b: [6] }] },
    ],
  ],
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  test.each(rows)('%s', async (_says, before, update, after) => {
    const database = databaseWith([before]);
    await modify(database, { _id: 1 }, update);
    expect(await find(database, {})).toEqual([{ _id: 1, ...after }]);
    database.close();
  });
});
