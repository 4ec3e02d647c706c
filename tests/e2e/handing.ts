import type { SupplierDocument } from '../../cloudfunctions/catalogue/supplier.document';
import { toTimestamp, chinaTime } from '../../cloudfunctions/kernel/clock';
import type { OrderDocument } from '../../cloudfunctions/orders/order.document';
import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import type { RoundDocument } from '../../cloudfunctions/rounds/round.document';
import type { EntryDocument } from '../../cloudfunctions/settlement/entry.document';
import type { GridDocument } from '../../cloudfunctions/township/grid.document';
import { orderLine, putShare } from '../support/arrived-rounds';
import { putOpenRound, roundItem } from '../support/rounds';
import type { Township } from '../support/township';
import type { Town } from './town';

const TITLE = '今天发的菜';
const HOUSEHOLDS = 24;
const DOORS = 4;
/** Whose goods are handed over already, in the order of `files`. */
const FETCHED = 7;
const PAID = 2 * 2500 + 2350;

const VEGETABLES = roundItem('veg', { name: '蔬菜包' });
const EGGS = roundItem('egg', { name: '鸡蛋', spec: '30 个一板', unit: '板', category: 'meatEggsMilk', price: 2350 }); // prettier-ignore
const RICE = roundItem('rice', {
  name: '大米',
  spec: '10 斤一袋',
  unit: '袋',
  category: 'staples',
  price: 3800,
});

/** 柳溪村, as `putOpenRound` wants to know it. */
function liuxi({ simulator, documents }: Town): Pick<Township, 'simulator' | 'documents' | 'here'> {
  const grids = documents<GridDocument>('grids');
  const village = grids.find(({ name }) => name === '柳溪村')!;
  const team = grids.find(({ _id }) => _id === 't1-v1-g3')!;
  const file = documents<HouseholdDocument>('households').find(({ headName }) => headName === '李建国')!;
  return {
    simulator,
    documents,
    here: {
      gridId: village._id,
      name: village.name,
      gridPath: village.path,
      team: { gridId: team._id, name: team.name, gridPath: team.path },
      householdId: file._id,
      resident: 'o-li-jianguo',
    },
  };
}

/** A round of 惠民超市 that is being handed out in 柳溪村 today: some at the points, some at their doors; eggs came short. Made once. */
export function putHandingRound(town: Town): { round: RoundDocument; orders: OrderDocument[] } {
  const { documents, simulator } = town;
  const made = documents<RoundDocument>('rounds').find(({ title }) => title === TITLE);
  const ofRound = (roundId: string) =>
    documents<OrderDocument>('orders').filter((order) => order.roundId === roundId);
  if (made) return { round: made, orders: ofRound(made._id) };
  const village = liuxi(town);
  const supplier = documents<SupplierDocument>('suppliers').find(({ name }) => name.startsWith('惠民'))!;
  const now = chinaTime(simulator.clock.now());
  const round = putOpenRound(village, {
    supplierId: supplier._id,
    items: [VEGETABLES, EGGS, RICE],
    changes: {
      title: TITLE,
      number: 7,
      status: 'distributing',
      arrivedAt: toTimestamp(now.subtract(1, 'hour')),
      substitutes: {
        egg: { itemId: 'tofu', quantity: 10, name: '豆腐', spec: '一板', unit: '板', price: 2000 },
      },
      confirmed: { veg: 60, egg: 20, rice: 30 },
    },
  });
  const files = documents<HouseholdDocument>('households')
    .filter(({ gridPath, status }) => gridPath.includes('t1-v1-g3') && status === 'verified')
    .sort((a, b) => Number(b.headName === '李建国') - Number(a.headName === '李建国'))
    .slice(0, HOUSEHOLDS);
  const { slots, doorDate } = round.distribution;
  files.forEach(({ _id }, at) => {
    const slot = slots[at % slots.length]!;
    const isDone = at === FETCHED;
    const isDoor = at > 0 && at <= DOORS;
    putShare(village, round, {
      householdId: _id,
      lines: [
        orderLine(round, 'veg', { quantity: 2, allotted: 2, delivered: isDone ? 2 : 0 }),
        orderLine(round, 'egg', { allotted: at % 3 === 0 ? 0 : 1, delivered: isDone ? 1 : 0, substitute: at % 3 === 0 ? { itemId: 'tofu', quantity: 1, price: 2000 } : null }), // prettier-ignore
        ...(at % 2 === 0 ? [orderLine(round, 'rice')] : []),
      ],
      changes: {
        ...(isDone && { delivered: PAID, paid: PAID, handOver: { status: 'collected', at: round.arrivedAt, byName: '唐波', photo: null } }), // prettier-ignore
        note: at === 0 ? '家里没人，放邻居王桂英家也行' : '',
        pickup: isDoor
          ? { way: 'door', pointId: null, slotId: null, date: doorDate, helper: null }
          : {
              way: 'pickup',
              pointId: slot.pointId,
              slotId: slot.slotId,
              date: slot.date,
              helper: at === 5 ? { openid: 'o-zhang-li', name: '张丽' } : null,
            },
      },
    });
  });
  letFetch(town, files[FETCHED]!._id, round);
  return { round, orders: ofRound(round._id) };
}

/** The order that has been handed over and paid already. */
export const fetchedOrder = (town: Town): OrderDocument =>
  putHandingRound(town).orders.find(({ handOver }) => handOver.status === 'collected')!;

/** Everything was handed over and paid in cash a moment ago. */
function letFetch({ simulator, documents }: Town, householdId: string, round: RoundDocument): void {
  const id = `${round._id}:${householdId}`;
  const order = documents<OrderDocument>('orders').find(({ _id }) => _id === id)!;
  const at = toTimestamp(chinaTime(simulator.clock.now()));
  simulator.database.insertMany('supply_entries', [
    {
      _id: `${id}:straight-in`,
      orderId: id,
      roundId: round._id,
      householdId,
      gridPath: order.gridPath,
      kind: 'handOver',
      delivered: Object.fromEntries(order.lines.map(({ itemId, allotted }) => [itemId, allotted ?? 0])),
      substituted: {},
      goods: order.due,
      money: order.due,
      method: 'cash',
      reason: '',
      by: 'o-tang-bo',
      byName: '唐波',
      at,
      bookedAt: at,
    } satisfies EntryDocument,
  ]);
}
