import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { moveJob, readJob, removeJob } from './roster.repository';

/** Drops an import that isn't applied. Once applying has begun it has to end: half a roster on file would mislead. */
export async function discardRoster(
  { jobId }: { jobId: string },
  context: Context,
): Promise<Record<string, never>> {
  const job = await readJob(context, jobId);
  if (job.status === 'applying' || job.status === 'applied')
    throw new AppError('CONFLICT', '已经开始导入了，不能丢弃');
  // Nobody may start applying what is about to go.
  if (!(await moveJob(context, job, { status: 'staging' })))
    throw new AppError('CONFLICT', '有人正在处理这次导入，请刷新再看');
  await removeJob(context, jobId);
  return {};
}
