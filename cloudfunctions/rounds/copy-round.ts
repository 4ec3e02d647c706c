import type * as z from 'zod';
import { readItems } from '../catalogue/item.repository';
import type { roundsContract, RoundView } from '../contracts/rounds';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { addedRound, readSellingSupplier, roundIdOf } from './draft-round';
import { newRound } from './round-file';
import { readRoundGrids } from './round-grids';
import { offeredItems, planFrom } from './round-plan';
import { readManagedRound } from './round.repository';
import { roundView } from './round-view';

type Input = z.output<typeof roundsContract.copy.input>;

/** 再来一批: the same supplier, items, places and hours, at today's prices and on days from now on, as a draft to look over. */
export async function copyRound({ requestId, roundId }: Input, context: Context): Promise<RoundView> {
  const { caller, now } = context;
  const source = await readManagedRound(context, roundId);
  const { grid, grids } = await readRoundGrids(context, source.gridIds);
  const supplier = await readSellingSupplier(context, source.supplierId);
  const items = offeredItems(source.items, await readItems(context, supplier._id));
  if (items.length === 0) throw new AppError('CONFLICT', '那一批的东西都下架了，请另建一批');
  const at = toTimestamp(now);
  const draft = newRound({
    _id: roundIdOf(caller.openid, requestId),
    grid,
    grids,
    supplier,
    form: {
      title: source.title,
      audience: source.audience,
      opensAt: null,
      ...planFrom(source, at),
    },
    items,
    scheduleId: null,
    by: { openid: caller.openid, name: caller.name ?? '' },
    requestId,
    at,
  });
  return roundView(context, await addedRound(context, draft));
}
