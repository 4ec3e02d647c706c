import type * as z from 'zod';
import type { CareRow, ordersContract } from '../contracts/orders';
import type { Context } from '../kernel/context';
import { careFirst } from '../rounds/care-first';
import { readRound } from '../rounds/round.repository';
import { waitingHousehold } from '../rounds/waiting-household';
import { type OrderDocument, orderIdOf } from './order.document';
import { placedOf } from './order-file';
import { readOrdersById } from './order.repository';

type Input = z.output<typeof ordersContract.careHouseholds.input>;

/** Households of the care categories in my grids that may order in this round, and whether they have. */
export async function listCareHouseholds(
  { roundId, after }: Input,
  context: Context,
): Promise<{ rows: CareRow[]; next: string | null }> {
  const { caller, scope, vault } = context;
  const round = await readRound(context, roundId);
  if (scope.kind !== 'grids') throw new Error('A proxy works in grids');
  const post = caller.posts.find(({ gridId }) => scope.gridIds.includes(gridId));
  context.about({ gridPath: post?.gridPath ?? [] });
  const { files, next } = await careFirst(context, scope.gridIds, { after, onlyCare: true }, async (batch) =>
    Promise.resolve(batch.filter(({ gridPath }) => gridPath.some((id) => round.gridIds.includes(id)))),
  );
  const orders = await readOrdersById(
    context,
    files.map(({ _id }) => orderIdOf(roundId, _id)),
  );
  const byHousehold = new Map(orders.map((order) => [order.householdId, order]));
  const rows = files.map((file): CareRow => {
    const order = byHousehold.get(file._id);
    return { ...waitingHousehold(file, vault, null), order: order ? orderOf(order) : null };
  });
  return { rows, next };
}

const orderOf = (order: OrderDocument): NonNullable<CareRow['order']> => ({
  ...placedOf(order),
  how: order.placedBy.how,
  byName: order.placedBy.name,
});
