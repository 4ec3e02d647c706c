import { EJSON } from 'bson';
import { openDatabase } from '../../../simulator/cloud/database';
import { CRASH_SCHEMA } from './crash-rounds';

/*
 * Writes without end and says on standard output what was acknowledged, until it is killed: a document (`d id`), one
 * in each of two collections in a transaction (`t id`), and a counter (`c count`).
 */
const [folder, round] = process.argv.slice(2);
const database = openDatabase({ folder: folder!, schema: CRASH_SCHEMA, now: Date.now });
const wire = (value: unknown) => EJSON.stringify(value, { relaxed: false });

const insert = (collectionName: string, document: object, transactionId?: string) =>
  database.handle('database.insertDocument', { collectionName, data: [wire(document)], transactionId });

async function writeOne(id: string, size: number): Promise<void> {
  await insert('left', { _id: id, text: 'x'.repeat(size) });
  process.stdout.write(`d ${id}\n`);
}

async function writePair(id: string): Promise<void> {
  const { transactionId } = await database.handle('database.startTransaction', {});
  await insert('left', { _id: id, pair: true }, transactionId);
  await insert('right', { _id: id, pair: true }, transactionId);
  await database.handle('database.commitTransaction', { transactionId });
  process.stdout.write(`t ${id}\n`);
}

async function countUp(): Promise<void> {
  await database.handle('database.modifyDocument', {
    collectionName: 'left',
    query: wire({ _id: 'counter' }),
    data: wire({ $inc: { n: 1 } }),
    merge: true,
    upsert: true,
  });
  const { data } = await database.handle('database.getDocument', {
    collectionName: 'left',
    query: wire({ _id: 'counter' }),
  });
  const { n } = EJSON.parse((data?.list as string[])[0]!) as { n: number };
  process.stdout.write(`c ${n}\n`);
}

async function writeForEver(): Promise<void> {
  for (let i = 0; ; i++) {
    await writeOne(`${round}-${i}`, (i * 37) % 5000);
    if (i % 3 === 0) await writePair(`${round}-pair-${i}`);
    if (i % 5 === 0) await countUp();
    // Lets standard output go out: what the parent has read is what was acknowledged.
    await new Promise(setImmediate);
  }
}

void writeForEver();
