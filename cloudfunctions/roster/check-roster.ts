import type { RosterJob } from '../contracts/roster';
import type { Context } from '../kernel/context';
import { compareChunk, countsAfter } from './chunk-comparison';
import { type JobDocument, jobView } from './job.document';
import { keepFound, moveJob, readChunk, readJob } from './roster.repository';
import { timeBudget } from '../kernel/time-budget';

/** Goes on with the dry run: what each row would be. It writes to no file; a killed call goes on where the job stands. */
export async function checkRoster({ jobId }: { jobId: string }, context: Context): Promise<RosterJob> {
  const isTimeLeft = timeBudget();
  let job = await readJob(context, jobId);
  while (job.status === 'checking' && isTimeLeft()) {
    const next = await checkChunk(context, job);
    job = (await moveJob(context, job, next)) ? { ...job, ...next } : await readJob(context, jobId);
  }
  return jobView(job);
}

async function checkChunk(context: Context, job: JobDocument): Promise<Partial<JobDocument>> {
  const chunk = await readChunk(context, job._id, job.cursor);
  const compared = await compareChunk(context, job, chunk);
  await keepFound(
    context,
    chunk,
    compared.flatMap(({ faults }) => faults),
  );
  const cursor = job.cursor + 1;
  return {
    cursor,
    done: job.done + chunk.rows,
    counts: countsAfter(job, chunk, compared),
    ...(cursor === job.chunks && { status: 'checked' as const }),
  };
}
