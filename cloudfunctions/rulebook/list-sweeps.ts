import type { SweepView } from '../contracts/rulebook';
import type { Context } from '../kernel/context';
import { sweepView } from './rulebook-view';
import { readLatestSweeps } from './sweep.repository';
import { ownTown } from './town';

const MOST_SHOWN = 20;

/** The latest sweeps of the town, and how far they are. */
export async function listSweeps(_input: object, context: Context): Promise<{ sweeps: SweepView[] }> {
  const sweeps = await readLatestSweeps(context, ownTown(context), MOST_SHOWN);
  return { sweeps: sweeps.map(sweepView) };
}
