import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { forgetExport, readExpiredExports } from './export.repository';
import { readJobsBefore, removeJob } from './roster.repository';

const AT_A_TIME = 50;
/** An upload that nobody finished within this is left over; whoever still wants it chooses the file again. */
const HOURS_TO_STAGE = 1;
/** Long enough to put a list of faults right; then its rows, which are personal, go. */
const DAYS_TO_KEEP = 7;

/** Deletes what lies about: exported files, unfinished uploads, old imports. The audit log keeps who did what. */
export async function sweep(_input: object, context: Context): Promise<{ files: number; jobs: number }> {
  const { now, files } = context;
  const exports = await readExpiredExports(context, toTimestamp(now), AT_A_TIME);
  for (const made of exports) {
    await files.remove(made.fileId);
    await forgetExport(context, made);
  }
  const left = await readJobsBefore(context, {
    startedAt: toTimestamp(now.subtract(HOURS_TO_STAGE, 'hour')),
    status: 'staging',
    limit: AT_A_TIME,
  });
  const old = await readJobsBefore(context, {
    startedAt: toTimestamp(now.subtract(DAYS_TO_KEEP, 'day')),
    limit: AT_A_TIME,
  });
  for (const job of left) await files.remove(job.fileId);
  for (const job of [...left, ...old]) await removeJob(context, job._id);
  return { files: exports.length + left.length, jobs: left.length + old.length };
}
