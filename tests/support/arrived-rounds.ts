import { chinaTime, toTimestamp } from '../../cloudfunctions/kernel/clock';
import { type OrderDocument, orderIdOf, type OrderLine } from '../../cloudfunctions/orders/order.document';
import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import type { RoundDocument } from '../../cloudfunctions/rounds/round.document';
import type { EntryDocument } from '../../cloudfunctions/settlement/entry.document';
import { newRequestId } from './forms';
import { putOpenRound, roundItem, type TestRound } from './rounds';
import { putSupplier } from './suppliers';
import type { Phone, Township } from './township';

/** A round whose goods are there, of a supplier for whom whoever `holderOf('supplier', here)` is works. Vegetables 25 元, eggs 23.5 元, soy sauce 8 元. */
export function putArrivedRound(township: Township, given: TestRound = {}): RoundDocument {
  const supplierId = given.supplierId ?? putSupplier(township, township.here)._id;
  const arrivedAt = toTimestamp(chinaTime(township.simulator.clock.now()).subtract(6, 'hour'));
  return putOpenRound(township, {
    items: [
      roundItem('veg', { name: '蔬菜包' }),
      roundItem('egg', { name: '鸡蛋', unit: '盒', category: 'meatEggsMilk', price: 2350 }),
      roundItem('soy', { name: '酱油', unit: '瓶', category: 'daily', price: 800 }),
    ],
    ...given,
    supplierId,
    changes: { status: 'distributing', arrivedAt, ...given.changes },
  });
}

/** A line of an order whose share is what was ordered; change what the test is about. */
export const orderLine = (
  { items }: RoundDocument,
  itemId: string,
  changes: Partial<OrderLine> = {},
): OrderLine => ({
  itemId,
  quantity: 1,
  price: items.find((item) => item.itemId === itemId)!.price,
  patientId: null,
  allotted: changes.quantity ?? 1,
  substitute: null,
  delivered: 0,
  substituteDelivered: 0,
  ...changes,
});

/** A household's order with its share known and a slot given out, straight in the database. */
export function putShare(
  { simulator, documents, here }: Pick<Township, 'simulator' | 'documents' | 'here'>,
  round: RoundDocument,
  {
    householdId = here.householdId,
    lines = [orderLine(round, 'veg'), orderLine(round, 'egg')],
    changes = {},
  }: { householdId?: string; lines?: OrderLine[]; changes?: Partial<OrderDocument> } = {},
): OrderDocument {
  const file = documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId)!;
  const at = round.opensAt;
  const [slot] = round.distribution.slots;
  const order: OrderDocument = {
    _id: orderIdOf(round._id, householdId),
    roundId: round._id,
    householdId,
    gridId: file.gridId,
    gridPath: file.gridPath,
    pathNames: file.pathNames,
    headName: file.headName,
    care: ['livingAloneElderly'],
    status: 'placed',
    lines,
    ordered: lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0),
    due: lines.reduce(
      (sum, { allotted, quantity, price, substitute }) =>
        sum + (allotted ?? quantity) * price + (substitute ? substitute.quantity * substitute.price : 0),
      0,
    ),
    delivered: 0,
    paid: 0,
    substitutes: true,
    note: '',
    need: null,
    wish: { way: 'pickup', pointId: slot?.pointId ?? null },
    pickup: {
      way: 'pickup',
      pointId: slot?.pointId ?? null,
      slotId: slot?.slotId ?? null,
      date: round.distribution.doorDate,
      helper: { openid: 'o-test-helper', name: '帮忙的' },
    },
    handOver: { status: 'waiting', at: null, byName: null, photo: null },
    placedBy: { openid: 'o-straight-in', name: file.headName, how: 'member', told: null },
    placedAt: at,
    changedAt: at,
    version: 1,
    changes: [
      { requestId: newRequestId(), by: 'o-straight-in', byName: file.headName, at, what: '下了订单' },
    ],
    ...changes,
  };
  simulator.database.insertMany('orders', [order]);
  return order;
}

export const orderNow = ({ documents }: Pick<Township, 'documents'>, orderId: string): OrderDocument =>
  documents<OrderDocument>('orders').find(({ _id }) => _id === orderId)!;

export const entriesOf = (
  { documents }: Pick<Township, 'documents'>,
  { roundId }: { roundId: string },
): EntryDocument[] => documents<EntryDocument>('supply_entries').filter((entry) => entry.roundId === roundId);

/** All that a household gets, with what it pays; change what the test is about. */
export const handOverForm = <T extends object>(order: OrderDocument, changes?: T) => ({
  requestId: newRequestId(),
  orderId: order._id,
  lines: order.lines.map(({ itemId, allotted, quantity, substitute }) => ({
    itemId,
    quantity: allotted ?? quantity,
    substituteQuantity: substitute?.quantity ?? 0,
  })),
  money: order.due,
  ...changes!,
});

/** Who hands out in the village `here`: its supplier's people, its leader, a grid member of its first team, and the office. */
export function handers(township: Township) {
  const { here, town } = township;
  const hold = (role: Parameters<Township['holderOf']>[0], path: readonly string[], which = '1'): Phone =>
    township.as(township.holderOf(role, path, which));
  return {
    seller: (which?: string) => hold('supplier', here.gridPath, which),
    leader: (which?: string) => hold('gridLeader', here.gridPath, which),
    member: () => hold('gridMember', here.team.gridPath),
    officer: () => hold('townOfficer', [town.gridId]),
  };
}

/** Households of the village `here`, those of its first team first. */
export const householdsHere = ({ documents, here }: Township): HouseholdDocument[] =>
  documents<HouseholdDocument>('households')
    .filter(({ gridPath, status }) => gridPath.includes(here.gridId) && status !== 'closed')
    .sort((a, b) => inTeam(b, here) - inTeam(a, here));

const inTeam = ({ gridPath }: HouseholdDocument, { team }: Township['here']): number =>
  Number(gridPath.includes(team.gridId));
