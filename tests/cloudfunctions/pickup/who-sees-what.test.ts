import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import {
  handers,
  handOverForm,
  householdsHere,
  orderLine,
  orderNow,
  putArrivedRound,
  putShare,
} from '../../support/arrived-rounds';
import { newRequestId } from '../../support/forms';
import { upload } from '../../support/rosters';
import { roundItem } from '../../support/rounds';
import { putPharmacy, putSupplier } from '../../support/suppliers';
import { useTownship } from '../../support/township';

const township = useTownship({ timers: false });
const otherSeller = () => ({ postIds: [`somebody-else-${newRequestId()}`], people: [] });
/** Households of the first team and of another one. */
function neighbours(): { inTeam: HouseholdDocument; elsewhere: HouseholdDocument } {
  const all = householdsHere(township);
  const isIn = ({ gridPath }: HouseholdDocument) => gridPath.includes(township.here.team.gridId);
  return { inTeam: all.find(isIn)!, elsewhere: all.find((file) => !isIn(file))! };
}

test("a supplier's person sees and marks the rounds of their own supplier only", async () => {
  const mine = putArrivedRound(township);
  const other = putArrivedRound(township, {
    supplierId: putSupplier(township, township.here, otherSeller())._id,
  });
  const order = putShare(township, other);
  const { seller, leader } = handers(township);
  const { rounds } = await seller().get('pickup', 'rounds', {});
  expect(rounds.map(({ roundId }) => roundId)).toContain(mine._id);
  expect(rounds.map(({ roundId }) => roundId)).not.toContain(other._id);
  for (const reply of [
    await seller().call('pickup', 'list', { roundId: other._id }),
    await seller().call('pickup', 'route', { roundId: other._id }),
    await seller().call('pickup', 'leftovers', { roundId: other._id }),
    await seller().call('pickup', 'show', { orderId: order._id }),
    await seller().call('pickup', 'handOver', handOverForm(order)),
    await seller().call('settlement', 'show', { roundId: other._id }),
  ])
    expect(reply).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  expect(orderNow(township, order._id)).toEqual(order);
  expect((await leader().get('pickup', 'list', { roundId: other._id })).rows).toHaveLength(1);
});

test('of a household they see no more than handing out needs', async () => {
  const round = putArrivedRound(township);
  const order = putShare(township, round);
  const file = householdsHere(township).find(({ _id }) => _id === order.householdId)!;
  const { seller, leader } = handers(township);
  const list = await seller().get('pickup', 'list', { roundId: round._id });
  const shown = await seller().get('pickup', 'show', { orderId: order._id });
  const text = JSON.stringify([list, shown]);
  expect(list.rows).toMatchObject([{ headName: order.headName, helper: null, due: 4850 }]);
  for (const secret of ['livingAloneElderly', 'care', '帮忙的', 'phone', 'papers', 'address"'])
    expect(
      text.replaceAll('"address":"村委会旁边"', '').replaceAll('"address":"三组路口"', ''),
    ).not.toContain(secret);
  for (const { papersMask, phoneMask } of file.people) {
    expect(text).not.toContain(papersMask);
    if (phoneMask !== null) expect(text).not.toContain(phoneMask);
  }
  const staff = await leader().get('pickup', 'list', { roundId: round._id });
  expect(staff.rows[0]!.helper).toBe('帮忙的');
});

test('a grid member hands out to the households of their own grid, a leader to all of the village', async () => {
  const round = putArrivedRound(township);
  const { inTeam, elsewhere } = neighbours();
  const near = putShare(township, round, { householdId: inTeam._id });
  const far = putShare(township, round, { householdId: elsewhere._id });
  const { member, leader } = handers(township);
  const ids = async (phone: ReturnType<typeof member>) =>
    (await phone.get('pickup', 'list', { roundId: round._id })).rows.map(({ orderId }) => orderId).sort();
  expect(await ids(member())).toEqual([near._id]);
  expect(await ids(leader())).toEqual([near._id, far._id].sort());
  const reply = await member().call('pickup', 'handOver', handOverForm(far));
  expect(reply).toMatchObject({ error: { code: 'NOT_FOUND' } });
  expect(await member().call('settlement', 'show', { roundId: round._id })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  });
});

test('nobody of another village finds the round, its orders or its money', async () => {
  const round = putArrivedRound(township);
  const order = putShare(township, round);
  for (const role of ['gridLeader', 'gridMember', 'supplier', 'townOfficer'] as const) {
    const phone = township.as(township.holderOf(role, township.there.gridPath));
    for (const reply of [
      await phone.call('pickup', 'list', { roundId: round._id }),
      await phone.call('pickup', 'handOver', handOverForm(order)),
      await phone.call('settlement', 'countCash', { requestId: newRequestId(), roundId: round._id, cash: 1 }),
    ])
      expect(reply).toMatchObject({ error: { code: 'NOT_FOUND' } });
  }
});

test('the list says how a name is read, and holds everybody however many they are', async () => {
  const round = putArrivedRound(township);
  const [first, ...others] = householdsHere(township);
  putShare(township, round, { householdId: first!._id, changes: { headName: '曾小娟' } });
  for (const { _id } of others) putShare(township, round, { householdId: _id });
  const seller = handers(township).seller();
  const { rows } = await seller.get('pickup', 'list', { roundId: round._id });
  expect(rows).toHaveLength(others.length + 1);
  expect(rows.find(({ headName }) => headName === '曾小娟')!.reading).toBe('zeng xiao juan');
  const halves = rows[Math.floor(rows.length / 2)]!.orderId;
  const rest = await seller.get('pickup', 'list', { roundId: round._id, after: halves });
  expect(rest.rows.every(({ orderId }) => orderId > halves)).toBe(true);
});

test('the route holds the doors only, with addresses, in the order in which one walks', async () => {
  const round = putArrivedRound(township);
  const [fetches, ...households] = householdsHere(township).slice(0, 8);
  const door = {
    way: 'door',
    pointId: null,
    slotId: null,
    date: round.distribution.doorDate,
    helper: null,
  } as const;
  putShare(township, round, { householdId: fetches!._id });
  for (const { _id } of households)
    putShare(township, round, { householdId: _id, changes: { pickup: door } });
  const { rows, doorDate } = await handers(township).seller().get('pickup', 'route', { roundId: round._id });
  expect(doorDate).toBe(round.distribution.doorDate);
  expect(rows).toHaveLength(households.length);
  expect(rows.every(({ way, address }) => way === 'door' && address.length > 1)).toBe(true);
  const collator = new Intl.Collator('zh', { numeric: true });
  const sorted = [...rows].sort(
    (a, b) => collator.compare(a.place, b.place) || collator.compare(a.address, b.address),
  );
  expect(rows.map(({ orderId }) => orderId)).toEqual(sorted.map(({ orderId }) => orderId));
});

test('a household sees the photo of what was left at its own door, and none of the neighbours does', async () => {
  const order = putShare(township, putArrivedRound(township));
  const { seller } = handers(township);
  const own = township.as(township.here.resident);
  const orderId = order._id;
  expect(await own.call('pickup', 'openMyPhoto', { orderId })).toMatchObject({
    error: { code: 'NOT_FOUND', message: '这一单没有照片' },
  });
  const path = `deliveries/${newRequestId()}/${newRequestId()}.jpg`;
  const photo = await upload(township, seller().openid, path, Buffer.from('a door with a bag'));
  await seller().get('pickup', 'handOver', handOverForm(order, { how: 'left', photo, money: 0 }));
  const { url } = await own.get('pickup', 'openMyPhoto', { orderId });
  expect(await (await fetch(url)).text()).toBe('a door with a bag');
  expect((await seller().get('pickup', 'openPhoto', { orderId })).url).toContain('http');
  const neighbour = township.as(township.there.resident);
  expect(await neighbour.call('pickup', 'openMyPhoto', { orderId })).toMatchObject({
    error: { code: 'NOT_FOUND', message: '没有找到这份订单' },
  });
});

test('a drug of the four classes that was handed over stands in the register; one that came back does not', async () => {
  const round = putArrivedRound(township, {
    supplierId: putPharmacy(township, township.here)._id,
    items: [
      roundItem('ibu', { name: '布洛芬', unit: '盒', category: 'medicine', drugClass: 'fever', price: 1880 }),
    ],
  });
  const file = householdsHere(township).find(({ _id }) => _id === township.here.householdId)!;
  const patientId = file.people[0]!.personId;
  const order = putShare(township, round, { lines: [orderLine(round, 'ibu', { patientId })] });
  const seller = handers(township).seller();
  const sales = () =>
    township.documents<{ _id: string; quantity: number; personId: string; supplierId: string }>(
      'medicine_sales',
    );
  const own = () => sales().filter(({ _id }) => _id.startsWith(order._id));
  await seller.get('pickup', 'handOver', handOverForm(order));
  expect(own()).toMatchObject([{ quantity: 1, personId: patientId, supplierId: round.supplierId }]);
  expect(Object.keys(own()[0]!)).not.toContain('distribution');
  await seller.get('pickup', 'refund', {
    requestId: newRequestId(),
    orderId: order._id,
    lines: [{ itemId: 'ibu', quantity: 1 }],
    money: 1880,
    reason: '拿错了药',
  });
  expect(own()).toEqual([]);
});
