import type { Context } from '../kernel/context';
import { type Change, type Condition, type Documents, scoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type OrderDocument, ORDERS } from './order.document';

type Reader = Pick<Context, 'database' | 'scope'>;

const orders = (context: Reader): Documents<OrderDocument> =>
  scoped<OrderDocument>(context, ORDERS, 'householdId');

/** The same answer for an order elsewhere and for none at all. */
export const noOrder = (): AppError => new AppError('NOT_FOUND', '没有找到这份订单');

/** The order in the caller's scope, or null. */
export const findOrder = async (context: Reader, orderId: string): Promise<OrderDocument | null> =>
  orders(context).get(orderId);

/** The order, if it lies in the caller's scope; throws NOT_FOUND otherwise. */
export async function readOrder(context: Reader, orderId: string): Promise<OrderDocument> {
  const order = await findOrder(context, orderId);
  if (!order) throw noOrder();
  return order;
}

/** Some orders by their ids, as far as the scope reaches. */
export const readOrdersById = async (context: Reader, ids: readonly string[]): Promise<OrderDocument[]> =>
  ids.length === 0
    ? []
    : orders(context).find({ _id: context.database.command.in([...ids]) }, { limit: ids.length });

/** Placed orders of a round in the order of their ids, from after the id given, as far as the scope reaches. */
export const readOrdersOfRound = async (
  context: Reader,
  roundId: string,
  { after, limit }: { after?: string; limit: number },
): Promise<OrderDocument[]> =>
  orders(context).find(
    {
      roundId,
      status: 'placed',
      ...(after !== undefined && after !== '' && { _id: context.database.command.gt(after) }),
    },
    { orderBy: [['_id', 'asc']], limit },
  );

/** A household's orders, newest first, from before the moment and id given. `placedAt` tells them apart: one a round. */
export const readOrdersOfHousehold = async (
  context: Reader,
  householdId: string,
  { before, limit }: { before?: string; limit: number },
): Promise<OrderDocument[]> =>
  orders(context).find(
    { householdId, ...(before !== undefined && { placedAt: context.database.command.lt(before) }) },
    { orderBy: [['placedAt', 'desc']], limit },
  );

/** Adds a household's first order of a round; false when there is one already. */
export const addOrder = async (context: Reader, order: OrderDocument): Promise<boolean> =>
  orders(context).insert(order);

/** Changes one order where it still is as `seen` says; false otherwise. Goes up one version. */
export const changeOrder = async (
  context: Reader,
  orderId: string,
  seen: Condition,
  change: Change,
): Promise<boolean> =>
  (await orders(context).update(
    { _id: orderId, ...seen },
    { ...change, version: context.database.command.inc(1) },
  )) === 1;

/** Writes what differs between an order as it was read and as it shall be, unless somebody else wrote since; then it answers false. */
export const writeOrder = async (
  context: Reader,
  stored: OrderDocument,
  next: OrderDocument,
): Promise<boolean> =>
  changeOrder(context, stored._id, { version: stored.version }, changeBetween(context, stored, next));

function changeBetween({ database }: Reader, stored: OrderDocument, next: OrderDocument): Change {
  const old = new Map<string, unknown>(Object.entries(stored));
  const changed = Object.entries(next).filter(
    ([key, value]) =>
      key !== '_id' && key !== 'version' && JSON.stringify(old.get(key)) !== JSON.stringify(value),
  );
  // The SDK merges plain objects into what stands; `set` replaces.
  return Object.fromEntries(
    changed.map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? database.command.set(value) : value,
    ]),
  );
}
