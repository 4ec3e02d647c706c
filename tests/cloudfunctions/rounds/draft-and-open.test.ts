import type { ItemDocument } from '../../../cloudfunctions/catalogue/item.document';
import { chinaTime, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import type { RoundDocument } from '../../../cloudfunctions/rounds/round.document';
import { newRequestId } from '../../support/forms';
import { putOpenRound, roundForm, roundNow, stockNow } from '../../support/rounds';
import { putItem, putSupplier } from '../../support/suppliers';
import { useTownship } from '../../support/township';

const township = useTownship({ timers: false });
let items: ItemDocument[];

beforeEach(() => {
  const supplier = putSupplier(township, township.here);
  items = [putItem(township, supplier), putItem(township, supplier, { price: 3800 })];
});

const leader = (which = '1') => township.as(township.holderOf('gridLeader', township.here.gridPath, which));
const leaderThere = () => township.as(township.holderOf('gridLeader', township.there.gridPath));
const member = () => township.as(township.holderOf('gridMember', township.here.team.gridPath));
const office = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const draft = (changes = {}) =>
  leader().get('rounds', 'saveDraft', {
    requestId: newRequestId(),
    form: roundForm(township, items, changes),
  });
const seen = ({ roundId, version }: { roundId: string; version: number }) => ({
  requestId: newRequestId(),
  roundId,
  version,
});

test('a draft is seen by whoever leads its grid, and by nobody else', async () => {
  const { roundId, status, number } = await draft();
  expect({ status, number }).toEqual({ status: 'draft', number: 0 });
  const drafts = async (phone: ReturnType<typeof leader>) =>
    (await phone.get('rounds', 'list', { tab: 'draft' })).rows.map((row) => row.roundId);
  expect(await drafts(leader('2'))).toContain(roundId);
  expect(await drafts(office())).toContain(roundId);
  expect(await drafts(member())).not.toContain(roundId);
  expect(await drafts(leaderThere())).not.toContain(roundId);
  expect(await member().call('rounds', 'show', { roundId })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  expect(await leaderThere().call('rounds', 'show', { roundId })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
});

test('a draft sent twice is one draft', async () => {
  const sent = { requestId: newRequestId(), form: roundForm(township, items) };
  const [first, second] = await Promise.all([
    leader().get('rounds', 'saveDraft', sent),
    leader().get('rounds', 'saveDraft', sent),
  ]);
  expect(second.roundId).toBe(first.roundId);
  expect((await leader().get('rounds', 'saveDraft', sent)).roundId).toBe(first.roundId);
});

test('what is wrong stands beside its field', async () => {
  const past = toTimestamp(chinaTime(township.simulator.clock.now()).subtract(1, 'hour'));
  const other = putItem(township, putSupplier(township, township.here));
  const send = async (changes: object) =>
    leader().call('rounds', 'saveDraft', {
      requestId: newRequestId(),
      form: roundForm(township, items, changes),
    });
  expect(await send({ closesAt: past })).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { 'form.closesAt': expect.stringContaining('过了') as string } },
  });
  expect(await send({ items: [{ itemId: other._id, limit: 1, stock: null }] })).toMatchObject({
    error: { fields: { 'form.items.0.itemId': expect.stringContaining('下架') as string } },
  });
  expect(await send({ gridIds: [township.there.gridId] })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  const there = putItem(township, putSupplier(township, township.there));
  expect(
    await send({ supplierId: there.supplierId, items: [{ itemId: there._id, limit: 1, stock: null }] }),
  ).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('of two who change a draft at once one is told to look again', async () => {
  const { roundId, version } = await draft();
  const change = (which: string, title: string) =>
    leader(which).call('rounds', 'saveDraft', {
      requestId: newRequestId(),
      round: { roundId, version },
      form: roundForm(township, items, { title }),
    });
  const replies = await Promise.all([change('1', '米面油团购'), change('2', '婴幼儿团购')]);
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'CONFLICT' } });
  expect(roundNow(township, roundId).version).toBe(version + 1);
});

test('the town makes rounds for several villages, which belong to the town', async () => {
  const { town, here, there } = township;
  const supplier = putSupplier(township, { gridId: town.gridId, gridPath: [town.gridId], name: town.name });
  const item = putItem(township, supplier);
  const { roundId } = await office().get('rounds', 'saveDraft', {
    requestId: newRequestId(),
    form: roundForm(township, [item], { gridIds: [here.gridId, there.gridId, here.team.gridId] }),
  });
  expect(roundNow(township, roundId)).toMatchObject({
    gridId: town.gridId,
    gridPath: [town.gridId],
    gridIds: [here.gridId, there.gridId],
    reach: [town.gridId, here.gridId, there.gridId],
  });
  await office().get('rounds', 'open', seen(await office().get('rounds', 'show', { roundId })));
  const shown = await leaderThere().get('rounds', 'show', { roundId });
  expect(shown).toMatchObject({ status: 'open', mine: false });
  expect(await leaderThere().call('rounds', 'close', seen(shown))).toMatchObject({
    error: { code: 'FORBIDDEN' },
  });
});

test('opening freezes the items at the prices of the moment, and makes what orders are held against', async () => {
  const view = await draft({
    items: [
      { itemId: items[0]!._id, limit: 2, stock: 40 },
      { itemId: items[1]!._id, limit: 1, stock: null },
    ],
  });
  await township.tamper('items', { _id: items[0]!._id }, { $set: { price: 2600 } });
  await township.tamper('items', { _id: items[1]!._id }, { $set: { retired: true } });
  const opened = await leader().get('rounds', 'open', seen(view));
  expect(opened).toMatchObject({ status: 'open', number: expect.any(Number) as number });
  expect(opened.number).toBeGreaterThan(0);
  expect(opened.items.map(({ itemId, price }) => [itemId, price])).toEqual([[items[0]!._id, 2600]]);
  expect(stockNow(township, view.roundId)).toMatchObject({
    open: true,
    gridIds: [township.here.gridId],
    price: { [items[0]!._id]: 2600 },
    limit: { [items[0]!._id]: 2 },
    remaining: { [items[0]!._id]: 40 },
  });
});

test('rounds of a grid are numbered in the order in which they open, also when two open at once', async () => {
  const drafts = await Promise.all([draft(), draft(), draft()]);
  const opened = await Promise.all(drafts.map((one) => leader().get('rounds', 'open', seen(one))));
  const numbers = opened.map(({ number }) => number).sort((a, b) => a - b);
  expect(numbers).toEqual([numbers[0]!, numbers[0]! + 1, numbers[0]! + 2]);
});

test('a round opened twice is open once, and cannot be changed any more', async () => {
  const view = await draft();
  const tap = seen(view);
  const [first, again] = await Promise.all([
    leader().get('rounds', 'open', tap),
    leader().get('rounds', 'open', tap),
  ]);
  expect(again.number).toBe(first.number);
  expect(await leader().call('rounds', 'open', seen(first))).toMatchObject({ error: { code: 'CONFLICT' } });
  expect(
    await leader().call('rounds', 'saveDraft', {
      requestId: newRequestId(),
      round: { roundId: view.roundId, version: first.version },
      form: roundForm(township, items),
    }),
  ).toMatchObject({ error: { code: 'CONFLICT' } });
});

test('a draft whose time is over, or whose supplier is off, is not opened, and says why', async () => {
  const view = await draft();
  await township.tamper('suppliers', { _id: items[0]!.supplierId }, { $set: { retired: true } });
  const refused = await leader().call('rounds', 'open', seen(view));
  expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining('停用') as string } });
  await township.tamper('suppliers', { _id: items[0]!.supplierId }, { $set: { retired: false } });
  await township.tamper('rounds', { _id: view.roundId }, { $set: { closesAt: '2020-01-01T00:00:00+08:00' } });
  expect(await leader().call('rounds', 'open', seen(view))).toMatchObject({
    error: { code: 'CONFLICT', message: expect.stringContaining('还不能开团') as string },
  });
});

test('再来一批: the last round again, from now on', async () => {
  const source = await leader().get('rounds', 'open', seen(await draft()));
  const tap = { requestId: newRequestId(), roundId: source.roundId };
  const copies = await Promise.all([
    leader().get('rounds', 'copy', tap),
    leader().get('rounds', 'copy', tap),
  ]);
  expect(new Set(copies.map(({ roundId }) => roundId)).size).toBe(1);
  expect(copies[0]).toMatchObject({ status: 'draft', title: source.title, items: source.items, number: 0 });
  expect(await leaderThere().call('rounds', 'copy', { ...tap, requestId: newRequestId() })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
});

test('a draft is taken away, an open round is not', async () => {
  const view = await draft();
  await leader().get('rounds', 'discard', seen(view));
  expect(roundNow(township, view.roundId)).toBeUndefined();
  const open = putOpenRound(township);
  expect(
    await leader().call('rounds', 'discard', { requestId: newRequestId(), roundId: open._id, version: 1 }),
  ).toMatchObject({ error: { code: 'CONFLICT' } });
});

test('a list goes on where it stopped, latest cut-off first', async () => {
  for (let n = 0; n < 23; n += 1) putOpenRound(township, { supplierId: 'supplier-list' });
  const first = await leader().get('rounds', 'list', { tab: 'current' });
  expect(first.rows).toHaveLength(20);
  const second = await leader().get('rounds', 'list', { tab: 'current', after: first.next! });
  const ids = [...first.rows, ...second.rows].map(({ roundId }) => roundId);
  expect(new Set(ids).size).toBe(ids.length);
  const known = township
    .documents<RoundDocument>('rounds')
    .filter(({ status, reach }) => status === 'open' && reach.includes(township.here.gridId));
  expect(ids.length).toBe(Math.min(known.length, 40));
});
