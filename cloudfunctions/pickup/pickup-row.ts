import type { PickupLine, PickupRow } from '../contracts/pickup';
import { placeOf } from '../registration/household-view';
import type { OrderDocument, OrderLine } from '../orders/order.document';
import { shareOf } from '../settlement/book-entry';
import { readingOf } from './name-reading';
import type { Reach } from './reach';

type Whose = Pick<Reach, 'round' | 'isStaff'>;

/** An order as whoever hands it out sees it. What the household's people are like is not in it: no supplier learns who is ill or old. */
export function pickupRow(order: OrderDocument, whose: Whose): PickupRow {
  const { round, isStaff } = whose;
  const { pickup, handOver } = order;
  const slot = round.distribution.slots.find(({ slotId }) => slotId === pickup?.slotId);
  return {
    orderId: order._id,
    headName: order.headName,
    reading: readingOf(order.headName),
    place: placeOf(order.pathNames.slice(1)),
    way: pickup?.way ?? order.wish.way,
    pointId: pickup?.pointId ?? null,
    slotId: pickup?.slotId ?? null,
    date: pickup?.date ?? null,
    from: slot?.from ?? null,
    until: slot?.until ?? null,
    helper: isStaff ? (pickup?.helper?.name ?? null) : null,
    lines: order.lines.map((line) => pickupLine(line, whose)),
    due: order.due,
    delivered: order.delivered,
    paid: order.paid,
    note: order.note,
    handOver: {
      status: handOver.status,
      at: handOver.at,
      byName: handOver.byName,
      hasPhoto: handOver.photo !== null,
    },
    version: order.version,
  };
}

function pickupLine(line: OrderLine, { round }: Pick<Whose, 'round'>): PickupLine {
  const item = round.items.find(({ itemId }) => itemId === line.itemId);
  const instead = round.substitutes[line.itemId];
  return {
    itemId: line.itemId,
    name: item?.name ?? '',
    spec: item?.spec ?? '',
    unit: item?.unit ?? '',
    category: item?.category ?? 'daily',
    photo: item?.photo ?? null,
    price: line.price,
    ordered: line.quantity,
    due: shareOf(line),
    delivered: line.delivered,
    substitute: line.substitute && {
      itemId: line.substitute.itemId,
      name: instead?.name ?? '',
      unit: instead?.unit ?? '',
      price: line.substitute.price,
      due: line.substitute.quantity,
      delivered: line.substituteDelivered,
    },
  };
}
