import type { Dayjs } from 'dayjs';
import type { Vault } from '../../../cloudfunctions/kernel/vault';
import { type OrderDocument, ORDERS } from '../../../cloudfunctions/orders/order.document';
import { ROUND_SLOTS } from '../../../cloudfunctions/pickup/slot.document';
import { stockOf } from '../../../cloudfunctions/rounds/open-round';
import {
  ROUND_NUMBERS,
  ROUND_STOCK,
  type RoundDocument,
  type RoundNumbers,
  ROUNDS,
  type RoundStockDocument,
} from '../../../cloudfunctions/rounds/round.document';
import { SUPPLY_ENTRIES } from '../../../cloudfunctions/settlement/entry.document';
import { SETTLEMENTS } from '../../../cloudfunctions/settlement/settlement.document';
import type { GridDocument } from '../../../cloudfunctions/township/grid.document';
import type { PostDocument } from '../../../cloudfunctions/township/post.document';
import type { Database } from '../../cloud/database';
import { CAST_FAMILIES } from '../cast';
import type { Enrolled } from '../households';
import { Random } from '../random';
import { lineOf, orderOf, orderWith } from './orders';
import { demandOf, nextCutOff, openRound } from './rounds';
import { entryOf, fetched, finishedRound, settlementOf, slotsOf } from './settled';
import { addSuppliers, itemIdOf, SUPERMARKET } from './suppliers';

type Supplied = {
  seed: number;
  vault: Vault;
  now: Dayjs;
  at: string;
  town: GridDocument;
  village: GridDocument;
  posts: readonly PostDocument[];
  /** The village's households. */
  enrolled: readonly Enrolled[];
};

/** Of the households of the village: how many ordered in the round before, and how many have so far in the one that is open. */
const ORDERED_BEFORE = 0.7;
const ORDERED_SO_FAR = 0.35;
/** What the village's first family had last time: 4 样，113.5 元. */
const LAST_TIME = ['vegetables', 'pork', 'eggs', 'rice'];
/** What is left now of what the supplier has little of. */
const LEFT = { pork: 3, eggs: 52, rice: 0 };

/** A supermarket and a pharmacy, the village's round that is open, and the one before it, settled. */
export function addSupplies(database: Database, supplied: Supplied): void {
  const { town, village, posts, now, at, vault, enrolled } = supplied;
  const random = new Random(supplied.seed + 8);
  const holder = (role: PostDocument['role'], gridId: string) => {
    const post = posts.find((one) => one.role === role && one.gridId === gridId);
    return { openid: post?.openid ?? '', name: post?.name ?? '' };
  };
  const leader = holder('gridLeader', village._id);
  const supplier = holder('supplier', town._id);
  addSuppliers(database, { town, posts, vault, at, by: holder('townOfficer', town._id).openid });

  const households = enrolled.filter(({ file }) => file.status === 'verified');
  const family = households.find(({ account }) => account?._id === CAST_FAMILIES[0]?.openid);
  const crowd = households.filter((one) => one !== family);
  const ordering = (round: RoundDocument, { file }: Enrolled, moment: Dayjs) => ({
    round,
    at: moment,
    proxy: holder('gridMember', file.gridId),
  });

  const closesAt = nextCutOff(now);
  const cutOffBefore = closesAt.subtract(5, 'day');
  const before = openRound(village, {
    number: 7,
    opensAt: cutOffBefore.subtract(1, 'day').hour(9),
    closesAt: cutOffBefore,
    openedBy: leader,
  });
  const placedBefore = [
    ...(family
      ? [orderWith(family, ordering(before, family, cutOffBefore.subtract(3, 'hour')), lastTime(before))]
      : []),
    ...crowd
      .filter(() => random.chance(ORDERED_BEFORE))
      .map((one) =>
        orderOf(one, ordering(before, one, cutOffBefore.subtract(random.between(5, 1400), 'minute')), random),
      ),
  ];
  const settled = finishedRound(before, placedBefore, cutOffBefore.add(1, 'day').hour(8));
  const fetchedOrders = placedBefore.map((order, position) =>
    fetched(order, { round: settled, position, by: supplier.name }),
  );

  const opensAt = now.subtract(1, 'day').hour(9).minute(0).second(0).millisecond(0);
  const open = openRound(village, { number: 8, opensAt, closesAt, openedBy: leader });
  const placed = crowd
    .filter(() => random.chance(ORDERED_SO_FAR))
    .map((one) => orderOf(one, ordering(open, one, opensAt.add(random.between(2, 420), 'minute')), random));
  const stocked = withStock(open, placed);

  database.insertMany(ROUNDS, [settled, stocked]);
  const numbers: RoundNumbers = { _id: village._id, last: open.number };
  database.insertMany(ROUND_NUMBERS, [numbers]);
  database.insertMany(ROUND_STOCK, [takenStock(settled, fetchedOrders), takenStock(stocked, placed)]);
  database.insertMany(ORDERS, [...fetchedOrders, ...placed]);
  database.insertMany(ROUND_SLOTS, slotsOf(settled, fetchedOrders));
  database.insertMany(
    SUPPLY_ENTRIES,
    fetchedOrders.map((order) => entryOf(order, supplier)),
  );
  database.insertMany(SETTLEMENTS, [
    settlementOf(settled, fetchedOrders, { people: { leader, supplier }, vault }),
  ]);
}

const lastTime = ({ items }: RoundDocument) =>
  items
    .filter(({ itemId }) => LAST_TIME.some((ware) => itemIdOf(SUPERMARKET, ware) === itemId))
    .map(({ itemId, price }) => lineOf(itemId, 1, price));

/** As much stock as leaves what the demo wants to show: little of one, none of another. */
function withStock(round: RoundDocument, orders: readonly OrderDocument[]): RoundDocument {
  const { byItem } = demandOf(orders);
  const left = new Map(Object.entries(LEFT).map(([ware, count]) => [itemIdOf(SUPERMARKET, ware), count]));
  return {
    ...round,
    items: round.items.map((item) => {
      const count = left.get(item.itemId);
      return count === undefined ? item : { ...item, stock: count + (byItem[item.itemId]?.quantity ?? 0) };
    }),
  };
}

function takenStock(round: RoundDocument, orders: readonly OrderDocument[]): RoundStockDocument {
  const { byItem } = demandOf(orders);
  const full = stockOf(round);
  const takenAt = orders.reduce((last, { changedAt }) => (changedAt > last ? changedAt : last), '');
  return {
    ...full,
    open: round.status === 'open',
    remaining: Object.fromEntries(
      Object.entries(full.remaining).map(([itemId, count]) => [
        itemId,
        count - (byItem[itemId]?.quantity ?? 0),
      ]),
    ),
    takenAt,
    countedAt: takenAt,
  };
}
