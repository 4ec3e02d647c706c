import { chinaTime, toTimestamp } from '../../cloudfunctions/kernel/clock';
import { careOf } from '../../cloudfunctions/orders/buyer';
import { type OrderDocument, orderIdOf } from '../../cloudfunctions/orders/order.document';
import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import type { RoundDocument } from '../../cloudfunctions/rounds/round.document';
import type { Township } from './township';

type Here = Pick<Township, 'simulator' | 'documents'>;

/** An order as it stands after it was placed, at the round's prices; change what the test is about. */
export function orderOf(
  { simulator }: Pick<Township, 'simulator'>,
  round: RoundDocument,
  file: HouseholdDocument,
  quantities: Readonly<Record<string, number>>,
  changes: Partial<OrderDocument> = {},
): OrderDocument {
  const at = toTimestamp(chinaTime(simulator.clock.now()));
  const lines = Object.entries(quantities).map(([itemId, quantity]) => ({
    itemId,
    quantity,
    price: round.items.find((item) => item.itemId === itemId)!.price,
    patientId: null,
    allotted: null,
    substitute: null,
    delivered: 0,
    substituteDelivered: 0,
  }));
  const ordered = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  return {
    _id: orderIdOf(round._id, file._id),
    roundId: round._id,
    householdId: file._id,
    gridId: file.gridId,
    gridPath: file.gridPath,
    pathNames: file.pathNames,
    headName: file.headName,
    care: careOf(file),
    status: 'placed',
    lines,
    ordered,
    due: ordered,
    delivered: 0,
    paid: 0,
    substitutes: true,
    note: '',
    need: null,
    wish: { way: 'pickup', pointId: null },
    pickup: null,
    handOver: { status: 'waiting', at: null, byName: null, photo: null },
    placedBy: { openid: 'o-straight-in', name: file.headName, how: 'member', told: null },
    placedAt: at,
    changedAt: at,
    version: 1,
    changes: [],
    ...changes,
  };
}

/** Households of a grid that are on the roll, in the order of their ids. */
export const householdsOf = ({ documents }: Here, gridId: string): HouseholdDocument[] =>
  documents<HouseholdDocument>('households')
    .filter(({ gridPath, status }) => gridPath.includes(gridId) && status === 'verified')
    .sort((one, other) => (one._id < other._id ? -1 : 1));

export function putOrders({ simulator }: Here, orders: readonly OrderDocument[]): void {
  simulator.database.insertMany('orders', [...orders]);
}

/** All orders of a round as they stand in the database, in the order of their ids. */
export const ordersNow = ({ documents }: Pick<Township, 'documents'>, roundId: string): OrderDocument[] =>
  documents<OrderDocument>('orders')
    .filter((order) => order.roundId === roundId)
    .sort((one, other) => (one._id < other._id ? -1 : 1));
