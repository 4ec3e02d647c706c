import type { RosterJob } from '../contracts/roster';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { HouseholdDocument } from '../registration/household.document';
import { compareChunk, countsAfter } from './chunk-comparison';
import { type Compared, isNothingToWrite } from './comparison';
import { type JobDocument, jobView, noCounts } from './job.document';
import { moveJob, readChunk, readFilesById, readJob, readLowestGrids } from './roster.repository';
import { newRosteredFile, refreshedFile, reopenedFile, rosteredIdOf } from './rostered-file';
import { timeBudget } from '../kernel/time-budget';
import { type FileWrite, MovedMeanwhile, writeChunk } from './write-chunk';

/** Somebody registers while we import: the chunk is compared again, and that soon settles. */
const ATTEMPTS = 5;

/**
 * Puts a checked roster on file, chunk by chunk. Each chunk's files, counters and the job's cursor move in one transaction: a killed call
 * goes on behind the last whole chunk, and two people who press at once apply each chunk once.
 */
export async function applyRoster({ jobId }: { jobId: string }, context: Context): Promise<RosterJob> {
  const isTimeLeft = timeBudget();
  let job = await readJob(context, jobId);
  if (job.status === 'checking') throw new AppError('CONFLICT', '还没有检查完，请先检查');
  if (job.status === 'checked') job = await start(context, job);
  const places = new Map((await readLowestGrids(context, job.gridId)).map((grid) => [grid._id, grid]));

  for (let attempt = 1; job.status === 'applying' && isTimeLeft();) {
    try {
      job = await applyChunk(context, job, places);
      attempt = 1;
    } catch (fault) {
      if (!(fault instanceof MovedMeanwhile) || attempt === ATTEMPTS) throw fault;
      attempt += 1;
      job = await readJob(context, jobId);
    }
  }
  return jobView(job);
}

async function start(context: Context, job: JobDocument): Promise<JobDocument> {
  const beginning = { status: 'applying' as const, cursor: 0, done: 0, counts: noCounts() };
  return (await moveJob(context, job, beginning)) ? { ...job, ...beginning } : readJob(context, job._id);
}

type Places = Awaited<ReturnType<typeof readLowestGrids>>[number];

async function applyChunk(
  context: Context,
  job: JobDocument,
  places: ReadonlyMap<string, Places>,
): Promise<JobDocument> {
  const chunk = await readChunk(context, job._id, job.cursor);
  // Its rows are gone because somebody else just applied it.
  if (chunk.sealed === null) throw new MovedMeanwhile();
  const compared = await compareChunk(context, job, chunk);
  const writes = await writesOf(context, job, compared, places);
  const cursor = job.cursor + 1;
  const next: JobDocument = {
    ...job,
    cursor,
    done: job.done + chunk.rows,
    counts: countsAfter(job, chunk, compared),
    status: cursor === job.chunks ? 'applied' : 'applying',
  };
  const found = compared.flatMap(({ faults }) => faults);
  await writeChunk(context, {
    before: job,
    job: next,
    chunk: { ...chunk, sealed: null, found, faultCount: chunk.wrong.length + found.length },
    writes,
  });
  return next;
}

async function writesOf(
  context: Context,
  job: JobDocument,
  compared: readonly Compared[],
  places: ReadonlyMap<string, Places>,
): Promise<FileWrite[]> {
  const toWrite = compared.filter((household) => !isNothingToWrite(household));
  const newIds = toWrite
    .filter(({ file }) => file === null)
    .map(({ rows }) => rosteredIdOf(job.gridId, rows[0]?.papersIndex ?? ''));
  const byId = new Map((await readFilesById(context, newIds)).map((file) => [file._id, file]));
  return toWrite.map((household) => {
    const grid = places.get(household.household.gridId);
    if (grid === undefined) throw new AppError('CONFLICT', '本村的组变了。请重新选择表格，再检查一遍');
    const place = { gridId: grid._id, gridPath: grid.path, pathNames: grid.pathNames };
    const how = { job, place, context };
    const { file } = household;
    if (file !== null) return { before: file, after: refreshedFile(file, household, how) };
    const fresh = newRosteredFile(household, how);
    const closed: HouseholdDocument | undefined = byId.get(fresh._id);
    return closed ? { before: closed, after: reopenedFile(closed, fresh) } : { before: null, after: fresh };
  });
}
