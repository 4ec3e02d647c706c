import { ObjectId } from 'bson';
import type { Document } from '../../../simulator/cloud/database';
import { databaseWith, find, modify } from './engine';

describe('the matched element: $', () => {
  test.each<[string, Document, Document, Document, Document]>([
    ['of an array of values', { a: [5, 7, 5] }, { a: 7 }, { $set: { 'a.$': 0 } }, { a: [5, 0, 5] }],
    [
      'of sub-documents by a field',
      {
        a: [
          { s: 'x', n: 1 },
          { s: 'y', n: 1 },
        ],
      },
      { 'a.s': 'y' },
      { $inc: { 'a.$.n': 1 } },
      {
        a: [
          { s: 'x', n: 1 },
          { s: 'y', n: 2 },
        ],
      },
    ],
    [
      'by $elemMatch',
      { a: [{ n: 1 }, { n: 8 }] },
      { a: { $elemMatch: { n: { $gt: 5 } } } },
      { $set: { 'a.$.big': true } },
      { a: [{ n: 1 }, { n: 8, big: true }] },
    ],
  ])('%s', async (_says, before, query, update, after) => {
    const database = databaseWith([before]);
    await modify(database, { _id: 1, ...query }, update);
    expect(await find(database, {})).toEqual([{ _id: 1, ...after }]);
    database.close();
  });
});

describe('an update that is refused leaves the document as it was', () => {
  test.each<[string, Document, Document, RegExp]>([
    ['an unknown operator', { a: 1 }, { $frob: { a: 1 } }, /Unknown modifier: \$frob/],
    ['$currentDate, which the SDK has not', { a: 1 }, { $currentDate: { a: true } }, /Unknown modifier/],
    ['fields without an operator', { a: 1 }, { a: 2 }, /operators only/],
    ['the same field twice', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, /conflict/],
    ['a field and its inside', { a: {} }, { $set: { a: {}, 'a.b': 1 } }, /conflict/],
    ['a rename onto a changed field', { a: 1 }, { $rename: { a: 'b' }, $set: { b: 1 } }, /conflict/],
    ['a path through a prototype', { a: 1 }, { $set: { '__proto__.x': 1 } }, /__proto__/],
    ['another _id', { a: 1 }, { $set: { _id: 9 } }, /immutable field '_id'/],
    ['$inc of text', { a: 'x' }, { $inc: { a: 1 } }, /non-numeric/],
    ['$inc of null', { a: null }, { $inc: { a: 1 } }, /non-numeric/],
    ['$inc by text', { a: 1 }, { $inc: { a: 'x' } }, /non-numeric argument/],
    ['$push to what is no array', { a: 1 }, { $push: { a: 1 } }, /must be an array/],
    ['$pull from what is no array', { a: 1 }, { $pull: { a: 1 } }, /must be an array/],
    ['$addToSet to what is no array', { a: 1 }, { $addToSet: { a: 1 } }, /must be an array/],
    ['$pop of what is no array', { a: 1 }, { $pop: { a: 1 } }, /must be an array/],
    ['$pop by 2', { a: [1] }, { $pop: { a: 2 } }, /1 or -1/],
    ['$pullAll without a list', { a: [1] }, { $pullAll: { a: 1 } }, /array/],
    [
      'an unknown clause of $push',
      { a: [] },
      { $push: { a: { $each: [1], $first: 1 } } },
      /Unrecognized clause/,
    ],
    ['$slice by a fraction', { a: [] }, { $push: { a: { $each: [1], $slice: 0.5 } } }, /integer/],
    [
      'an unknown clause of $addToSet',
      { a: [] },
      { $addToSet: { a: { $each: [1], $slice: 1 } } },
      /unexpected fields/,
    ],
    ['a field inside a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, /Cannot create field 'b'/],
    ['a field inside null', { a: null }, { $set: { 'a.b': 1 } }, /Cannot create field 'b'/],
    ['a named field in an array', { a: [1] }, { $set: { 'a.b': 1 } }, /Cannot create field 'b'/],
    ['a $ name in a value', { a: 1 }, { $set: { a: { $b: 1 } } }, /dollar/],
    ['a dotted name in a value', { a: 1 }, { $set: { a: { 'b.c': 1 } } }, /dotted/],
    ['a rename to nothing', { a: 1 }, { $rename: { a: 5 } }, /must be a string/],
    ['$ without a condition on the array', { a: [1] }, { $set: { 'a.$': 2 } }, /did not find the match/],
    ['array filters', { a: [1] }, { $set: { 'a.$[x]': 2 } }, /array filters/],
    ['$[] on what is missing', {}, { $set: { 'a.$[]': 2 } }, /must exist/],
    ['an unknown operator in $pull', { a: [1] }, { $pull: { a: { $foo: 1 } } }, /unknown operator/],
  ])('%s', async (_says, before, update, message) => {
    const database = databaseWith([before]);
    await expect(modify(database, { _id: 1 }, update)).rejects.toThrow(message);
    expect(await find(database, {})).toEqual([{ _id: 1, ...before }]);
    database.close();
  });

  test('and one refused half way through many leaves all of them', async () => {
    const database = databaseWith([{ a: 1 }, { a: 'x' }, { a: 3 }]);
    await expect(modify(database, {}, { $inc: { a: 1 } }, { multi: true })).rejects.toThrow(/non-numeric/);
    expect((await find(database, {})).map(({ a }) => a)).toEqual([1, 'x', 3]);
    database.close();
  });
});

describe('how many', () => {
  test('multi changes all that match, otherwise the first', async () => {
    const database = databaseWith([{ a: 1 }, { a: 1 }, { a: 2 }]);
    expect(await modify(database, { a: 1 }, { $set: { b: 1 } })).toEqual({ updated: 1 });
    expect(await modify(database, { a: 1 }, { $set: { b: 2 } }, { multi: true })).toEqual({ updated: 2 });
    expect((await find(database, {})).map(({ b }) => b)).toEqual([2, 2, undefined]);
    database.close();
  });

  test('a document that stays as it was is not counted', async () => {
    const database = databaseWith([{ a: 1 }, { a: 2 }]);
    expect(await modify(database, {}, { $set: { a: 2 } }, { multi: true })).toEqual({ updated: 1 });
    database.close();
  });
});

describe('replacing and upserting', () => {
  test('set() puts a whole document in place of another and keeps its _id', async () => {
    const database = databaseWith([{ a: 1, b: 2 }]);
    expect(await modify(database, { _id: 1 }, { c: 3 }, { merge: false, upsert: true })).toEqual({
      updated: 1,
    });
    expect(await find(database, {})).toEqual([{ _id: 1, c: 3 }]);
    database.close();
  });

  test('set() makes the document when there is none', async () => {
    const database = databaseWith([]);
    const answer = await modify(database, { _id: 'new' }, { c: 3 }, { merge: false, upsert: true });
    expect(answer).toEqual({ updated: 0, upsert_id: 'new' });
    expect(await find(database, {})).toEqual([{ _id: 'new', c: 3 }]);
    database.close();
  });

  test('a replacement takes no operators and no other _id', async () => {
    const database = databaseWith([{ a: 1 }]);
    await expect(modify(database, { _id: 1 }, { $set: { a: 2 } }, { merge: false })).rejects.toThrow(
      /update operators/,
    );
    await expect(modify(database, { _id: 1 }, { _id: 2 }, { merge: false })).rejects.toThrow(/immutable/);
    database.close();
  });

  test("an upsert starts from the query's equalities and $setOnInsert", async () => {
    const database = databaseWith([]);
    const query = { _id: 'k', 'a.b': 1, $and: [{ c: { $eq: 2 } }, { n: { $gt: 5 } }] };
    await modify(database, query, { $inc: { n: 1 }, $setOnInsert: { made: true } }, { upsert: true });
    expect(await find(database, {})).toEqual([{ _id: 'k', a: { b: 1 }, c: 2, n: 1, made: true }]);
    await modify(
      database,
      { _id: 'k' },
      { $inc: { n: 1 }, $setOnInsert: { made: 'again' } },
      { upsert: true },
    );
    expect(await find(database, {})).toMatchObject([{ n: 2, made: true }]);
    database.close();
  });

  test('an update without upsert makes nothing', async () => {
    const database = databaseWith([]);
    expect(await modify(database, { _id: 'k' }, { $set: { a: 1 } })).toEqual({ updated: 0 });
    expect(database.count('things')).toBe(0);
    database.close();
  });
});

test('an ObjectId as _id serves like any other', async () => {
  const id = new ObjectId();
  const database = databaseWith([{ _id: id, a: 1 }]);
  expect(await modify(database, { _id: id }, { $inc: { a: 1 } })).toEqual({ updated: 1 });
  expect(await find(database, { _id: id })).toEqual([{ _id: id, a: 2 }]);
  database.close();
});
