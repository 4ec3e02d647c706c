import fc from 'fast-check';
import { Query } from 'mingo';
import type { Database, DatabaseSchema, Document } from '../../../simulator/cloud/database';
import { count, databaseWith, find, insert, modify, wire } from './engine';

/*
 * Whatever the index, the answer is the one that reading every document gives: by this engine without an index, and by
 * mingo, which knows nothing of it.
 */
const INDEXES: DatabaseSchema = {
  collections: {
    things: {
      indexes: [
        {
          name: 'grid',
          keys: [
            ['grid', 1],
            ['status', 1],
            ['at', -1],
            ['_id', 1],
          ],
        },
        {
          name: 'status',
          keys: [
            ['status', -1],
            ['n', 1],
            ['_id', -1],
          ],
        },
        {
          name: 'n',
          keys: [
            ['n', 1],
            ['_id', 1],
          ],
        },
        {
          name: 'nested',
          keys: [
            ['list.x', 1],
            ['status', -1],
          ],
        },
        {
          name: 'at',
          keys: [
            ['at', -1],
            ['n', -1],
            ['_id', 1],
          ],
        },
      ],
    },
  },
};

const date = fc.integer({ min: 0, max: 6 }).map((day) => new Date(Date.UTC(2022, 0, 1 + day)));
const status = fc.constantFrom('a', 'b', 'c', 'B', '村', '');
const number = fc.integer({ min: 0, max: 4 });
const scalar = fc.oneof(
  fc.integer({ min: -3, max: 6 }),
  fc.double({ min: -2, max: 2, noNaN: true }),
  status,
  fc.boolean(),
  date,
);
const grid = fc.constantFrom('t', 'v1', 'v2', 'm1', 'm2');
const orMissing = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 5 });

const document: fc.Arbitrary<Document> = fc
  .record({
    grid: orMissing(fc.oneof(fc.array(grid, { maxLength: 3 }), grid)),
    status: orMissing(fc.oneof({ weight: 4, arbitrary: status }, fc.constant(null), scalar)),
    at: orMissing(fc.oneof({ weight: 4, arbitrary: date }, fc.constant(null), scalar)),
    n: orMissing(
      fc.oneof(
        { weight: 3, arbitrary: number },
        fc.constant(null),
        fc.array(number, { maxLength: 3 }),
        scalar,
      ),
    ),
    list: orMissing(fc.array(fc.record({ x: scalar }), { maxLength: 3 })),
  })
  .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
// No index holds two of the fields that may be arrays: those documents would be refused.
const documents = fc.array(document, { maxLength: 40 });

const path = fc.constantFrom('grid', 'status', 'at', 'n', 'n', 'n', 'list.x', '_id');
const operand = (of: string) =>
  ({ grid, n: number, at: fc.oneof(date, scalar), _id: fc.integer({ min: 0, max: 42 }) })[of] ?? scalar;
const condition = (of: string): fc.Arbitrary<unknown> => {
  const value = operand(of);
  const list = fc.array(fc.oneof({ weight: 5, arbitrary: value }, fc.constant(null)), { maxLength: 4 });
  return fc.oneof(
    value,
    fc.constant(null),
    list.map(($in) => ({ $in })),
    list.map(($nin) => ({ $nin })),
    value.map(($ne) => ({ $ne })),
    fc.boolean().map(($exists) => ({ $exists })),
    fc
      .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), value)
      .map(([operator, bound]) => ({ [operator]: bound })),
    fc.tuple(value, value).map(([low, high]) => ({ $gte: low, $lt: high })),
  );
};
const oneField = path.chain((of) => condition(of).map((value): Document => ({ [of]: value })));
const query: fc.Arbitrary<Document> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(oneField, { maxLength: 3 }).map((fields) => Object.assign({}, ...fields) as Document),
  },
  fc.array(oneField, { minLength: 1, maxLength: 3 }).map(($and) => ({ $and })),
  fc.array(oneField, { minLength: 1, maxLength: 2 }).map(($or) => ({ $or })),
);
/** Every sort ends with `_id`, so that there is one right order; many of them are what an index offers, or its reverse. */
const direction = fc.constantFrom<1 | -1>(1, -1);
const sort = fc.oneof(
  fc
    .tuple(fc.array(fc.tuple(path, direction), { maxLength: 3 }), direction)
    .map(([fields, last]): Document => ({
      ...Object.fromEntries(fields.filter(([of]) => of !== '_id')),
      _id: last,
    })),
  fc
    .tuple(fc.constantFrom(['at'], ['n'], ['n'], ['status', 'n'], ['at', 'n'], []), direction, fc.boolean())
    .chain(([fields, first, reversed]) =>
      fc.constant<Document>({
        ...Object.fromEntries(fields.map((field, i) => [field, i === 0 || !reversed ? first : -first])),
        _id: fields.length === 0 || reversed ? first : -first,
      }),
    ),
);
const page = fc.record({ offset: fc.integer({ min: 0, max: 5 }), limit: fc.integer({ min: 1, max: 12 }) });

const ids = (found: Document[]) => found.map(({ _id }) => _id as number);
const close = (...databases: Database[]) => databases.forEach((database) => database.close());

test('any query, sort and page: the same with and without indexes', async () => {
  await fc.assert(
    fc.asyncProperty(
      documents,
      fc.array(fc.tuple(query, sort, page), { minLength: 5, maxLength: 5 }),
      async (all, asked) => {
        const [indexed, plain] = [databaseWith(all, INDEXES), databaseWith(all)];
        for (const [what, order, { offset, limit }] of asked) {
          const options = { order, offset, limit };
          expect(ids(await find(indexed, what, options))).toEqual(ids(await find(plain, what, options)));
          expect(await count(indexed, what)).toBe(await count(plain, what));
          const unsorted = await find(indexed, what, { offset, limit });
          const matching = new Set(ids(await find(plain, what)));
          expect(unsorted.every(({ _id }) => matching.has(_id as number))).toBe(true);
          expect(new Set(ids(unsorted)).size).toBe(Math.min(limit, Math.max(0, matching.size - offset)));
        }
        close(indexed, plain);
      },
    ),
    { numRuns: 100 },
  );
}, 120_000);

test('any query: the documents that mingo finds', async () => {
  await fc.assert(
    fc.asyncProperty(documents, fc.array(query, { minLength: 8, maxLength: 8 }), async (all, asked) => {
      const database = databaseWith(all, INDEXES);
      const numbered = all.map((fields, i) => ({ _id: i + 1, ...fields }));
      for (const what of asked) {
        const expected = numbered.filter((fields) => new Query(what).test(fields));
        expect(ids(await find(database, what)).sort((a, b) => a - b)).toEqual(ids(expected));
      }
      close(database);
    }),
    { numRuns: 60 },
  );
}, 120_000);

type Write = { kind: 'insert' | 'update' | 'remove'; fields: Document; what: Document };
const write: fc.Arbitrary<Write> = fc.record({
  kind: fc.constantFrom('insert', 'update', 'remove'),
  fields: document,
  what: query,
});

test('any writes: the indexes follow, and a transaction sees them before anyone else', async () => {
  await fc.assert(
    fc.asyncProperty(
      documents,
      fc.array(write, { maxLength: 8 }),
      fc.tuple(query, sort, page),
      async (all, writes, asked) => {
        const [indexed, plain] = [databaseWith(all, INDEXES), databaseWith(all)];
        const { transactionId } = await indexed.handle('database.startTransaction', {});
        for (const [i, each] of writes.entries()) {
          await perform(indexed, each, `new${i}`, transactionId);
          await perform(plain, each, `new${i}`);
        }
        const [what, order, { offset, limit }] = asked;
        const options = { order, offset, limit };
        const expected = ids(await find(plain, what, options));
        expect(ids(await find(indexed, what, { ...options, transactionId }))).toEqual(expected);
        await indexed.handle('database.commitTransaction', { transactionId });
        expect(ids(await find(indexed, what, options))).toEqual(expected);
        expect(await count(indexed, what)).toBe(await count(plain, what));
        close(indexed, plain);
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

async function perform(
  database: Database,
  { kind, fields, what }: Write,
  id: string,
  transactionId?: string,
): Promise<void> {
  if (kind === 'insert') await insert(database, [{ _id: id, ...fields }], { transactionId });
  else if (kind === 'update') {
    await modify(database, what, { $set: { touched: id, ...fields } }, { multi: true, transactionId });
  } else {
    const parameters = { collectionName: 'things', query: wire(what), multi: true, transactionId };
    await database.handle('database.removeDocument', parameters);
  }
}
