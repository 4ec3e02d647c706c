import type { Context } from '../kernel/context';
import { type Change, type Condition, type Documents, scoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type OrderChange, type OrderDocument, ORDERS } from './order.document';

/** Retries come within minutes, not after a twentieth further change. */
const REMEMBERED_CHANGES = 20;

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

/** A change of some fields, with the act remembered. */
export const remembering = (
  context: Pick<Context, 'database'>,
  fields: Partial<OrderDocument>,
  act: OrderChange,
): Change => ({
  ...replacing(context, Object.entries(fields)),
  changes: context.database.command.push({ each: [act], slice: -REMEMBERED_CHANGES }),
});

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
  return replacing({ database }, changed);
}

/** The SDK merges plain objects into what stands; `set` replaces. */
const replacing = ({ database }: Pick<Context, 'database'>, fields: [string, unknown][]): Change =>
  Object.fromEntries(
    fields.map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? database.command.set(value) : value,
    ]),
  );

const needKeyOf = (status: 'open' | 'done', at: string, orderId: string): string =>
  `${status} ${at} ${orderId}`;

/** Orders with a need, from after the `needKey` given: open ones longest waiting first, answered ones newest first. */
export const readNeeds = async (
  context: Reader,
  { status, after, limit }: { status: 'open' | 'done'; after?: string; limit: number },
): Promise<OrderDocument[]> => {
  const { command } = context.database;
  const [from, until] = [`${status} `, `${status}!`];
  const isOpen = status === 'open';
  const range = isOpen
    ? command.gt(after ?? from).and(command.lt(until))
    : command.gt(from).and(command.lt(after ?? until));
  return orders(context).find({ needKey: range }, { orderBy: [['needKey', isOpen ? 'asc' : 'desc']], limit });
};

export const countOpenNeeds = async (context: Reader): Promise<number> =>
  orders(context).count({
    needKey: context.database.command.gt('open ').and(context.database.command.lt('open!')),
  });

/**
 * Writes the answer to the need as it was read; false when it was answered or changed since. It is no other version of the order: whoever is
 * changing what is ordered is not stopped by it.
 */
export const answerNeedOf = async (
  context: Reader,
  { _id, need: asked }: OrderDocument,
  need: NonNullable<OrderDocument['need']>,
  act: OrderChange,
): Promise<boolean> => {
  const needKey = needKeyOf('done', need.done?.at ?? need.at, _id);
  const change = remembering(context, { need, needKey }, act);
  return (await orders(context).update({ _id, 'need.at': asked?.at, 'need.done': null }, change)) === 1;
};
