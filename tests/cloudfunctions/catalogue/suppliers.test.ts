import type { SupplierDocument } from '../../../cloudfunctions/catalogue/supplier.document';
import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { PostDocument } from '../../../cloudfunctions/township/post.document';
import { newPhone, newRequestId } from '../../support/forms';
import { putPharmacy, putSupplier } from '../../support/suppliers';
import { useTownship } from '../../support/township';
import { phoneCode } from '../township/phone-code';

const township = useTownship();
const leader = () => township.as(township.holderOf('gridLeader', township.here.gridPath));
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const signedIn = async (openid: string, phone: string) =>
  township
    .as(openid)
    .get('township', 'signIn', { phoneCode: await phoneCode(township.simulator, openid, phone) });
const form = () => ({
  requestId: newRequestId(),
  gridId: township.here.gridId,
  name: '惠民超市',
  kind: 'supermarket' as const,
  phone: newPhone(),
  sells: ['vegetables' as const, 'staples' as const],
});
const seen = ({ _id, version }: SupplierDocument) => ({
  requestId: newRequestId(),
  supplierId: _id,
  version,
});
const stored = (id: string) =>
  township.documents<SupplierDocument>('suppliers').find(({ _id }) => _id === id)!;

describe('adding a supplier', () => {
  test('the same form sent twice at once adds it once, with its number sealed', async () => {
    const sent = form();
    const [first, second] = await Promise.all([
      leader().get('catalogue', 'addSupplier', sent),
      leader().get('catalogue', 'addSupplier', sent),
    ]);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ name: '惠民超市', mine: true, retired: false, version: 1 });
    expect(JSON.stringify(stored(first.supplierId))).not.toContain(sent.phone);
    const { value } = await leader().get('catalogue', 'phone', { supplierId: first.supplierId });
    expect(value).toBe(sent.phone);
  });

  test('medicines are for pharmacies, and a pharmacy has them', async () => {
    const drugs = await leader().call('catalogue', 'addSupplier', { ...form(), sells: ['medicine'] });
    expect(drugs).toMatchObject({ error: { fields: { sells: expect.stringContaining('药店') as string } } });
    const without = await leader().call('catalogue', 'addSupplier', { ...form(), kind: 'pharmacy' });
    expect(without).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });

  test('not to a team, nor to another village, nor to the town by a village', async () => {
    const gridIds = [township.here.team.gridId, township.there.gridId, township.town.gridId];
    const replies = await Promise.all(
      gridIds.map((gridId) => leader().call('catalogue', 'addSupplier', { ...form(), gridId })),
    );
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code))).toEqual([
      'INVALID_INPUT',
      'NOT_FOUND',
      'NOT_FOUND',
    ]);
  });
});

test('a supplier’s place is offered among my town and villages, never a team', async () => {
  const ofVillage = await leader().get('catalogue', 'places', {});
  expect(ofVillage.rows.map(({ gridId }) => gridId)).toEqual([township.here.gridId]);
  const ofTown = await officer().get('catalogue', 'places', {});
  expect(ofTown.rows.slice(0, 2).map(({ gridId }) => gridId)).toEqual([
    township.town.gridId,
    township.here.gridId,
  ]);
  const team = township.as(township.holderOf('gridLeader', township.here.team.gridPath));
  expect(await team.get('catalogue', 'places', {})).toEqual({ rows: [] });
});

describe('whose suppliers one sees', () => {
  test('a village buys from the town’s too, but does not manage them nor see their people', async () => {
    const ofTown = putSupplier(township, {
      gridId: township.town.gridId,
      gridPath: [township.town.gridId],
      name: '',
    });
    const elsewhere = putSupplier(township, township.there);
    const { rows } = await leader().get('catalogue', 'suppliers', { retired: false });
    const row = rows.find(({ supplierId }) => supplierId === ofTown._id);
    expect(row).toMatchObject({ mine: false });
    expect(rows.some(({ supplierId }) => supplierId === elsewhere._id)).toBe(false);
    expect(await leader().get('catalogue', 'supplier', { supplierId: ofTown._id })).toMatchObject({
      mine: false,
      people: [],
    });
    const change = { ...seen(ofTown), retired: true };
    expect(await leader().call('catalogue', 'retireSupplier', change)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(await officer().get('catalogue', 'retireSupplier', change)).toMatchObject({ retired: true });
  });

  test('its own people see it, and nobody else’s', async () => {
    const own = putSupplier(township, township.here);
    const other = putSupplier(township, township.here, { postIds: [], people: [] });
    const seller = township.as(township.holderOf('supplier', township.here.gridPath));
    const ids = (await seller.get('catalogue', 'mine', {})).rows.map(({ supplierId }) => supplierId);
    expect(ids).toContain(own._id);
    expect(ids).not.toContain(other._id);
    expect(await seller.call('catalogue', 'myItems', { supplierId: other._id })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('a supplier’s people', () => {
  test('get the post of a supplier by their number, and work for it once they sign in', async () => {
    const supplier = putSupplier(township, township.here, { people: [], postIds: [] });
    const phone = newPhone();
    const added = await leader().get('catalogue', 'addPerson', { ...seen(supplier), name: '唐波', phone });
    expect(added.people).toMatchObject([{ name: '唐波', status: 'invited' }]);
    expect(added.version).toBe(2);

    await signedIn('o-driver', phone);
    const { rows } = await township.as('o-driver').get('catalogue', 'mine', {});
    expect(rows.map(({ supplierId }) => supplierId)).toEqual([supplier._id]);
    const view = await leader().get('catalogue', 'supplier', { supplierId: supplier._id });
    expect(view.people).toMatchObject([{ name: '唐波', status: 'active' }]);
  });

  test('lose it when they are taken off, unless they drive for another shop there', async () => {
    const phone = newPhone();
    const [one, two] = [0, 1].map(() => putSupplier(township, township.here, { people: [], postIds: [] }));
    await leader().get('catalogue', 'addPerson', { ...seen(one!), name: '两家跑', phone });
    const { people } = await leader().get('catalogue', 'addPerson', { ...seen(two!), name: '两家跑', phone });
    await signedIn('o-two-shops', phone);
    const { postId } = people[0]!;

    await leader().get('catalogue', 'takePerson', { ...seen(stored(one!._id)), postId });
    const driver = township.as('o-two-shops');
    expect((await driver.get('catalogue', 'mine', {})).rows.map(({ supplierId }) => supplierId)).toEqual([
      two!._id,
    ]);
    await leader().get('catalogue', 'takePerson', { ...seen(stored(two!._id)), postId });
    expect(await driver.call('catalogue', 'mine', {})).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(township.documents<PostDocument>('posts').some(({ _id }) => _id === postId)).toBe(false);
    expect(township.documents<Account>('accounts').find(({ _id }) => _id === 'o-two-shops')?.posts).toEqual(
      [],
    );
  });

  test('one tap sent twice adds one person; two leaders at once: the second is told', async () => {
    const supplier = putSupplier(township, township.here, { people: [], postIds: [] });
    const person = { ...seen(supplier), name: '马送货', phone: newPhone() };
    const [first, again] = [
      await leader().get('catalogue', 'addPerson', person),
      await leader().get('catalogue', 'addPerson', person),
    ];
    expect(again).toEqual(first);
    const replies = await Promise.all(
      [1, 2].map(() =>
        leader().call('catalogue', 'retireSupplier', { ...seen(stored(supplier._id)), retired: true }),
      ),
    );
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['CONFLICT', 'ok']);
  });
});

test('a shelf that still holds something of a kind keeps the supplier selling that kind', async () => {
  const pharmacy = putPharmacy(township, township.here, { sells: ['medicine', 'baby'] });
  await leader().get('catalogue', 'addItem', {
    requestId: newRequestId(),
    supplierId: pharmacy._id,
    name: '婴儿奶粉',
    spec: '900 克一罐',
    unit: '罐',
    category: 'baby',
    photo: null,
    price: 19_800,
    limit: 2,
  });
  const reply = await leader().call('catalogue', 'changeSupplier', {
    ...seen(pharmacy),
    name: pharmacy.name,
    sells: ['medicine'],
  });
  expect(reply).toMatchObject({
    error: { fields: { sells: expect.stringContaining('婴儿奶粉') as string } },
  });
});
