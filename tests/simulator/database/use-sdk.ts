import type { Database } from '../../../simulator/cloud/database';
import { openInMemory } from './engine';
import { connectSdk, type SdkClient } from './sdk-client';

/** A database in memory and the genuine SDK connected to it, for all tests of a file; emptied after each. */
export function useSdk(): { client: () => SdkClient; database: () => Database } {
  let database: Database;
  let client: SdkClient;

  beforeAll(async () => {
    database = openInMemory({
      collections: {
        things: { indexes: [{ name: 'u', keys: [['u', 1]], unique: false }] },
        orders: { indexes: [{ name: 'one', keys: [['code', 1]], unique: true }] },
      },
    });
    client = await connectSdk(database);
  });
  afterAll(async () => {
    await client.close();
    database.close();
  });
  afterEach(async () => {
    for (const name of ['things', 'orders']) {
      await database.handle('database.removeDocument', { collectionName: name, multi: true });
    }
  });
  return { client: () => client, database: () => database };
}
