import type { ShopView } from '../contracts/orders';
import type { Context } from '../kernel/context';
import { isObserved } from '../purchase/purchase.repository';
import type { HouseholdDocument } from '../registration/household.document';
import { readFile } from '../registration/registration.repository';
import { roundCard } from '../rounds/round-card';
import { ENDLESS, type RoundDocument, type RoundStockDocument } from '../rounds/round.document';
import { readRoundForHousehold, readRoundsById } from '../rounds/round.repository';
import { memberOf, type Writer } from './buyer';
import { orderIdOf } from './order.document';
import { orderView } from './order-view';
import { findOrder, readOrdersOfHousehold } from './order.repository';
import { readStock } from './reserve';
import { roundRefusal } from './round-refusal';

/** So many orders back one looks for what was ordered the last time. */
const LOOKED_BACK = 5;

/** The shop page of a round, for one's own household. */
export const showShop = async ({ roundId }: { roundId: string }, context: Context): Promise<ShopView> =>
  shopOf(roundId, memberOf(context), context);

export const showShopFor = async (
  { roundId, householdId }: { roundId: string; householdId: string },
  context: Context,
): Promise<ShopView> => {
  context.about({ householdId });
  return shopOf(roundId, { householdId, how: 'proxy' }, context);
};

async function shopOf(
  roundId: string,
  { householdId, how }: Pick<Writer, 'householdId' | 'how'>,
  context: Context,
): Promise<ShopView> {
  const file = await readFile(context, householdId);
  context.about({ gridPath: file.gridPath });
  const [round, stock, order, doorOnly, last] = await Promise.all([
    readRoundForHousehold(context, file, roundId),
    readStock(context, roundId),
    findOrder(context, orderIdOf(roundId, householdId)),
    isObserved(context, householdId),
    readLast(context, file, roundId),
  ]);
  return {
    round: roundCard(round),
    items: itemsOf(round, stock),
    distribution: round.distribution,
    householdId,
    headName: file.headName,
    order: order && orderView(order, round, context),
    last: last && { ...last, lines: offeredOf(last.lines, round) },
    doorOnly,
    people: file.people.map(({ personId, name }) => ({ personId, name })),
    refusal: roundRefusal(file, round, how, context),
  };
}

const itemsOf = ({ items }: RoundDocument, stock: RoundStockDocument | null): ShopView['items'] =>
  items.map((item) => {
    const left = stock?.remaining[item.itemId] ?? 0;
    return {
      ...item,
      // Prices and limits are the stock's: that is what an order is held against.
      price: stock?.price[item.itemId] ?? item.price,
      limit: stock?.limit[item.itemId] ?? item.limit,
      left: item.stock === null || left > ENDLESS / 2 ? null : Math.max(0, left),
    };
  });

type Lines = { itemId: string; quantity: number }[];

/** What the household ordered the last time, in whatever round. */
async function readLast(
  context: Context,
  { _id }: HouseholdDocument,
  roundId: string,
): Promise<{ roundTitle: string; lines: Lines } | null> {
  const orders = await readOrdersOfHousehold(context, _id, { limit: LOOKED_BACK });
  const last = orders.find((order) => order.roundId !== roundId && order.status === 'placed');
  if (!last) return null;
  const [round] = await readRoundsById(context, [last.roundId]);
  return {
    roundTitle: round?.title ?? '',
    lines: last.lines.map(({ itemId, quantity }) => ({ itemId, quantity })),
  };
}

/** As far as this round has it, and no more than it allows. */
const offeredOf = (lines: Lines, { items }: RoundDocument): Lines =>
  lines.flatMap(({ itemId, quantity }) => {
    const item = items.find((one) => one.itemId === itemId);
    return item ? [{ itemId, quantity: Math.min(quantity, item.limit) }] : [];
  });
