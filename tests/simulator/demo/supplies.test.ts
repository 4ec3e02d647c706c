import type { OrderDocument } from '../../../cloudfunctions/orders/order.document';
import {
  ENDLESS,
  type RoundDocument,
  type RoundStockDocument,
} from '../../../cloudfunctions/rounds/round.document';
import type { EntryDocument } from '../../../cloudfunctions/settlement/entry.document';
import type { SettlementDocument } from '../../../cloudfunctions/settlement/settlement.document';
import { useDemo } from '../../support/demo';

const NOW = Date.parse('2026-11-21T15:10:00+08:00');
const all = useDemo(NOW);
const ordersOf = ({ _id }: RoundDocument) =>
  all<OrderDocument>('orders').filter(({ roundId }) => roundId === _id);
const round = (status: string) => all<RoundDocument>('rounds').find((one) => one.status === status)!;

test('one round is open for hours still, and no household has ordered more of anything than it has', () => {
  const open = round('open');
  expect(Date.parse(open.closesAt) - NOW).toBeGreaterThan(2 * 3_600_000);
  const orders = ordersOf(open);
  expect(orders.length).toBeGreaterThan(20);
  const stock = all<RoundStockDocument>('round_stock').find(({ _id }) => _id === open._id)!;
  for (const { itemId, limit, stock: count, price } of open.items) {
    const lines = orders.flatMap(({ lines }) => lines).filter((line) => line.itemId === itemId);
    const ordered = lines.reduce((sum, { quantity }) => sum + quantity, 0);
    expect(Math.max(...lines.map(({ quantity }) => quantity))).toBeLessThanOrEqual(limit);
    expect(stock.price[itemId]).toBe(price);
    expect(stock.remaining[itemId]).toBe((count ?? ENDLESS) - ordered);
  }
  const left = Object.values(stock.remaining).sort((a, b) => a - b);
  expect(left.slice(0, 3)).toEqual([0, 3, 52]);
});

test('the round before is settled, and its three totals agree', () => {
  const settled = round('settled');
  const orders = ordersOf(settled);
  const sum = (field: 'ordered' | 'due' | 'delivered' | 'paid') =>
    orders.reduce((total, order) => total + order[field], 0);
  const [settlement] = all<SettlementDocument>('settlements');
  const entries = all<EntryDocument>('supply_entries');
  expect(sum('ordered')).toBe(settled.demand?.amount);
  for (const total of [sum('due'), sum('delivered'), sum('paid'), settlement?.totals?.cash])
    expect(total).toBe(sum('ordered'));
  expect(entries.reduce((total, { money }) => total + money, 0)).toBe(sum('paid'));
  expect(new Set(settlement?.counts.map(({ openid }) => openid)).size).toBe(2);
});

test('what 李建国 had last time can be ordered again, but for the rice, which is sold out', () => {
  const mine = ordersOf(round('settled')).find(({ placedBy }) => placedBy.openid === 'o-li-jianguo');
  expect(mine?.lines).toHaveLength(4);
  expect(mine?.ordered).toBe(11350);
  expect(ordersOf(round('open')).some(({ householdId }) => householdId === mine?.householdId)).toBe(false);
});
