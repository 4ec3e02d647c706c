import type * as z from 'zod';
import type { roundsContract } from '../contracts/rounds';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { mayTouchGrid } from '../kernel/scope';
import { careFirst } from './care-first';
import { gridsHere } from './grids-here';
import { readLastSupplied } from './households.repository';
import { readRunningInTown } from './schedule.repository';
import { supplySettings } from './supply-settings';
import { waitingHousehold } from './waiting-household';

type Input = z.output<typeof roundsContract.lacking.input>;
type Output = z.output<typeof roundsContract.lacking.output>;

/** One page of the households of closed-off grids that got nothing for too long. Looked up now: whoever has got something since is not on it. */
export async function listLacking({ after }: Input, context: Context): Promise<Output> {
  const { caller, now, scope, vault } = context;
  const gridPath = caller.posts.find((post) => mayTouchGrid(scope, post.gridPath))?.gridPath ?? [];
  context.about({ gridPath });
  const townId = gridPath[0] ?? '';
  const { daysWithoutSupplies: days } = await supplySettings.read(context, townId);
  const since = toTimestamp(now.subtract(days, 'day'));
  // Where supplies have only just become everybody's only way, nobody has waited yet.
  const running = (await readRunningInTown(context, townId)).filter(({ startedAt }) => startedAt <= since);
  const grids = await gridsHere(
    context,
    running.flatMap(({ plan }) => plan.gridIds),
  );
  if (grids.length === 0) return { rows: [], next: null, days };

  const lastAt = new Map<string, string>();
  const { files, next } = await careFirst(
    context,
    grids.map(({ _id }) => _id),
    { after, onlyCare: running.every(({ plan }) => plan.audience === 'care') },
    async (batch) => {
      const supplied = await readLastSupplied(
        context,
        batch.map(({ _id }) => _id),
      );
      for (const [householdId, at] of supplied) lastAt.set(householdId, at);
      return batch.filter(({ _id }) => (supplied.get(_id) ?? '') < since);
    },
  );
  return {
    rows: files.map((file) => waitingHousehold(file, vault, lastAt.get(file._id) ?? null)),
    next,
    days,
  };
}
