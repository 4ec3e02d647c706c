import type { Contracts, InputOf, OutputOf } from '../../cloudfunctions/contracts';
import type { OrderDocument } from '../../cloudfunctions/orders/order.document';
import { orderIdOf } from '../../cloudfunctions/orders/order.document';
import type { RoundDocument } from '../../cloudfunctions/rounds/round.document';
import { newRequestId } from './forms';
import type { Township } from './township';

export type Cart = InputOf<Contracts['orders']['order']>;
export type Placed = OutputOf<Contracts['orders']['order']>;
type Quantities = Readonly<Record<string, number>>;

/** A cart as a phone sends it, at the round's prices. */
export const cartOf = (round: RoundDocument, quantities: Quantities, changes: Partial<Cart> = {}): Cart => ({
  requestId: newRequestId(),
  roundId: round._id,
  lines: Object.entries(quantities).map(([itemId, quantity]) => ({
    itemId,
    quantity,
    price: round.items.find((item) => item.itemId === itemId)?.price ?? 1,
  })),
  wish: { way: 'pickup', pointId: null },
  ...changes,
});

/** The order as a phone shows it. */
export const seenOf = (placed: Pick<Placed, 'version' | 'status'>, quantities: Quantities) => ({
  version: placed.version,
  status: placed.status,
  lines: Object.entries(quantities).map(([itemId, quantity]) => ({ itemId, quantity })),
});

/** A placed order, as cancelling it says. */
export const seenPlaced = (placed: Pick<Placed, 'version'>, quantities: Quantities) => ({
  ...seenOf({ version: placed.version, status: 'placed' }, quantities),
  status: 'placed' as const,
});

export const orderNow = (
  { documents }: Pick<Township, 'documents'>,
  roundId: string,
  householdId: string,
): OrderDocument | undefined =>
  documents<OrderDocument>('orders').find(({ _id }) => _id === orderIdOf(roundId, householdId));

export const quantitiesIn = (order: OrderDocument | undefined): Record<string, number> =>
  Object.fromEntries((order?.lines ?? []).map(({ itemId, quantity }) => [itemId, quantity]));
