import type { ItemDocument } from '../../../cloudfunctions/catalogue/item.document';
import { newRequestId } from '../../support/forms';
import { putItem, putPharmacy, putSupplier } from '../../support/suppliers';
import { useTownship } from '../../support/township';

const township = useTownship();
const leader = () => township.as(township.holderOf('gridLeader', township.here.gridPath));
const seller = () => township.as(township.holderOf('supplier', township.here.gridPath));
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const DAY_MS = 86_400_000;

const form = {
  name: '蔬菜包',
  spec: '5 样，约 8 斤',
  unit: '份',
  category: 'vegetables' as const,
  photo: null,
  price: 2500,
  limit: 2,
  contains: [{ name: '白菜', amount: '2 斤' }],
};
const seen = ({ _id, version }: { _id: string; version: number }) => ({
  requestId: newRequestId(),
  itemId: _id,
  version,
});
const stored = (id: string) => township.documents<ItemDocument>('items').find(({ _id }) => _id === id)!;
const shelf = () => putSupplier(township, township.here);

describe('adding an item', () => {
  test('the same form sent twice at once adds it once', async () => {
    const sent = { ...form, requestId: newRequestId(), supplierId: shelf()._id };
    const [first, second] = await Promise.all([
      leader().get('catalogue', 'addItem', sent),
      leader().get('catalogue', 'addItem', sent),
    ]);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ price: 2500, reference: 2500, drugClass: 'none', retired: false });
    const { rows } = await leader().get('catalogue', 'items', { supplierId: sent.supplierId });
    expect(rows).toEqual([first]);
  });

  test('a second one of the same name and spec is refused, also at the same moment: a jump could hide in it', async () => {
    const supplierId = shelf()._id;
    const replies = await Promise.all(
      [1, 2].map(() =>
        leader().call('catalogue', 'addItem', { ...form, requestId: newRequestId(), supplierId }),
      ),
    );
    expect(
      replies.map((reply) => (reply.ok ? 'ok' : Object.keys(reply.error.fields ?? {})[0])).sort(),
    ).toEqual(['name', 'ok']);
    const [item] = township.documents<ItemDocument>('items').filter((one) => one.supplierId === supplierId);
    await leader().get('catalogue', 'retireItem', { ...seen(item!), retired: true });
    const again = await leader().call('catalogue', 'addItem', {
      ...form,
      requestId: newRequestId(),
      supplierId,
      price: 5000,
    });
    expect(again).toMatchObject({ error: { fields: { name: expect.stringContaining('已下架') as string } } });
  });

  test('only what the supplier sells; the class of a drug stays on medicines', async () => {
    const wrong = await leader().call('catalogue', 'addItem', {
      ...form,
      requestId: newRequestId(),
      supplierId: shelf()._id,
      category: 'medicine',
    });
    expect(wrong).toMatchObject({ error: { fields: { category: expect.any(String) as string } } });
    const drug = await leader().get('catalogue', 'addItem', {
      ...form,
      requestId: newRequestId(),
      supplierId: putPharmacy(township, township.here)._id,
      category: 'medicine',
      drugClass: 'fever',
    });
    expect(drug.drugClass).toBe('fever');
    const soap = await leader().get('catalogue', 'addItem', {
      ...form,
      requestId: newRequestId(),
      supplierId: shelf()._id,
      category: 'daily',
      drugClass: 'fever',
    });
    expect(soap.drugClass).toBe('none');
  });
});

describe('a dearer price', () => {
  test('up to the town’s rule goes through; more needs a reason, which everybody can read', async () => {
    const item = putItem(township, shelf(), { price: 2000 });
    const small = await seller().get('catalogue', 'changeMyPrice', { ...seen(item), price: 2400 });
    expect(small).toMatchObject({ price: 2400, reference: 2000, version: 2 });

    const jump = { itemId: item._id, version: 2, price: 2401 };
    const refused = await seller().call('catalogue', 'changeMyPrice', { ...jump, requestId: newRequestId() });
    expect(refused).toMatchObject({
      error: {
        code: 'INVALID_INPUT',
        fields: { priceReason: expect.stringMatching(/7 天里最低的 20 元贵了 20%，超过 20%/) as string },
      },
    });
    expect(stored(item._id).price).toBe(2400);

    const sent = { ...jump, requestId: newRequestId(), priceReason: '产地下雨，进价涨了' };
    const told = await seller().get('catalogue', 'changeMyPrice', sent);
    expect(await seller().get('catalogue', 'changeMyPrice', sent)).toEqual(told);
    const { prices } = await leader().get('catalogue', 'item', { itemId: item._id });
    expect(prices.map(({ price, reason }) => [price, reason])).toEqual([
      [2401, '产地下雨，进价涨了'],
      [2400, ''],
      [2000, ''],
    ]);
  });

  test('in many small steps is the one jump that it is; after the days have passed it starts anew', async () => {
    const item = putItem(township, shelf(), { price: 2000 });
    await seller().get('catalogue', 'changeMyPrice', { ...seen(item), price: 2300 });
    const step = { itemId: item._id, version: 2, price: 2600 };
    expect(
      await seller().call('catalogue', 'changeMyPrice', { ...step, requestId: newRequestId() }),
    ).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    await township.simulator.clock.advance(8 * DAY_MS);
    const later = await seller().get('catalogue', 'changeMyPrice', { ...step, requestId: newRequestId() });
    expect(later).toMatchObject({ price: 2600, reference: 2300 });
  });

  test('is held against what the town has set', async () => {
    const item = putItem(township, shelf(), { price: 1000 });
    expect(await leader().get('catalogue', 'priceRule', {})).toMatchObject({ percent: 20, set: null });
    const set = await officer().get('catalogue', 'setPriceRule', {
      requestId: newRequestId(),
      percent: 5,
      days: 30,
    });
    expect(set).toMatchObject({ percent: 5, days: 30, set: { byName: '测试人员' } });
    expect(await seller().call('catalogue', 'changeMyPrice', { ...seen(item), price: 1100 })).toMatchObject({
      error: { fields: { priceReason: expect.stringContaining('超过 5%') as string } },
    });
    await officer().get('catalogue', 'setPriceRule', { requestId: newRequestId(), percent: 20, days: 7 });
  });
});

describe('changing an item', () => {
  test('of two at once on what both saw, the second is told', async () => {
    const item = putItem(township, shelf());
    const replies = await Promise.all([
      leader().call('catalogue', 'changeItem', { ...seen(item), ...form, limit: 3 }),
      seller().call('catalogue', 'changeMyPrice', { ...seen(item), price: 2400 }),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['CONFLICT', 'ok']);
    expect(stored(item._id).version).toBe(2);
  });

  test('not into the name of another', async () => {
    const supplier = shelf();
    const [one, two] = [putItem(township, supplier), putItem(township, supplier)];
    const reply = await leader().call('catalogue', 'changeItem', { ...seen(two), ...form, name: one.name });
    expect(reply).toMatchObject({ error: { fields: { name: expect.any(String) as string } } });
    expect(stored(two._id)).toMatchObject({ name: two.name, version: 1 });
  });

  test('taken off the shelf it is not for sale, and its price can’t be changed there', async () => {
    const supplier = shelf();
    const item = putItem(township, supplier);
    await leader().get('catalogue', 'retireItem', { ...seen(item), retired: true });
    const now = await leader().get('catalogue', 'items', { supplierId: supplier._id });
    const off = await leader().get('catalogue', 'items', { supplierId: supplier._id, retired: true });
    expect([now.rows.length, off.rows.length]).toEqual([0, 1]);
    expect(
      await seller().call('catalogue', 'changeMyPrice', { ...seen(stored(item._id)), price: 2400 }),
    ).toMatchObject({ error: { code: 'CONFLICT' } });
  });
});
