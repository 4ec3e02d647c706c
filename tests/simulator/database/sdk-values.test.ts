import { NOW } from './engine';
import { useSdk } from './use-sdk';

const { client, database } = useSdk();
const things = () => client().db.collection('things');

describe('values through the genuine SDK', () => {
  test('dates, server dates and geo types come back as they went', async () => {
    const { Geo } = client().db;
    const point = Geo.Point(113.3, 23.1);
    const at = new Date('2022-03-01T00:00:00.123Z');
    await things().add({
      data: {
        _id: 'a',
        at,
        now: client().db.serverDate(),
        later: client().db.serverDate({ offset: 3_600_000 }),
        point,
        line: Geo.LineString([point, Geo.Point(114, 24)]),
        nested: [{ at }],
      },
    });
    const { data } = await things().doc('a').get();
    expect(data.at).toEqual(at);
    expect(data.now).toEqual(new Date(NOW));
    expect(data.later).toEqual(new Date(NOW + 3_600_000));
    expect(data.nested).toEqual([{ at }]);
    expect(data.point).toMatchObject({ longitude: 113.3, latitude: 23.1 });
    expect(data.line).toMatchObject({ points: [{ longitude: 113.3 }, { longitude: 114 }] });
    expect(
      (
        await things()
          .where({ at: client().db.command.lte(at) })
          .count()
      ).total,
    ).toBe(1);
    expect(
      (
        await things()
          .where({ now: client().db.command.lt(client().db.serverDate({ offset: 1 })) })
          .count()
      ).total,
    ).toBe(1);
  });

  test('numbers, text and nulls of every kind', async () => {
    const values = {
      _id: 'a',
      big: 2 ** 52,
      small: -1,
      half: 0.5,
      text: '村 "quoted" $x',
      empty: '',
      none: null,
      yes: true,
      list: [],
      object: {},
    };
    await things().add({ data: values });
    expect((await things().doc('a').get()).data).toEqual(values);
  });

  test('a numeric _id', async () => {
    await things().add({ data: { _id: 7, a: 1 } });
    expect((await things().doc(7).get()).data).toEqual({ _id: 7, a: 1 });
    await expect(things().doc('7').get()).rejects.toThrow(/does not exist/);
  });
});

describe('aggregation through the genuine SDK', () => {
  test('stages, expressions and lookup with a pipeline', async () => {
    const $ = client().db.command.aggregate;
    database().insertMany('things', [
      { _id: 1, village: 'A', n: 1, order: 'o1' },
      { _id: 2, village: 'A', n: 4, order: 'o2' },
      { _id: 3, village: 'B', n: 2, order: 'o1' },
    ]);
    database().insertMany('orders', [
      { _id: 'o1', code: 'x', least: 2 },
      { _id: 'o2', code: 'y', least: 0 },
    ]);
    const grouped = await things()
      .aggregate()
      .match({ n: client().db.command.gt(0) })
      .group({ _id: '$village', total: $.sum('$n'), most: $.max('$n') })
      .sort({ total: -1 })
      .limit(1)
      .end();
    expect(grouped.list).toEqual([{ _id: 'A', total: 5, most: 4 }]);
    const joined = await things()
      .aggregate()
      .lookup({
        from: 'orders',
        let: { order: '$order', n: '$n' },
        pipeline: $.pipeline()
          .match(client().db.command.expr($.and([$.eq(['$_id', '$$order']), $.gte(['$$n', '$least'])])))
          .project({ _id: 0, code: 1 })
          .done(),
        as: 'orders',
      })
      .project({ orders: 1, double: $.multiply(['$n', 2]) })
      .sort({ _id: 1 })
      .end();
    expect(joined.list).toEqual([
      { _id: 1, orders: [], double: 2 },
      { _id: 2, orders: [{ code: 'y' }], double: 8 },
      { _id: 3, orders: [{ code: 'x' }], double: 4 },
    ]);
    const counted = await things().aggregate().unwind('$village').sortByCount('$village').end();
    expect(counted.list).toEqual([
      { _id: 'A', count: 2 },
      { _id: 'B', count: 1 },
    ]);
  });

  test('an unknown operator is an error', async () => {
    const pipeline = things()
      .aggregate()
      .project({ a: { $frob: 1 } });
    await expect(pipeline.end()).rejects.toThrow(/Unrecognized expression/);
  });
});

describe('what the SDK offers', () => {
  test('is known here, operator by operator, except full-text scores', async () => {
    const { aggregate } = client().db.command;
    const operators = Object.entries(
      aggregate as unknown as Record<string, (operand: unknown) => unknown>,
    ).filter(([name]) => name !== 'pipeline' && name !== 'meta');
    const refused: string[] = [];
    for (const [name, make] of operators) {
      const pipeline = things()
        .aggregate()
        .project({ value: make(['$a', '$b']) });
      await pipeline.end().catch(() => refused.push(name));
    }
    expect(operators.length).toBeGreaterThan(90);
    expect(refused).toEqual([]);
  });
});

describe('at the same time', () => {
  test('200 conditional decrements of 50 units sell exactly 50', async () => {
    const _ = client().db.command;
    await things().add({ data: { _id: 'rice', remaining: 50 } });
    const sales = await Promise.all(
      Array.from({ length: 200 }, () =>
        things()
          .where({ _id: 'rice', remaining: _.gte(1) })
          .update({ data: { remaining: _.inc(-1) } }),
      ),
    );
    expect(sales.filter(({ stats }) => stats.updated === 1)).toHaveLength(50);
    expect((await things().doc('rice').get()).data).toEqual({ _id: 'rice', remaining: 0 });
  });

  test('of 20 who add the same _id one succeeds', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_v, n) => things().add({ data: { _id: 'same', n } })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
