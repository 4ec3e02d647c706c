import type * as z from 'zod';
import type { GridProgress, roundsContract } from '../contracts/rounds';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { mayTouchGrid } from '../kernel/scope';
import { readGridsById } from '../township/grid.repository';
import { careFirst } from './care-first';
import { gridsHere, type PlacedGrid } from './grids-here';
import { countHouseholdsByGrid, countOrdersByGrid, readOrdering } from './households.repository';
import type { RoundDocument } from './round.document';
import { readRound } from './round.repository';
import { waitingHousehold } from './waiting-household';

/** One grid is shown by the grids below it, several each by itself. */
const depthOf = (grids: readonly PlacedGrid[]): number =>
  grids.length === 1
    ? (grids[0]?.path.length ?? 0)
    : Math.max(0, ...grids.map(({ path }) => path.length)) - 1;

/** How many of each grid have ordered, the fewest first: two sums, whatever the size of the place. */
export async function showProgress(
  { roundId }: { roundId: string },
  context: Context,
): Promise<{ grids: GridProgress[] }> {
  const round = await readRound(context, roundId);
  const grids = await gridsHere(context, round.gridIds);
  const ids = grids.map(({ _id }) => _id);
  const depth = depthOf(grids);
  const [households, ordered] = await Promise.all([
    countHouseholdsByGrid(context, ids, depth, round.audience),
    countOrdersByGrid(context, roundId, ids, depth),
  ]);
  const names = await readGridsById(context, [...households.keys()]);
  const rows = names.map(({ _id, name }) => ({
    gridId: _id,
    name,
    households: households.get(_id) ?? 0,
    ordered: ordered.get(_id) ?? 0,
  }));
  const share = ({ ordered: orders, households: all }: GridProgress): number =>
    all === 0 ? 1 : orders / all;
  return { grids: rows.sort((a, b) => share(a) - share(b)) };
}

type Input = z.output<typeof roundsContract.notOrdered.input>;
type Output = z.output<typeof roundsContract.notOrdered.output>;

/** One page of the households of a grid that have not ordered, the care categories first. */
export async function listNotOrdered({ roundId, gridId, after }: Input, context: Context): Promise<Output> {
  const round = await readRound(context, roundId);
  const [grid] = await readGridsById(context, [gridId]);
  if (!grid || !mayTouchGrid(context.scope, grid.path)) throw new AppError('NOT_FOUND', '没有找到这个网格');
  context.about({ gridPath: grid.path });
  const { files, next } = await careFirst(
    context,
    await orderingWithin(context, round, grid),
    { after, onlyCare: round.audience === 'care' },
    async (batch) => {
      const ordering = await readOrdering(
        context,
        roundId,
        batch.map(({ _id }) => _id),
      );
      return batch.filter(({ _id }) => !ordering.has(_id));
    },
  );
  return { rows: files.map((file) => waitingHousehold(file, context.vault, null)), next };
}

/** The part of a grid that may order: all of it, or those grids of the round that lie in it. */
async function orderingWithin(context: Context, round: RoundDocument, grid: PlacedGrid): Promise<string[]> {
  if (grid.path.some((id) => round.gridIds.includes(id))) return [grid._id];
  const ordering = await readGridsById(context, round.gridIds);
  return ordering.filter(({ path }) => path.includes(grid._id)).map(({ _id }) => _id);
}
