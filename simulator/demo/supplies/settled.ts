import type { Dayjs } from 'dayjs';
import { toTimestamp } from '../../../cloudfunctions/kernel/clock';
import type { Vault } from '../../../cloudfunctions/kernel/vault';
import type { OrderDocument } from '../../../cloudfunctions/orders/order.document';
import { slotKeyOf, type SlotDocument } from '../../../cloudfunctions/pickup/slot.document';
import { settledRound } from '../../../cloudfunctions/rounds/round-file';
import type { RoundDocument } from '../../../cloudfunctions/rounds/round.document';
import type { EntryDocument } from '../../../cloudfunctions/settlement/entry.document';
import type { SettlementDocument } from '../../../cloudfunctions/settlement/settlement.document';
import { demandOf } from './rounds';

type People = { leader: { openid: string; name: string }; supplier: { openid: string; name: string } };

/** A round after everything came, was fetched and paid: nothing short, nothing left. */
export function finishedRound(
  round: RoundDocument,
  orders: readonly OrderDocument[],
  arrivedAt: Dayjs,
): RoundDocument {
  const demand = demandOf(orders);
  return settledRound({
    ...round,
    status: 'settled',
    demand,
    confirmed: Object.fromEntries(
      Object.entries(demand.byItem).map(([itemId, { quantity }]) => [itemId, quantity]),
    ),
    short: { pieces: 0, orders: 0 },
    arrivedAt: toTimestamp(arrivedAt),
    settledAt: toTimestamp(arrivedAt.add(9, 'hour')),
    version: round.version + 6,
  });
}

/** The order as it is after it was handed over and paid, the slots filled one after another. */
export function fetched(
  order: OrderDocument,
  { round, position, by }: { round: RoundDocument; position: number; by: string },
): OrderDocument {
  const slots = round.distribution.slots.filter(({ pointId }) => pointId === order.wish.pointId);
  const slot = slots[position % Math.max(1, slots.length)];
  const at = `${round.distribution.doorDate}T09:${String(10 + (position % 45)).padStart(2, '0')}:00+08:00`;
  return {
    ...order,
    lines: order.lines.map((line) => ({ ...line, allotted: line.quantity, delivered: line.quantity })),
    delivered: order.due,
    paid: order.due,
    pickup: {
      way: order.wish.way,
      pointId: slot?.pointId ?? null,
      slotId: slot?.slotId ?? null,
      date: round.distribution.doorDate,
      helper: null,
    },
    handOver: { status: slot ? 'collected' : 'left', at, byName: by, photo: null },
    version: order.version + 3,
  };
}

export const entryOf = (order: OrderDocument, by: People['supplier']): EntryDocument => ({
  _id: `${order._id}:demo-hand-over`,
  orderId: order._id,
  roundId: order.roundId,
  householdId: order.householdId,
  gridPath: order.gridPath,
  kind: 'handOver',
  delivered: Object.fromEntries(order.lines.map(({ itemId, delivered }) => [itemId, delivered])),
  substituted: {},
  goods: order.delivered,
  money: order.paid,
  method: 'cash',
  reason: '',
  by: by.openid,
  byName: by.name,
  at: order.handOver.at ?? order.changedAt,
  bookedAt: order.handOver.at ?? order.changedAt,
});

export const slotsOf = (round: RoundDocument, orders: readonly OrderDocument[]): SlotDocument[] =>
  round.distribution.slots.map((slot) => ({
    ...slot,
    _id: slotKeyOf(round._id, slot.slotId),
    roundId: round._id,
    gridPath: round.gridPath,
    taken: orders.filter(({ pickup }) => pickup?.slotId === slot.slotId).length,
  }));

export function settlementOf(
  round: RoundDocument,
  orders: readonly OrderDocument[],
  { people: { leader, supplier }, vault }: { people: People; vault: Vault },
): SettlementDocument {
  const at = round.settledAt ?? round.closesAt;
  const sum = (field: 'ordered' | 'due' | 'delivered' | 'paid') =>
    orders.reduce((total, order) => total + order[field], 0);
  const cash = sum('paid');
  return {
    _id: round._id,
    gridPath: round.gridPath,
    counts: [leader, supplier].map((counter) => ({
      ...counter,
      phoneIndex: null,
      papersIndex: null,
      cash,
      at,
    })),
    signature: {
      strokes: vault.seal('signature', 'M20 60L60 20L90 70M110 30L180 34M140 20L132 80'),
      byName: supplier.name,
      openid: supplier.openid,
      at,
    },
    totals: {
      ordered: sum('ordered'),
      due: sum('due'),
      delivered: sum('delivered'),
      paid: cash,
      cash,
      orders: orders.length,
    },
    explanation: '',
    settledBy: { ...leader, at },
    version: 4,
    requests: [],
  };
}
