import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { mayTouchGrid } from '../kernel/scope';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { type GridDocument, GRIDS, takesHouseholds } from '../township/grid.document';
import { type ChunkDocument, chunkIdOf, CHUNKS, type JobDocument, JOBS } from './job.document';

/** The village, if the caller's role reaches it; anything else is answered like none at all. */
export async function readVillage({ database, scope }: Context, gridId: string): Promise<GridDocument> {
  const grid = await unscoped<GridDocument>(database, GRIDS).get(gridId);
  if (grid?.level !== 'village' || !mayTouchGrid(scope, grid.path))
    throw new AppError('NOT_FOUND', '没有找到这个村');
  return grid;
}

const MOST_GRIDS = 1000;

/** The grids of a village in which households live. */
export const readLowestGrids = async ({ database }: Context, villageId: string): Promise<GridDocument[]> =>
  (await unscoped<GridDocument>(database, GRIDS).find({ path: villageId }, { limit: MOST_GRIDS })).filter(
    takesHouseholds,
  );

const jobsOf = (context: Context) => scoped<JobDocument>(context, JOBS, null);

/** An import of a village within the caller's reach; throws NOT_FOUND for any other. */
export async function readJob(context: Context, jobId: string): Promise<JobDocument> {
  const job = await jobsOf(context).get(jobId);
  if (!job || job.status === 'staging') throw new AppError('NOT_FOUND', '没有找到这次导入，请重新选择表格');
  context.about({ gridPath: job.gridPath });
  return job;
}

/** A staged import in whatever state, for the form that made it. */
export const findJob = async (context: Context, jobId: string): Promise<JobDocument | null> =>
  jobsOf(context).get(jobId);

export async function readLatestJob(context: Context, gridId: string): Promise<JobDocument | null> {
  const [job] = await jobsOf(context).find({ gridId }, { orderBy: [['startedAt', 'desc']], limit: 1 });
  return job && job.status !== 'staging' ? job : null;
}

export const insertJob = async (context: Context, job: JobDocument): Promise<boolean> =>
  jobsOf(context).insert(job);

/** Moves a job on if it still stands where the caller saw it; false when somebody else was faster. */
export const moveJob = async (
  context: Context,
  { _id, status, cursor }: JobDocument,
  change: Partial<JobDocument>,
): Promise<boolean> => {
  // `set` because the SDK would merge counts into counts, and those may hold fewer keys one day.
  const { counts, ...plain } = change;
  const whole = { ...plain, ...(counts && { counts: context.database.command.set(counts) }) };
  return (await jobsOf(context).update({ _id, status, cursor }, whole)) === 1;
};

const chunksOf = (context: Context) => scoped<ChunkDocument>(context, CHUNKS, null);

const AT_A_TIME = 10;

/** Writes an import's rows. What is there already came from the same form. */
export async function insertChunks(context: Context, chunks: readonly ChunkDocument[]): Promise<void> {
  for (let from = 0; from < chunks.length; from += AT_A_TIME)
    await Promise.all(chunks.slice(from, from + AT_A_TIME).map((chunk) => chunksOf(context).insert(chunk)));
}

export async function readChunk(context: Context, jobId: string, position: number): Promise<ChunkDocument> {
  const chunk = await chunksOf(context).get(chunkIdOf(jobId, position));
  if (!chunk) throw new Error('A part of an import is not there');
  return chunk;
}

export async function keepFound(
  context: Context,
  chunk: ChunkDocument,
  found: ChunkDocument['found'],
): Promise<void> {
  const faultCount = chunk.wrong.length + found.length;
  await chunksOf(context).update({ _id: chunk._id }, { found, faultCount });
}

/** Chunks with faults from a position on. */
export const readFaultyChunks = async (
  context: Context,
  jobId: string,
  { from, limit }: { from: number; limit: number },
): Promise<ChunkDocument[]> => {
  const { command } = context.database;
  return chunksOf(context).find(
    { jobId, position: command.gte(from), faultCount: command.gt(0) },
    { orderBy: [['position', 'asc']], limit },
  );
};

/** Removes an import and its rows; the rows first, so that a cut in between leaves something to come back to. */
export async function removeJob(context: Context, jobId: string): Promise<void> {
  await chunksOf(context).remove({ jobId });
  await jobsOf(context).remove({ _id: jobId });
}

/** Files by their ids wherever they are: a rostered file's id says itself which village it is of. */
export const readFilesById = async (
  { database }: Context,
  ids: readonly string[],
): Promise<HouseholdDocument[]> =>
  ids.length === 0
    ? []
    : unscoped<HouseholdDocument>(database, HOUSEHOLDS).find(
        { _id: database.command.in([...ids]) },
        { limit: ids.length },
      );

/** Imports that began before a moment, oldest first; for the timer. */
export const readJobsBefore = async (
  context: Context,
  { startedAt, status, limit }: { startedAt: string; status?: JobDocument['status']; limit: number },
): Promise<JobDocument[]> =>
  jobsOf(context).find(
    { startedAt: context.database.command.lt(startedAt), ...(status !== undefined && { status }) },
    { orderBy: [['startedAt', 'asc']], limit },
  );
