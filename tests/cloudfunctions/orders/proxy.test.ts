import type { CareRow } from '../../../cloudfunctions/contracts';
import { cartOf, orderNow, quantitiesIn, seenOf, seenPlaced } from '../../support/carts';
import { putFamily } from '../../support/families';
import { newRequestId } from '../../support/forms';
import { putOpenRound, stockNow } from '../../support/rounds';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const member = (path = township.here.team.gridPath) => township.as(township.holderOf('gridMember', path));

test('a grid member orders for somebody of the care categories, as they were told by phone', async () => {
  const round = putOpenRound(township);
  const { file, phone } = putFamily(township, { care: ['livingAloneElderly'] });
  const cart = { ...cartOf(round, { veg: 1, egg: 1 }), householdId: file._id, told: 'phone' as const };
  const placed = await member().get('orders', 'orderFor', cart);
  expect(await member().get('orders', 'orderFor', cart)).toEqual(placed);
  expect(orderNow(township, round._id, file._id)).toMatchObject({
    care: ['livingAloneElderly'],
    placedBy: { openid: member().openid, how: 'proxy', told: 'phone' },
    changes: [{ what: '代办下单（电话里说的）' }],
  });
  expect(stockNow(township, round._id).remaining.egg).toBe(19);
  // Its own household sees it, who placed it, and may change it.
  const shown = await phone.get('orders', 'show', { orderId: placed.orderId });
  expect(shown).toMatchObject({ placedBy: { how: 'proxy', isMe: false, name: '测试人员' } });
  const seen = seenOf(placed, { veg: 1, egg: 1 });
  await phone.get('orders', 'order', cartOf(round, { veg: 2 }, { seen }));
  expect(await phone.get('orders', 'show', { orderId: placed.orderId })).toMatchObject({
    placedBy: { how: 'member', isMe: true },
    changes: [{}, { what: '改单：蔬菜包 veg 1→2 份，蔬菜包 egg不要了' }],
  });
});

test('a household on the roster only, which nobody of has a phone, is ordered for too', async () => {
  const round = putOpenRound(township);
  const { file } = putFamily(township, {
    care: ['disabled'],
    changes: { status: 'rostered', consent: null },
  });
  const cart = { ...cartOf(round, { veg: 1 }), householdId: file._id, told: 'door' as const };
  expect(await member().call('orders', 'orderFor', cart)).toMatchObject({ ok: true });
});

test('nobody orders for a household that can do so itself, or changes its order for it', async () => {
  const round = putOpenRound(township);
  const { file, phone } = putFamily(township);
  const who = { householdId: file._id, told: 'phone' as const };
  const refused = {
    ok: false,
    error: { code: 'FORBIDDEN', message: expect.stringContaining('七类人') as string },
  };
  expect(await member().call('orders', 'orderFor', { ...cartOf(round, { veg: 1 }), ...who })).toMatchObject(
    refused,
  );
  const placed = await phone.get('orders', 'order', cartOf(round, { veg: 1 }));
  const seen = seenOf(placed, { veg: 1 });
  expect(
    await member().call('orders', 'orderFor', { ...cartOf(round, { veg: 2 }, { seen }), ...who }),
  ).toMatchObject(refused);
  expect(
    await member().call('orders', 'cancelFor', {
      requestId: newRequestId(),
      orderId: placed.orderId,
      seen: seenPlaced(placed, { veg: 1 }),
      told: 'phone',
    }),
  ).toMatchObject(refused);
  expect(quantitiesIn(orderNow(township, round._id, file._id))).toEqual({ veg: 1 });
});

test('a grid member of another village reaches neither the household nor its order', async () => {
  const round = putOpenRound(township, { gridPath: township.here.gridPath.slice(0, 1) });
  const { file, phone } = putFamily(township, { care: ['disabled'] });
  const placed = await phone.get('orders', 'order', cartOf(round, { veg: 1, egg: 1 }));
  const stranger = member(township.there.team.gridPath);
  const notFound = { ok: false, error: { code: 'NOT_FOUND' } };
  const { orderId } = placed;
  const cart = { ...cartOf(round, { veg: 1 }), householdId: file._id, told: 'phone' as const };
  expect(await stranger.call('orders', 'orderFor', cart)).toMatchObject(notFound);
  const edit = { ...cart, seen: seenOf(placed, { veg: 1, egg: 1 }), requestId: newRequestId() };
  expect(await stranger.call('orders', 'orderFor', edit)).toMatchObject(notFound);
  const cancel = {
    requestId: newRequestId(),
    orderId,
    seen: seenPlaced(placed, { veg: 1, egg: 1 }),
    told: 'phone' as const,
  };
  expect(await stranger.call('orders', 'cancelFor', cancel)).toMatchObject(notFound);
  expect(await stranger.call('orders', 'showFor', { orderId })).toMatchObject(notFound);
  expect(
    await stranger.call('orders', 'shopFor', { roundId: round._id, householdId: file._id }),
  ).toMatchObject(notFound);
  expect(orderNow(township, round._id, file._id)!.version).toBe(1);
  expect(stockNow(township, round._id).remaining.egg).toBe(19);
});

test('a proxy cancels for the household, and places it again', async () => {
  const round = putOpenRound(township);
  const { file } = putFamily(township, { care: ['dialysis'] });
  const who = { householdId: file._id, told: 'door' as const };
  const placed = await member().get('orders', 'orderFor', { ...cartOf(round, { egg: 1 }), ...who });
  const cancelled = await member().get('orders', 'cancelFor', {
    requestId: newRequestId(),
    orderId: placed.orderId,
    seen: seenPlaced(placed, { egg: 1 }),
    told: 'phone',
  });
  expect(stockNow(township, round._id).remaining.egg).toBe(20);
  const seen = seenOf(cancelled, { egg: 1 });
  await member().get('orders', 'orderFor', { ...cartOf(round, { egg: 1 }, { seen }), ...who });
  expect(orderNow(township, round._id, file._id)!.changes.map(({ what }) => what)).toEqual([
    '代办下单（上门说的）',
    '代办取消（电话里说的）',
    '代办重新下单（上门说的）',
  ]);
});

test('the list shows the care categories of my grids, whether they ordered, and nobody else', async () => {
  const round = putOpenRound(township);
  const ordered = putFamily(township, { care: ['disabled'] });
  const waiting = putFamily(township, { care: ['chronicIllness', 'dialysis'] });
  const able = putFamily(township);
  const elsewhere = putFamily(township, { care: ['disabled'], gridPath: township.there.team.gridPath });
  await ordered.phone.get('orders', 'order', cartOf(round, { veg: 2 }));
  const rows: CareRow[] = [];
  let after: string | undefined;
  do {
    const page = await member().get('orders', 'careHouseholds', {
      roundId: round._id,
      ...(after !== undefined && { after }),
    });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  const row = (householdId: string) => rows.find((one) => one.householdId === householdId);
  expect(row(ordered.file._id)).toMatchObject({ order: { status: 'placed', ordered: 5000, how: 'member' } });
  expect(row(waiting.file._id)).toMatchObject({
    order: null,
    care: ['chronicIllness', 'dialysis'],
    headName: '南宫测试',
  });
  expect(row(able.file._id)).toBeUndefined();
  expect(row(elsewhere.file._id)).toBeUndefined();
  const stranger = member(township.there.team.gridPath);
  expect(await stranger.call('orders', 'careHouseholds', { roundId: round._id })).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  });
});

test('a proxy is shown the rounds in which households of their grids can order', async () => {
  const round = putOpenRound(township);
  const ids = async (path: string[]) =>
    (await member(path).get('orders', 'offeredFor', {})).rounds.map(({ roundId }) => roundId);
  expect(await ids(township.here.team.gridPath)).toContain(round._id);
  expect(await ids(township.there.team.gridPath)).not.toContain(round._id);
});
