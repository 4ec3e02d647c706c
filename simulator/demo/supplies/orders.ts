import type { Dayjs } from 'dayjs';
import { toTimestamp } from '../../../cloudfunctions/kernel/clock';
import { type OrderDocument, type OrderLine, orderIdOf } from '../../../cloudfunctions/orders/order.document';
import type { RoundDocument } from '../../../cloudfunctions/rounds/round.document';
import type { Enrolled } from '../households';
import type { Random } from '../random';

type Ordering = { round: RoundDocument; at: Dayjs; proxy: { openid: string; name: string } };

/** What a made-up family orders: the things that most families need, most often. */
export function orderOf(enrolled: Enrolled, ordering: Ordering, random: Random): OrderDocument {
  const wanted = ordering.round.items.flatMap((item, position) =>
    random.chance(0.75 - 0.09 * position) ? [{ item, quantity: random.between(1, item.limit) }] : [],
  );
  const [first] = ordering.round.items;
  const lines = wanted.length > 0 || first === undefined ? wanted : [{ item: first, quantity: 1 }];
  return orderWith(
    enrolled,
    ordering,
    lines.map(({ item, quantity }) => lineOf(item.itemId, quantity, item.price)),
  );
}

export const lineOf = (itemId: string, quantity: number, price: number): OrderLine => ({
  itemId,
  quantity,
  price,
  patientId: null,
  allotted: null,
  substitute: null,
  delivered: 0,
  substituteDelivered: 0,
});

/** A household with a phone orders itself; for the others their grid member did, as told on the phone. */
export function orderWith(
  { file, account }: Enrolled,
  { round, at, proxy }: Ordering,
  lines: OrderLine[],
): OrderDocument {
  const sum = lines.reduce((total, { quantity, price }) => total + quantity * price, 0);
  const moment = toTimestamp(at);
  const placedBy: OrderDocument['placedBy'] =
    account === null
      ? { ...proxy, how: 'proxy', told: 'phone' }
      : { openid: account._id, name: file.headName, how: 'member', told: null };
  const care = [...new Set(file.people.flatMap(({ careCategories }) => careCategories))];
  const toDoor = care.includes('limitedMobility');
  const [point] = round.distribution.points;
  const _id = orderIdOf(round._id, file._id);
  return {
    _id,
    roundId: round._id,
    householdId: file._id,
    gridId: file.gridId,
    gridPath: file.gridPath,
    pathNames: file.pathNames,
    headName: file.headName,
    care,
    status: 'placed',
    lines,
    ordered: sum,
    due: sum,
    delivered: 0,
    paid: 0,
    substitutes: true,
    note: '',
    need: null,
    wish: toDoor ? { way: 'door', pointId: null } : { way: 'pickup', pointId: point?.pointId ?? null },
    pickup: null,
    handOver: { status: 'waiting', at: null, byName: null, photo: null },
    placedBy,
    placedAt: moment,
    changedAt: moment,
    version: 1,
    changes: [
      {
        requestId: `demo-${_id}`,
        by: placedBy.openid,
        byName: placedBy.name,
        at: moment,
        what: account === null ? '代订' : '下单',
      },
    ],
  };
}
