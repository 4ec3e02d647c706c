import type { Database, Document } from '../../../simulator/cloud/database';
import { databaseWith, find } from './engine';
import { connectSdk, type SdkClient } from './sdk-client';

const START: Document[] = [1, 2, 3].map((n) => ({ _id: n, a: n, code: `c${n}` }));

let database: Database;
beforeEach(() => (database = databaseWith(START)));
afterEach(() => database.close());

const one = async (id: unknown) => (await find(database, { _id: id }))[0];

describe("through the SDK's runTransaction", () => {
  let client: SdkClient;
  beforeEach(async () => (client = await connectSdk(database)));
  afterEach(() => client.close());

  test('two that conflict both succeed, for the loser is run again', async () => {
    let runs = 0;
    const transfer = () =>
      client.db.runTransaction(async (transaction) => {
        runs++;
        const { data } = await transaction.collection('things').doc(1).get();
        await new Promise((resolve) => setTimeout(resolve, 30));
        await transaction
          .collection('things')
          .doc(1)
          .update({ data: { a: Number(data.a) + 10 } });
        return 'done';
      });
    expect(await Promise.all([transfer(), transfer()])).toEqual(['done', 'done']);
    expect(runs).toBe(3);
    expect(await one(1)).toMatchObject({ a: 21 });
  });

  test('an error inside rolls everything back', async () => {
    const failing = client.db.runTransaction(async (transaction) => {
      await transaction.collection('things').add({ data: { _id: 9, code: 'c9' } });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await one(9)).toBeUndefined();
  });

  test('rollback with a reason gives the reason', async () => {
    const failing = client.db.runTransaction(async (transaction) => {
      await transaction
        .collection('things')
        .doc(1)
        .set({ data: { code: 'c1' } });
      await transaction.rollback('not today');
    });
    await expect(failing).rejects.toBe('not today');
    expect(await one(1)).toEqual(START[0]);
  });

  test('reading what is not there fails as outside, and the transaction goes on', async () => {
    const result = await client.db.runTransaction(async (transaction) => {
      const missing = await transaction
        .collection('things')
        .doc('none')
        .get()
        .catch((error: unknown) => (error as { errMsg: string }).errMsg);
      await transaction
        .collection('things')
        .doc('none')
        .set({ data: { code: 'made' } });
      return missing;
    });
    expect(result).toBe('document.get:fail document with _id none does not exist');
    expect(await one('none')).toEqual({ _id: 'none', code: 'made' });
  });
});
