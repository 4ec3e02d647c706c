import { Binary, BSONRegExp, Decimal128, Long, ObjectId, Timestamp } from 'bson';
import type { Document } from '../../../simulator/cloud/database';
import { databaseWith, find, insert, modify, NOW, openInMemory, wire } from './engine';

describe('values come back as they went', () => {
  test.each<[string, unknown]>([
    ['a whole number', 7],
    ['a negative fraction', -0.25],
    ['the largest safe integer', Number.MAX_SAFE_INTEGER],
    ['NaN', NaN],
    ['infinities', [Infinity, -Infinity]],
    ['text', '村安 "quoted" \\ \u0000 $oid 😷'],
    ['booleans and null', [true, false, null]],
    ['empty things', [{}, [], '']],
    ['a date', new Date('2022-03-01T08:00:00.123Z')],
    ['dates before 1970 and after 9999', [new Date(-1), new Date(Date.UTC(12000, 0, 1))]],
    ['an ObjectId', new ObjectId()],
    ['a regular expression', new BSONRegExp('^a.b$', 'i')],
    ['binary data', new Binary(Buffer.from([1, 2, 3]))],
    ['a geo point', { type: 'Point', coordinates: [113.3, 23.1] }],
    [
      'a geo polygon',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
    ],
    ['depth', { a: [{ b: { c: [[1, [2]], { d: new Date(0) }] } }] }],
  ])('%s', async (_says, value) => {
    const database = databaseWith([]);
    await insert(database, [{ _id: 'v', value }]);
    expect(await find(database, {})).toEqual([{ _id: 'v', value }]);
    expect(
      await find(database, { value: value instanceof BSONRegExp ? { $type: 'regex' } : value }),
    ).toHaveLength(1);
    database.close();
  });

  test('a long that fits becomes a number, as the SDK reads it', async () => {
    const database = databaseWith([]);
    await insert(database, [{ _id: 'v', value: Long.fromNumber(2 ** 40) }]);
    expect(await find(database, { value: 2 ** 40 })).toEqual([{ _id: 'v', value: 2 ** 40 }]);
    database.close();
  });

  test("serverDate is the simulator's time plus its offset, wherever it stands", async () => {
    const database = databaseWith([]);
    const serverDate = (offset: number) => ({ $tcb_server_date: { offset } });
    await insert(database, [{ _id: 1, at: serverDate(0), in: [{ later: serverDate(60_000) }] }]);
    expect(await find(database, {})).toEqual([
      { _id: 1, at: new Date(NOW), in: [{ later: new Date(NOW + 60_000) }] },
    ]);
    await modify(database, { at: { $lte: serverDate(0) } }, { $set: { at: serverDate(-1000) } });
    expect(await find(database, { at: { $lt: serverDate(0) } })).toMatchObject([
      { at: new Date(NOW - 1000) },
    ]);
    database.close();
  });
});

describe('what cannot be stored', () => {
  test.each<[string, Document, RegExp]>([
    ['a field that begins with $', { a: { $b: 1 } }, /dollar \(\$\) prefixed field '\$b'/],
    ['a field with a dot', { 'a.b': 1 }, /dotted field 'a\.b'/],
    ['a field that would be a prototype', JSON.parse('{"__proto__":{"x":1}}') as Document, /__proto__/],
    ['a decimal', { a: Decimal128.fromString('1') }, /cannot hold a Decimal128/],
    ['a timestamp', { a: new Timestamp({ t: 1, i: 1 }) }, /cannot hold a Timestamp/],
    ['an array as _id', { _id: [1] }, /'_id' value cannot be of type array/],
    ['an invalid date', { a: new Date(NaN) }, /date/i],
    [
      'nesting beyond 100 levels',
      { a: JSON.parse('['.repeat(120) + ']'.repeat(120)) as unknown },
      /nested deeper/,
    ],
  ])('%s', async (_says, document, message) => {
    const database = openInMemory();
    const call = database.handle('database.insertDocument', {
      collectionName: 'things',
      data: [wireOf(document)],
    });
    await expect(call).rejects.toMatchObject({ message: expect.stringMatching(message) as string });
    expect(database.count('things')).toBe(0);
    database.close();
  });

  test('a document of more than 16 MB', async () => {
    const database = openInMemory();
    const text = 'x'.repeat(9 * 1024 * 1024);
    await insert(database, [{ _id: 1, text }]);
    await expect(insert(database, [{ _id: 2, text, more: text }])).rejects.toThrow(/too large/);
    await expect(modify(database, { _id: 1 }, { $set: { more: text } })).rejects.toThrow(/too large/);
    expect(database.count('things')).toBe(1);
    database.close();
  });

  const wireOf = (document: Document) =>
    document.a instanceof Date ? '{"a":{"$date":"no date"}}' : wire(document);
});

describe('what does not parse', () => {
  test.each<[string, Record<string, unknown>]>([
    ['a query that is no JSON', { query: '{' }],
    ['a query that is a list', { query: '[]' }],
    ['a query that is no text', { query: { a: 1 } }],
    ['an order that is a number', { order: '5' }],
    ['a negative limit', { limit: -1 }],
    ['an offset by half', { offset: 0.5 }],
  ])('%s is a wrong parameter', async (_says, parameters) => {
    const database = databaseWith([{ a: 1 }]);
    const call = database.handle('database.getDocument', { collectionName: 'things', ...parameters });
    await expect(call).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    database.close();
  });

  test('an action that there is not', async () => {
    const database = openInMemory();
    await expect(database.handle('database.frob', {})).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    await expect(database.handle('toString', {})).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    database.close();
  });
});

describe('looking in from outside', () => {
  test('collections, pages in the order of insertion, counts and statistics', async () => {
    const database = databaseWith([{ a: 1 }, { a: 2 }, { a: 3 }]);
    expect(database.collections()).toEqual([{ name: 'things', count: 3 }]);
    expect(database.browse('things', { offset: 1, limit: 1 })).toEqual({
      total: 3,
      documents: [{ _id: 2, a: 2 }],
    });
    await find(database, { a: 2 });
    await find(database, { _id: 1 });
    expect(database.statistics()).toEqual({
      calls: 2,
      byAction: { 'database.getDocument': 2 },
      documentsRead: 4,
    });
    expect(() => database.browse('nowhere', { offset: 0, limit: 1 })).toThrow(/not exist/);
    database.close();
  });

  test('insertMany is all or nothing', () => {
    const database = databaseWith([{ a: 1 }]);
    expect(() => database.insertMany('things', [{ _id: 5 }, { _id: 1 }])).toThrow(/E11000/);
    expect(() => database.insertMany('things', [{ _id: 5 }, { $a: 1 }])).toThrow(/dollar/);
    expect(database.count('things')).toBe(1);
    database.close();
  });

  test('what was inserted is not changed by changing the object afterwards', async () => {
    const database = openInMemory();
    const document = { _id: 1, list: [1] };
    database.insertMany('things', [document]);
    document.list.push(2);
    expect(await find(database, {})).toEqual([{ _id: 1, list: [1] }]);
    database.close();
  });
});

test('a closed database says so, and closing it again does nothing', async () => {
  const database = databaseWith([{ a: 1 }]);
  database.close();
  database.close();
  await expect(find(database, {})).rejects.toThrow('the database is closed');
});
