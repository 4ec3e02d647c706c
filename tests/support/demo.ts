import { randomBytes } from 'node:crypto';
import schema from '../../cloudfunctions/database.json';
import { type Database, type DatabaseSchema, openDatabase } from '../../simulator/cloud/database';
import { loadDemo } from '../../simulator/demo';

const A_PAGE = 1000;
const key = () => randomBytes(32).toString('base64');

/** All documents of a collection of the demo township, as it is made at a moment (epoch ms); for a whole test file. */
export function useDemo(now: number): <T extends object>(collection: string) => T[] {
  let database: Database;
  beforeAll(() => {
    database = openDatabase({
      folder: ':memory:',
      schema: schema as unknown as DatabaseSchema,
      now: () => now,
    });
    const secrets = { CUNAN_SEALING_KEY: key(), CUNAN_INDEX_KEY: key(), CUNAN_AUDIT_KEY: key() };
    loadDemo('township', { database, secrets, now });
  });
  afterAll(() => database.close());
  return <T extends object>(collection: string) =>
    database.browse(collection, { offset: 0, limit: A_PAGE }).documents as unknown as T[];
}
