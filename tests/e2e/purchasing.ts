import type { ItemDocument } from '../../cloudfunctions/catalogue/item.document';
import type { SupplierDocument } from '../../cloudfunctions/catalogue/supplier.document';
import type { OrderDocument } from '../../cloudfunctions/orders/order.document';
import type { RoundDocument } from '../../cloudfunctions/rounds/round.document';
import type { GridDocument } from '../../cloudfunctions/township/grid.document';
import { householdsOf, orderOf, putOrders } from '../support/placed-orders';
import { putOpenRound, roundItem } from '../support/rounds';
import type { Township } from '../support/township';
import type { Town } from './town';

type State = 'summed' | 'short';
const TITLES: Readonly<Record<State, string>> = { summed: '周末的菜', short: '周三的菜' };
const HOUSEHOLDS = 40;

export const VEG_AND_EGGS = [
  roundItem('veg', { name: '蔬菜包' }),
  roundItem('egg', { name: '鸡蛋', spec: '30 个一板', unit: '板', category: 'meatEggsMilk', price: 2350 }),
];

/** 柳溪村, where the rounds of these journeys are, its supplier 惠民超市, and its households. */
export function marketOf({ documents, simulator }: Pick<Town, 'documents' | 'simulator'>) {
  const grid = documents<GridDocument>('grids').find(({ name }) => name === '柳溪村')!;
  const supplier = documents<SupplierDocument>('suppliers').find(({ name }) => name.startsWith('惠民'))!;
  const where = { simulator, documents, here: { gridPath: grid.path } } as unknown as Township;
  return { where, supplier, households: householdsOf(where, grid._id) };
}

/** 惠民超市's round in 柳溪村 after cut-off: what comes is not known yet, or some eggs are missing and not everybody has a time. Made once. */
export function putPurchase(town: Town, state: State): RoundDocument {
  const { documents } = town;
  const made = documents<RoundDocument>('rounds').find(({ title }) => title === TITLES[state]);
  if (made) return made;
  const { where, supplier, households } = marketOf(town);
  const files = households.slice(0, HOUSEHOLDS);
  const isShort = state === 'short';
  const cabbage = documents<ItemDocument>('items').find(({ supplierId }) => supplierId === supplier._id)!;
  const { name, spec, unit } = cabbage;
  const round = putOpenRound(where, {
    supplierId: supplier._id,
    items: [
      ...VEG_AND_EGGS,
      roundItem('oil', { name: '菜籽油', spec: '5 升一桶', unit: '桶', category: 'staples', price: 6990 }),
    ],
    changes: {
      title: TITLES[state],
      number: isShort ? 6 : 5,
      status: isShort ? 'purchasing' : 'closed',
      demand: {
        orders: HOUSEHOLDS,
        amount: 60 * 2500 + 20 * 2350,
        byItem: {
          veg: { quantity: 60, orders: HOUSEHOLDS },
          egg: { quantity: 20, orders: 20 },
          oil: { quantity: 0, orders: 0 },
        },
      },
      slotting: { pickup: HOUSEHOLDS, door: 0, unplaced: 0 },
      ...(isShort && {
        confirmed: { veg: 60, egg: 12 },
        short: { pieces: 5, orders: 5 },
        substitutes: { egg: { itemId: cabbage._id, name, spec, unit, quantity: 3, price: 2000 } },
      }),
    },
  });
  putOrders(
    where,
    files.map((file, at) => {
      const order = orderOf(where, round, file, { veg: 1 + (at % 2), ...(at % 2 === 0 && { egg: 1 }) });
      return isShort ? afterShortage(order, round, at) : { ...order, pickup: pickupIn(round, at) };
    }),
  );
  return round;
}

/** Every fifth goes to the door; in a short round the last three have no time. */
function pickupIn({ distribution }: RoundDocument, at: number): OrderDocument['pickup'] {
  const slot = distribution.slots[at % distribution.slots.length]!;
  const { doorDate: date } = distribution;
  if (at % 5 === 0) return { way: 'door', pointId: null, slotId: null, date, helper: null };
  return { way: 'pickup', pointId: slot.pointId, slotId: slot.slotId, date: slot.date, helper: null };
}

const afterShortage = (order: OrderDocument, round: RoundDocument, at: number): OrderDocument => ({
  ...order,
  pickup: at >= HOUSEHOLDS - 3 ? null : pickupIn(round, at),
  lines: order.lines.map((line) => ({
    ...line,
    allotted: line.itemId === 'egg' && at >= 24 ? 0 : line.quantity,
    substitute:
      line.itemId === 'egg' && at >= 24 && at < 30
        ? { itemId: round.substitutes.egg!.itemId, quantity: 1, price: 2000 }
        : null,
  })),
});
