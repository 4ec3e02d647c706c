import type { RoundView } from '../contracts/rounds';
import type { Context } from '../kernel/context';
import { scoped } from '../kernel/documents';
import { type OrderDocument, ORDERS } from '../orders/order.document';
import { readGridsById } from '../township/grid.repository';
import { roundCard } from './round-card';
import type { RoundDocument } from './round.document';
import { mayManage } from './round.repository';

/** A round for its staff, with the orders that stand now in the caller's grids: two reads. */
export async function roundView(context: Context, round: RoundDocument): Promise<RoundView> {
  const [orders, grids] = await Promise.all([
    round.status === 'draft'
      ? 0
      : scoped<OrderDocument>(context, ORDERS, null).count({ roundId: round._id, status: 'placed' }),
    readGridsById(context, round.gridIds),
  ]);
  const nameOf = new Map(grids.map(({ _id, name }) => [_id, name]));
  return {
    ...roundCard(round),
    gridId: round.gridId,
    grids: round.gridIds.map((id) => ({ id, name: nameOf.get(id) ?? '' })),
    supplierId: round.supplierId,
    items: round.items,
    autoOpens: round.autoOpens,
    distribution: round.distribution,
    orders,
    demand: round.demand,
    confirmed: round.confirmed,
    short: round.short,
    working: round.job !== null && round.job.step !== 'tell',
    cancelled: round.cancelled,
    openedByName: round.openedBy.name,
    scheduleId: round.scheduleId,
    mine: mayManage(context, round),
    changes: round.changes.map(({ at, byName, what }) => ({ at, byName, what })).reverse(),
    version: round.version,
  };
}
