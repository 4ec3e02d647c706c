import { openDatabase, type Database, type Document } from '../../../simulator/cloud/database';
import { aggregate, find, insert, modify, NOW, wire } from './engine';

const schema = {
  collections: {
    things: {
      indexes: [
        { name: 'a', keys: [['a', 1] as [string, 1]] },
        { name: 'code', keys: [['code', 1] as [string, 1]], unique: true },
      ],
    },
  },
};
const START: Document[] = [1, 2, 3].map((n) => ({ _id: n, a: n, code: `c${n}` }));

let database: Database;
beforeEach(() => {
  database = openDatabase({ folder: ':memory:', schema, now: () => NOW });
  database.insertMany('things', START);
});
afterEach(() => {
  jest.useRealTimers();
  database.close();
});

const start = async () => (await database.handle('database.startTransaction', {})).transactionId;
const commit = (transactionId?: string) => database.handle('database.commitTransaction', { transactionId });
const abort = (transactionId?: string) => database.handle('database.abortTransaction', { transactionId });
const remove = (query: Document, transactionId?: string) =>
  database.handle('database.removeDocument', {
    collectionName: 'things',
    query: wire(query),
    multi: false,
    transactionId,
  });
const one = async (id: unknown, transactionId?: string) =>
  (await find(database, { _id: id }, { transactionId }))[0];
const conflict = { code: 'DATABASE_TRANSACTION_CONFLICT' };

describe('what a transaction sees', () => {
  test('the state at its start, whatever is written since', async () => {
    const transactionId = await start();
    await modify(database, { _id: 1 }, { $set: { a: 100 } });
    await insert(database, [{ _id: 4, a: 4, code: 'c4' }]);
    await remove({ _id: 2 });
    expect((await find(database, {}, { transactionId })).map(({ a }) => a)).toEqual([1, 2, 3]);
    expect(await find(database, { a: { $gte: 100 } }, { transactionId })).toEqual([]);
    expect((await find(database, {})).map(({ a }) => a)).toEqual([100, 3, 4]);
    await abort(transactionId);
  });

  test('its own writes, in documents, queries, sorts, limits and counts; nobody else does', async () => {
    const transactionId = await start();
    await modify(database, { _id: 1 }, { $set: { a: 9 } }, { transactionId });
    await insert(database, [{ _id: 4, a: 0, code: 'c4' }], { transactionId });
    await remove({ _id: 2 }, transactionId);
    expect(await one(1, transactionId)).toMatchObject({ a: 9 });
    const ids = async (query: Document, options: object = {}) =>
      (await find(database, query, { transactionId, ...options })).map(({ _id }) => _id);
    expect(await ids({})).toEqual([1, 3, 4]);
    expect(await ids({ a: { $gt: 2 } }, { order: { a: 1 } })).toEqual([3, 1]);
    expect(await ids({}, { order: { a: 1 }, limit: 2 })).toEqual([4, 3]);
    expect(await ids({}, { order: { a: -1 }, offset: 1, limit: 1 })).toEqual([3]);
    expect(await ids({ _id: { $in: [2, 4] } })).toEqual([4]);
    const { data } = await database.handle('database.calculateDocument', {
      collectionName: 'things',
      query: wire({ a: { $gt: 0 } }),
      transactionId,
    });
    expect(data).toEqual({ total: 2 });
    expect((await find(database, {})).map(({ a }) => a)).toEqual([1, 2, 3]);
    await commit(transactionId);
    expect((await find(database, {}, { order: { _id: 1 } })).map(({ _id, a }) => [_id, a])).toEqual([
      [1, 9],
      [3, 3],
      [4, 0],
    ]);
    expect(await aggregate(database, [{ $match: { a: 9 } }, { $count: 'n' }])).toEqual([{ n: 1 }]);
  });

  test('several changes of one document become one', async () => {
    const transactionId = await start();
    await modify(database, { _id: 1 }, { $inc: { a: 1 } }, { transactionId });
    await modify(database, { _id: 1 }, { $inc: { a: 1 } }, { transactionId });
    await insert(database, [{ _id: 4, code: 'c4' }], { transactionId });
    await modify(database, { _id: 4 }, { $set: { a: 7 } }, { transactionId });
    await insert(database, [{ _id: 5, code: 'c5' }], { transactionId });
    await remove({ _id: 5 }, transactionId);
    await commit(transactionId);
    expect((await find(database, {})).map(({ a }) => a)).toEqual([3, 2, 3, 7]);
  });

  test('a document removed and made anew', async () => {
    const transactionId = await start();
    await remove({ _id: 1 }, transactionId);
    expect(await one(1, transactionId)).toBeUndefined();
    await insert(database, [{ _id: 1, a: 'new', code: 'c1' }], { transactionId });
    await commit(transactionId);
    expect(await one(1)).toEqual({ _id: 1, a: 'new', code: 'c1' });
  });

  test('modifyAndReturnDoc answers with the changed document', async () => {
    const transactionId = await start();
    const { data } = await database.handle('database.modifyAndReturnDoc', {
      collectionName: 'things',
      query: wire({ a: 2 }),
      data: wire({ $inc: { a: 5 } }),
      transactionId,
    });
    expect(data).toMatchObject({ updated: 1 });
    expect(JSON.parse(data?.doc as string)).toMatchObject({ _id: 2, a: 7 });
    await abort(transactionId);
    const none = await database.handle('database.modifyAndReturnDoc', {
      collectionName: 'things',
      query: wire({ a: 99 }),
      data: wire({ $inc: { a: 5 } }),
    });
    expect(none.data).toEqual({ updated: 0 });
  });
});

describe('conflicts', () => {
  test('of two that change one document the first to commit wins', async () => {
    const [first, second] = [await start(), await start()];
    await modify(database, { _id: 1 }, { $inc: { a: 10 } }, { transactionId: first });
    await modify(database, { _id: 1 }, { $inc: { a: 100 } }, { transactionId: second });
    await commit(second);
    await expect(commit(first)).rejects.toMatchObject(conflict);
    expect(await one(1)).toMatchObject({ a: 101 });
  });

  test('the loser leaves nothing behind, in other documents neither', async () => {
    const [first, second] = [await start(), await start()];
    await modify(database, { _id: 1 }, { $inc: { a: 10 } }, { transactionId: first });
    await modify(database, { _id: 2 }, { $set: { a: 'lost' } }, { transactionId: second });
    await modify(database, { _id: 1 }, { $inc: { a: 100 } }, { transactionId: second });
    await commit(first);
    await expect(commit(second)).rejects.toMatchObject(conflict);
    expect((await find(database, {})).map(({ a }) => a)).toEqual([11, 2, 3]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['an update', () => modify(database, { _id: 1 }, { $set: { b: 1 } })],
    ['a replacement', () => modify(database, { _id: 1 }, { code: 'c1' }, { merge: false })],
    ['a removal', () => remove({ _id: 1 })],
  ])('%s outside of a transaction conflicts too', async (_says, write) => {
    const transactionId = await start();
    await modify(database, { _id: 1 }, { $inc: { a: 10 } }, { transactionId });
    await write();
    await expect(commit(transactionId)).rejects.toMatchObject(conflict);
  });

  test('two that insert the same _id', async () => {
    const [first, second] = [await start(), await start()];
    await insert(database, [{ _id: 9, code: 'x' }], { transactionId: first });
    await insert(database, [{ _id: 9, code: 'y' }], { transactionId: second });
    await commit(first);
    await expect(commit(second)).rejects.toMatchObject(conflict);
    expect(await one(9)).toMatchObject({ code: 'x' });
  });

  test('two that take the same unique value', async () => {
    const [first, second] = [await start(), await start()];
    await insert(database, [{ _id: 8, code: 'same' }], { transactionId: first });
    await insert(database, [{ _id: 9, code: 'same' }], { transactionId: second });
    await commit(first);
    await expect(commit(second)).rejects.toMatchObject(conflict);
    expect(await one(9)).toBeUndefined();
  });

  test('a duplicate that the transaction can see is a duplicate, not a conflict', async () => {
    const transactionId = await start();
    await expect(insert(database, [{ _id: 1 }], { transactionId })).rejects.toThrow(/E11000/);
    await expect(insert(database, [{ _id: 9, code: 'c2' }], { transactionId })).rejects.toThrow(/E11000/);
    await insert(database, [{ _id: 8, code: 'mine' }], { transactionId });
    await expect(modify(database, { _id: 1 }, { $set: { code: 'mine' } }, { transactionId })).rejects.toThrow(
      /E11000/,
    );
    await abort(transactionId);
  });

  test('a unique value may pass from a removed document to a new one', async () => {
    const transactionId = await start();
    await remove({ _id: 2 }, transactionId);
    await insert(database, [{ _id: 9, code: 'c2' }], { transactionId });
    await commit(transactionId);
    expect((await find(database, { code: 'c2' })).map(({ _id }) => _id)).toEqual([9]);
  });

  test('none between those that change different documents, or only read', async () => {
    const [first, second, third] = [await start(), await start(), await start()];
    await modify(database, { _id: 1 }, { $inc: { a: 1 } }, { transactionId: first });
    await modify(database, { _id: 2 }, { $inc: { a: 1 } }, { transactionId: second });
    await find(database, {}, { transactionId: third });
    await Promise.all([commit(first), commit(second), commit(third)]);
    expect((await find(database, {})).map(({ a }) => a)).toEqual([2, 3, 3]);
  });

  test('none from an update that changes nothing', async () => {
    const transactionId = await start();
    await modify(database, { _id: 1 }, { $inc: { a: 1 } }, { transactionId });
    await modify(database, { _id: 1 }, { $set: { a: 1 } });
    await commit(transactionId);
    expect(await one(1)).toMatchObject({ a: 2 });
  });
});

describe('the end of a transaction', () => {
  const gone = { code: 'DATABASE_TRANSACTION_FAIL', message: /must be commit or abort in 30 seconds/ };
  const expectGone = async (call: Promise<unknown>) => {
    const error = await call.then(
      () => undefined,
      (caught: unknown) => caught as Error & { code: string },
    );
    expect(error?.code).toBe(gone.code);
    expect(error?.message).toMatch(gone.message);
  };

  test('rolled back, nothing has happened', async () => {
    const transactionId = await start();
    await modify(database, { _id: 1 }, { $set: { a: 'gone' } }, { transactionId });
    await abort(transactionId);
    expect(await one(1)).toMatchObject({ a: 1 });
    await expectGone(find(database, {}, { transactionId }));
  });

  test('committed or refused, it is over', async () => {
    const transactionId = await start();
    await commit(transactionId);
    await expectGone(commit(transactionId));
    await expectGone(abort('no such thing'));
  });

  test('after 30 seconds of real time it is gone, and its changes with it', async () => {
    jest.useFakeTimers();
    const transactionId = await start();
    await modify(database, { _id: 1 }, { $set: { a: 'late' } }, { transactionId });
    jest.advanceTimersByTime(29_000);
    expect(await one(1, transactionId)).toMatchObject({ a: 'late' });
    jest.advanceTimersByTime(2_000);
    await expectGone(commit(transactionId));
    expect(await one(1)).toMatchObject({ a: 1 });
  });

  test('a refused operation leaves none of itself in the transaction', async () => {
    const transactionId = await start();
    await expect(insert(database, [{ _id: 7, code: 'c7' }, { _id: 1 }], { transactionId })).rejects.toThrow(
      /E11000/,
    );
    await commit(transactionId);
    expect(await one(7)).toBeUndefined();
  });
});
