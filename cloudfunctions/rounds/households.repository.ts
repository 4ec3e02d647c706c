import { CareCategory } from '../contracts/person';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { type Condition, scoped } from '../kernel/documents';
import { type OrderDocument, orderIdOf, ORDERS } from '../orders/order.document';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';

type Reader = Pick<Context, 'database'>;

/** Everybody who lives there eats, registered or not. */
const LIVING = ['rostered', 'submitted', 'returned', 'verified'] as const;

const system = { kind: 'system' } as const;

/** Households of some grids one after the other: those of the seven care categories, or the others. */
export async function readHouseholds(
  { database }: Reader,
  gridIds: readonly string[],
  { who, after, limit }: { who: 'care' | 'others' | 'all'; after: string; limit: number },
): Promise<HouseholdDocument[]> {
  const { command } = database;
  const anyCare = [...CareCategory.options];
  const care: Condition =
    who === 'all'
      ? {}
      : { 'people.careCategories': who === 'care' ? command.in(anyCare) : command.nin(anyCare) };
  return scoped<HouseholdDocument>({ database, scope: { kind: 'grids', gridIds } }, HOUSEHOLDS, null).find(
    {
      status: command.in([...LIVING]),
      ...care,
      ...(after !== '' && { queueKey: command.gt(after) }),
    },
    { orderBy: [['queueKey', 'asc']], limit },
  );
}

/** Which of these households have an order in a round. */
export async function readOrdering(
  { database }: Reader,
  roundId: string,
  householdIds: readonly string[],
): Promise<Set<string>> {
  if (householdIds.length === 0) return new Set();
  const found = await scoped<OrderDocument>({ database, scope: system }, ORDERS, null).find(
    { _id: database.command.in(householdIds.map((id) => orderIdOf(roundId, id))), status: 'placed' },
    { limit: householdIds.length },
  );
  return new Set(found.map(({ householdId }) => householdId));
}

/** Back so far one looks for the goods that a household got last: nobody is asked about a season. */
const LOOK_BACK_DAYS = 60;
const MOST_ORDERS = 1000;

/** When these households last got goods; those that got none lately are missing in it. */
export async function readLastSupplied(
  { database, now }: Pick<Context, 'database' | 'now'>,
  householdIds: readonly string[],
): Promise<Map<string, string>> {
  if (householdIds.length === 0) return new Map();
  const { command } = database;
  const orders = await scoped<OrderDocument>({ database, scope: system }, ORDERS, null).find(
    {
      householdId: command.in([...householdIds]),
      placedAt: command.gte(toTimestamp(now.subtract(LOOK_BACK_DAYS, 'day'))),
      'handOver.status': command.in(['collected', 'left']),
    },
    { orderBy: [['placedAt', 'desc']], limit: MOST_ORDERS },
  );
  const last = new Map<string, string>();
  for (const { householdId, handOver } of orders)
    if (handOver.at !== null && handOver.at > (last.get(householdId) ?? ''))
      last.set(householdId, handOver.at);
  return last;
}

type Counted = { _id: string; households: number };
const MOST_ROWS = 1000;

/** Placed orders of a round, by the grid at `depth` of the path or the lowest there is. */
export async function countOrdersByGrid(
  { database }: Reader,
  roundId: string,
  gridIds: readonly string[],
  depth: number,
): Promise<Map<string, number>> {
  const { command } = database;
  return countByGrid(
    database,
    ORDERS,
    { roundId, status: 'placed', gridPath: command.in([...gridIds]) },
    depth,
  );
}

/** Households that may order, in the same way: all who live there, or those of the care categories. */
export async function countHouseholdsByGrid(
  { database }: Reader,
  gridIds: readonly string[],
  depth: number,
  audience: 'everyone' | 'care',
): Promise<Map<string, number>> {
  const { command } = database;
  return countByGrid(
    database,
    HOUSEHOLDS,
    {
      gridPath: command.in([...gridIds]),
      status: command.in([...LIVING]),
      ...(audience === 'care' && { 'people.careCategories': command.in([...CareCategory.options]) }),
    },
    depth,
  );
}

async function countByGrid(
  database: Context['database'],
  collection: string,
  condition: object,
  depth: number,
): Promise<Map<string, number>> {
  const $ = database.command.aggregate;
  const { list } = (await database
    .collection(collection)
    .aggregate()
    .match(condition)
    .group({ _id: $.ifNull([$.arrayElemAt(['$gridPath', depth]), '$gridId']), households: $.sum(1) })
    .limit(MOST_ROWS)
    .end()) as { list: Counted[] };
  return new Map(list.map(({ _id, households }) => [_id, households]));
}
