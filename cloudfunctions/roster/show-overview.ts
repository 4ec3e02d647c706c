import type * as z from 'zod';
import type { rosterContract } from '../contracts/roster';
import type { Context } from '../kernel/context';
import { sumBelow } from '../township/coverage.repository';
import { gridView } from '../township/grid.document';
import { registeredOf } from '../township/rules';
import { jobView } from './job.document';
import { readLatestJob, readVillage } from './roster.repository';

type Output = z.output<typeof rosterContract.overview.output>;

/** A village's counts, and its latest import. */
export async function showOverview({ gridId }: { gridId: string }, context: Context): Promise<Output> {
  const village = await readVillage(context, gridId);
  const [rows, job] = await Promise.all([
    sumBelow(context.database, [gridId], village.path.length - 1),
    readLatestJob(context, gridId),
  ]);
  return {
    village: gridView(village),
    known: rows.reduce((sum, { known }) => sum + known, 0),
    rostered: rows.reduce((sum, { rostered }) => sum + rostered, 0),
    registered: rows.reduce((sum, row) => sum + registeredOf(row), 0),
    job: job && jobView(job),
  };
}
