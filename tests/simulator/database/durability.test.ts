import { createHash } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  openSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolderError, openDatabase, type DatabaseSchema } from '../../../simulator/cloud/database';
import { runCrashRounds } from './crash-rounds';
import { count, find, insert, modify, NOW } from './engine';

const schema: DatabaseSchema = { collections: { things: { indexes: [{ name: 'a', keys: [['a', 1]] }] } } };
let folder: string;
const open = (more: { reset?: boolean; schema?: DatabaseSchema } = {}) =>
  openDatabase({ folder, schema, now: () => NOW, ...more });

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cunan-durability-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what is kept', () => {
  test('everything, over a close and an open, and the indexes still answer', async () => {
    const before = open();
    before.insertMany(
      'things',
      Array.from({ length: 300 }, (_, i) => ({ _id: i, a: i % 10, at: new Date(i) })),
    );
    await modify(before, { _id: 5 }, { $set: { a: 'five' } });
    before.close();
    const after = open();
    expect(await find(after, { a: 'five' })).toEqual([{ _id: 5, a: 'five', at: new Date(5) }]);
    expect(await count(after, { a: 3 })).toBe(30);
    expect(after.statistics().documentsRead).toBe(1);
    after.close();
  });

  test('collections that functions have added', async () => {
    const before = open();
    await before.handle('database.addCollection', { collectionName: 'extra' });
    before.insertMany('extra', [{ _id: 1 }]);
    before.close();
    const after = open();
    expect(after.collections()).toEqual([
      { name: 'things', count: 0 },
      { name: 'extra', count: 1 },
    ]);
    after.close();
  });

  test('that an index has met arrays', async () => {
    const before = open();
    before.insertMany('things', [{ _id: 1, a: [1, 9] }]);
    before.close();
    const after = open();
    expect(await find(after, { a: { $gt: 5, $lt: 3 } })).toHaveLength(1);
    after.close();
  });

  test('even what an index learned about arrays in a write that was refused', async () => {
    const before = open();
    before.insertMany('things', [{ _id: 1, a: 1 }]);
    expect(() => before.insertMany('things', [{ _id: 2, a: [1, 9] }, { _id: 1 }])).toThrow(/E11000/);
    before.insertMany('things', [{ _id: 3, a: [1, 9] }]);
    before.close();
    const after = open();
    expect(await find(after, { a: { $gt: 5, $lt: 3 } })).toHaveLength(1);
    after.close();
  });
});

describe('when the schema changes', () => {
  const with_ = (keys: [string, 1 | -1][], unique = false): DatabaseSchema => ({
    collections: { things: { indexes: [{ name: 'b', keys, unique }] } },
  });

  test('a new index is built from the documents, an old one goes', async () => {
    const before = open();
    before.insertMany(
      'things',
      Array.from({ length: 100 }, (_, i) => ({ _id: i, a: i, b: i })),
    );
    before.close();
    const after = open({ schema: with_([['b', -1]]) });
    expect(await find(after, { b: { $gte: 98 } })).toHaveLength(2);
    expect(after.statistics().documentsRead).toBe(2);
    await find(after, { a: 5 });
    expect(after.statistics().documentsRead).toBe(102);
    after.close();
  });

  test('an index under its old name with other keys is built anew', async () => {
    const before = open({ schema: with_([['a', 1]]) });
    before.insertMany('things', [
      { _id: 1, a: 1, b: 2 },
      { _id: 2, a: 2, b: 1 },
    ]);
    before.close();
    const after = open({ schema: with_([['b', 1]]) });
    expect(await find(after, { b: 1 })).toEqual([{ _id: 2, a: 2, b: 1 }]);
    expect(after.statistics().documentsRead).toBe(1);
    after.close();
  });

  test('a unique index over documents that are not unique is refused, and nothing is changed', () => {
    const before = open();
    before.insertMany('things', [
      { _id: 1, b: 1 },
      { _id: 2, b: 1 },
    ]);
    before.close();
    expect(() => open({ schema: with_([['b', 1]], true) })).toThrow(/E11000/);
    const after = open();
    expect(after.count('things')).toBe(2);
    after.close();
  });

  test.each<[string, DatabaseSchema, RegExp]>([
    [
      'a direction that is none',
      { collections: { things: { indexes: [{ name: 'x', keys: [['a', 2 as 1]] }] } } },
      /things\.x: the direction/,
    ],
    [
      'two indexes of one name',
      {
        collections: {
          things: {
            indexes: [
              { name: 'x', keys: [['a', 1]] },
              { name: 'x', keys: [['b', 1]] },
            ],
          },
        },
      },
      /declared twice/,
    ],
    ['an index over nothing', { collections: { things: { indexes: [{ name: 'x', keys: [] }] } } }, /no keys/],
    [
      'a path that is none',
      { collections: { things: { indexes: [{ name: 'x', keys: [['a..b', 1]] }] } } },
      /not a field path/,
    ],
  ])('%s is refused', (_says, wrong, message) => {
    expect(() => open({ schema: wrong })).toThrow(message);
  });
});

describe('a damaged data folder', () => {
  const file = () => join(folder, 'database.db');
  /** The files that hold data; the rest is SQLite's and the lock's own. */
  const contents = () =>
    Object.fromEntries(
      readdirSync(folder)
        .filter((name) => /\.db(-wal)?$/.test(name))
        .map((name) => [
          name,
          createHash('sha256')
            .update(readFileSync(join(folder, name)))
            .digest('hex'),
        ]),
    );
  const fill = () => {
    const database = open();
    database.insertMany(
      'things',
      Array.from({ length: 2000 }, (_, i) => ({ _id: i, a: i, text: 'x'.repeat(100) })),
    );
    database.close();
  };
  const refusal = (): Error | undefined => {
    try {
      open().close();
      return undefined;
    } catch (error) {
      return error as Error;
    }
  };
  const overwrite = (at: number, bytes: Buffer) => {
    const handle = openSync(file(), 'r+');
    writeSync(handle, bytes, 0, bytes.length, at);
    closeSync(handle);
  };

  test.each<[string, () => void]>([
    ['overwritten with something else', () => writeFileSync(file(), 'this is no database '.repeat(500))],
    ['emptied', () => truncateSync(file(), 0)],
    ['cut in half', () => truncateSync(file(), Math.floor(readFileSync(file()).length / 2))],
    ['a page in the middle overwritten', () => overwrite(8192 * 3, Buffer.alloc(8192, 0x5a))],
    ['the header overwritten', () => overwrite(0, Buffer.alloc(100, 1))],
    ['its log overwritten with something else', () => writeFileSync(`${file()}-wal`, 'x'.repeat(100))],
    [
      'gone, with its log still there',
      () => {
        rmSync(file());
        writeFileSync(`${file()}-wal`, 'x');
      },
    ],
  ])('%s: an error names the file and --reset, and nothing is changed', (_says, damage) => {
    fill();
    damage();
    const before = contents();
    const error = refusal();
    expect(error).toBeInstanceOf(DataFolderError);
    expect(error?.message).toContain(folder);
    expect(error?.message).toContain('--reset');
    expect(contents()).toEqual(before);
  });

  test('starts over with reset', () => {
    fill();
    writeFileSync(file(), 'this is no database');
    const database = open({ reset: true });
    expect(database.count('things')).toBe(0);
    database.insertMany('things', [{ _id: 1 }]);
    database.close();
    const again = open();
    expect(again.count('things')).toBe(1);
    again.close();
  });

  test("another program's database is left alone", () => {
    fill();
    overwrite(68, Buffer.from([0, 0, 0, 1]));
    expect(() => open()).toThrow(/not a database of this simulator/);
  });
});

describe('a data folder in use', () => {
  test('is refused to a second one, with what to do, and free again afterwards', async () => {
    const first = open();
    expect(() => open()).toThrow(/in use by another simulator.*--data/s);
    expect(() => open({ reset: true })).toThrow(/in use/);
    await insert(first, [{ _id: 1 }]);
    first.close();
    const second = open();
    expect(second.count('things')).toBe(1);
    second.close();
  });
});

test('every acknowledged write is there after a kill, 20 times over', async () => {
  const { rounds, acknowledged, lost } = await runCrashRounds(20);
  expect(rounds).toBe(20);
  expect(acknowledged).toBeGreaterThan(400);
  expect(lost).toBe(0);
}, 180_000);
