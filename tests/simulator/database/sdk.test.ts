import { useSdk } from './use-sdk';

const { client, database } = useSdk();
const things = () => client().db.collection('things');
const all = async () => (await things().get()).data;

describe('documents through the genuine SDK', () => {
  test('add, get, update, set, remove', async () => {
    const { _id } = await things().add({ data: { _id: 'a', n: 1 } });
    expect(_id).toBe('a');
    expect((await things().doc('a').get()).data).toEqual({ _id: 'a', n: 1 });
    expect(
      (
        await things()
          .doc('a')
          .update({ data: { n: client().db.command.inc(2), x: { y: 1 } } })
      ).stats,
    ).toEqual({ updated: 1 });
    expect((await things().doc('a').get()).data).toEqual({ _id: 'a', n: 3, x: { y: 1 } });
    expect(
      (
        await things()
          .doc('a')
          .set({ data: { z: 1 } })
      ).stats,
    ).toEqual({ updated: 1, created: 0 });
    expect(
      (
        await things()
          .doc('b')
          .set({ data: { z: 2 } })
      ).stats,
    ).toEqual({ updated: 0, created: 1 });
    expect((await things().doc('a').remove()).stats).toEqual({ removed: 1 });
    expect(await all()).toEqual([{ _id: 'b', z: 2 }]);
  });

  test('a document without _id gets one of 32 characters', async () => {
    const { _id } = await things().add({ data: { n: 1 } });
    expect(_id).toMatch(/^[0-9a-f]{32}$/);
  });

  test("get() of nothing fails in CloudBase's words, in a transaction too", async () => {
    await expect(things().doc('none').get()).rejects.toMatchObject({
      errCode: -1,
      errMsg: 'document.get:fail document with _id none does not exist',
    });
    const transaction = await client().db.startTransaction();
    await expect(transaction.collection('things').doc('none').get()).rejects.toMatchObject({
      errMsg: 'document.get:fail document with _id none does not exist',
    });
    await transaction.rollback();
  });

  test('a collection that does not exist', async () => {
    await expect(client().db.collection('nowhere').get()).rejects.toMatchObject({
      errCode: -502005,
      errMsg: expect.stringContaining('Db or Table not exist') as string,
    });
  });

  test('createCollection makes one, once', async () => {
    await client().db.createCollection('extra');
    await client()
      .db.collection('extra')
      .add({ data: { _id: 1 } });
    expect((await client().db.collection('extra').count()).total).toBe(1);
    await expect(client().db.createCollection('extra')).rejects.toThrow(/exist/);
  });

  test('a duplicate _id and a duplicate unique value are E11000 under -502001', async () => {
    const orders = client().db.collection('orders');
    await orders.add({ data: { _id: 'o', code: 'x' } });
    const refusal = { errCode: -502001, errMsg: expect.stringContaining('E11000 duplicate key') as string };
    await expect(orders.add({ data: { _id: 'o' } })).rejects.toMatchObject(refusal);
    await expect(orders.add({ data: { _id: 'p', code: 'x' } })).rejects.toMatchObject(refusal);
    expect((await orders.count()).total).toBe(1);
  });
});

describe('queries through the genuine SDK', () => {
  test('where with commands, orderBy twice, skip, limit, field, count', async () => {
    const _ = client().db.command;
    database().insertMany(
      'things',
      Array.from({ length: 20 }, (_v, i) => ({
        _id: `d${i}`,
        n: i,
        even: i % 2 === 0,
        tags: ['t', `t${i % 3}`],
        x: { y: i },
      })),
    );
    const query = things().where({
      n: _.gte(2).and(_.lt(15)),
      even: true,
      tags: _.in(['t1', 't2']),
      x: { y: _.neq(4) },
    });
    const { data } = await query
      .orderBy('even', 'asc')
      .orderBy('n', 'desc')
      .skip(1)
      .limit(2)
      .field({ n: true, _id: false })
      .get();
    expect(data).toEqual([{ n: 10 }, { n: 8 }]);
    expect((await query.count()).total).toBe(4);
    expect(
      (
        await things()
          .where(_.or([{ n: 1 }, { n: _.gt(18) }]))
          .get()
      ).data,
    ).toHaveLength(2);
    expect(
      (
        await things()
          .where({ n: _.not(_.eq(1)) })
          .count()
      ).total,
    ).toBe(19);
    expect(
      (
        await things()
          .where({ _id: client().db.RegExp({ regexp: '^D1', options: 'i' }) })
          .count()
      ).total,
    ).toBe(11);
    expect(
      (
        await things()
          .where(_.expr(_.aggregate.eq(['$n', 3])))
          .get()
      ).data,
    ).toHaveLength(1);
    expect(
      (
        await things()
          .where({ tags: _.all(['t', 't0']).and(_.size(2)) })
          .count()
      ).total,
    ).toBe(7);
    expect(
      (
        await things()
          .where({ n: _.mod(5, 1) })
          .count()
      ).total,
    ).toBe(4);
    expect(
      (
        await things()
          .where({ missing: _.exists(false) })
          .count()
      ).total,
    ).toBe(20);
  });

  test('100 at a time by default, 1,000 at most', async () => {
    database().insertMany(
      'things',
      Array.from({ length: 1200 }, (_v, i) => ({ _id: i })),
    );
    expect((await things().get()).data).toHaveLength(100);
    expect((await things().limit(1100).get()).data).toHaveLength(1000);
    const { data } = await database().handle('database.getDocument', {
      collectionName: 'things',
      limit: 5000,
    });
    expect(data?.list).toHaveLength(1000);
  });

  test('projections of arrays', async () => {
    const { project } = client().db.command;
    await things().add({ data: { _id: 'a', list: [1, 2, 3], people: [{ age: 1 }, { age: 9 }], other: 1 } });
    const get = async (fields: Record<string, unknown>) => (await things().field(fields).get()).data;
    expect(await get({ list: project.slice(-2) })).toEqual([
      { _id: 'a', list: [2, 3], people: [{ age: 1 }, { age: 9 }], other: 1 },
    ]);
    expect(await get({ list: project.slice([1, 1]), other: true })).toEqual([
      { _id: 'a', list: [2], other: 1 },
    ]);
    expect(await get({ people: project.elemMatch({ age: { $gt: 5 } }) })).toEqual([
      { _id: 'a', people: [{ age: 9 }] },
    ]);
    expect(await get({ 'people.age': true })).toEqual([{ _id: 'a', people: [{ age: 1 }, { age: 9 }] }]);
  });
});

describe('updates through the genuine SDK', () => {
  test('every command', async () => {
    const _ = client().db.command;
    await things().add({
      data: {
        _id: 'a',
        n: 2,
        m: 3,
        lo: 5,
        hi: 5,
        gone: 1,
        old: 'x',
        o: { p: 1 },
        list: [3, 1],
        set: ['x'],
        q: [1, 2, 3, 4],
        whole: { a: 1, b: 2 },
      },
    });
    const change = {
      n: _.inc(1),
      m: _.mul(4),
      lo: _.min(3),
      hi: _.max(9),
      gone: _.remove(),
      old: _.rename('fresh'),
      o: { p: 2, r: { s: 1 } },
      list: _.push({ each: [2], sort: 1, slice: 3, position: 0 }),
      set: _.addToSet('x'),
      q: _.pull({ $gte: 3 }),
      whole: _.set({ c: 3 }),
    };
    await things().doc('a').update({ data: change });
    expect((await things().doc('a').get()).data).toEqual({
      _id: 'a',
      n: 3,
      m: 12,
      lo: 3,
      hi: 9,
      fresh: 'x',
      o: { p: 2, r: { s: 1 } },
      list: [1, 2, 3],
      set: ['x'],
      q: [1, 2],
      whole: { c: 3 },
    });
    await things()
      .doc('a')
      .update({ data: { list: _.pop(), q: _.shift(), set: _.unshift(['w']) } });
    await things()
      .doc('a')
      .update({
        data: { list: _.push([7, 8]), set: _.pullAll(['x']), q: _.addToSet({ $each: [2, 5] }) },
      });
    expect((await things().doc('a').get()).data).toMatchObject({ list: [1, 2, 7, 8], q: [2, 5], set: ['w'] });
  });

  test('where().update() changes all that match, and says how many', async () => {
    database().insertMany('things', [
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
      { _id: 3, a: 2 },
    ]);
    expect(
      (
        await things()
          .where({ a: 1 })
          .update({ data: { b: 1 } })
      ).stats,
    ).toEqual({ updated: 2 });
    expect((await things().where({ a: 2 }).remove()).stats).toEqual({ removed: 1 });
    expect(
      (
        await things()
          .where({ a: 9 })
          .update({ data: { b: 1 } })
      ).stats,
    ).toEqual({ updated: 0 });
  });

  test('fields named with $ or a dot are refused', async () => {
    await expect(things().add({ data: { a: { $b: 1 } } })).rejects.toMatchObject({ errCode: -502001 });
    await expect(things().add({ data: { 'a.b': 1 } })).rejects.toMatchObject({ errCode: -502001 });
  });
});
