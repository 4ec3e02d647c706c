import type * as z from 'zod';
import type { RosterJob } from '../contracts/roster';
import type { rosterContract } from '../contracts/roster';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { GridDocument } from '../township/grid.document';
import { type ChunkDocument, chunkIdOf, type JobDocument, jobIdOf, jobView, noCounts } from './job.document';
import {
  findJob,
  insertChunks,
  insertJob,
  moveJob,
  readLowestGrids,
  readVillage,
  removeJob,
} from './roster.repository';
import { readRoster, type RowGroup } from './roster-rows';
import { readFirstSheet, unreadable } from './sheet';

type Input = z.output<typeof rosterContract.stage.input>;

/** Households in one chunk: what one transaction writes. */
const HOUSEHOLDS_A_CHUNK = 20;

/**
 * Takes over an uploaded roster. The job comes first, so that the timer knows of the file if this call is killed; the file goes last,
 * so that sending the form again can still read it. It holds ID numbers in the clear, so it goes whatever is wrong with it.
 */
export async function stageRoster(input: Input, context: Context): Promise<RosterJob> {
  if (!input.fileId.endsWith(`/${input.requestId}.xlsx`)) throw unreadable('请重新选择表格');
  const village = await readVillage(context, input.gridId);
  context.about({ gridPath: village.path });
  const jobId = jobIdOf(context.caller.openid, input.requestId);
  const present = await findJob(context, jobId);
  if (present && present.status !== 'staging') {
    await context.files.remove(input.fileId);
    return jobView(present);
  }

  const job = present ?? newJob(jobId, input, village, context);
  if (!present) await insertJob(context, job);
  try {
    const groups = await readUploaded(input.fileId, village, context);
    const chunks = chunksOf(job, groups, context);
    await insertChunks(context, chunks);
    const staged: JobDocument = {
      ...job,
      status: 'checking',
      chunks: chunks.length,
      rows: groups.reduce((sum, { rows }) => sum + rows, 0),
      households: groups.length,
    };
    const { _id, ...fields } = staged;
    await moveJob(context, job, fields);
    await context.files.remove(input.fileId);
    return jobView((await findJob(context, _id)) ?? staged);
  } catch (fault) {
    if (!(fault instanceof AppError)) throw fault;
    // The same form twice at once: the other call has read the file and deleted it.
    const standing = await findJob(context, jobId);
    if (standing && standing.status !== 'staging') return jobView(standing);
    await context.files.remove(input.fileId);
    await removeJob(context, jobId);
    throw fault;
  }
}

const newJob = (
  _id: string,
  { fileId, fileName, gridId }: Input,
  village: GridDocument,
  { caller, now }: Context,
): JobDocument => ({
  _id,
  gridId,
  gridPath: village.path,
  fileId,
  fileName,
  status: 'staging',
  chunks: 0,
  cursor: 0,
  rows: 0,
  households: 0,
  done: 0,
  counts: noCounts(),
  startedAt: toTimestamp(now),
  startedBy: caller.openid,
  startedByName: caller.name ?? '',
});

async function readUploaded(fileId: string, village: GridDocument, context: Context): Promise<RowGroup[]> {
  const file = await context.files.read(fileId);
  if (file === null) throw unreadable('文件没有传上来，请重新选择');
  const sheet = await readFirstSheet(file);
  const grids = await readLowestGrids(context, village._id);
  if (grids.length === 0) throw unreadable('这个村还没有分组，请让镇防控办先建好');
  const idByName = new Map(
    grids.flatMap(({ _id, pathNames }) =>
      [0, 1, 2].map((level) => [pathNames.slice(level).join('').replace(/\s+/g, ''), _id] as const),
    ),
  );
  return readRoster(sheet, {
    gridIdOf: (name) => idByName.get(name.replace(/\s+/g, '')) ?? null,
    today: toCalendarDate(context.now),
  });
}

function chunksOf(job: JobDocument, groups: readonly RowGroup[], { vault }: Context): ChunkDocument[] {
  const chunks: ChunkDocument[] = [];
  for (let from = 0; from < groups.length; from += HOUSEHOLDS_A_CHUNK) {
    const part = groups.slice(from, from + HOUSEHOLDS_A_CHUNK);
    const wrong = part.flatMap(({ faults }) => faults);
    chunks.push({
      _id: chunkIdOf(job._id, chunks.length),
      jobId: job._id,
      gridPath: job.gridPath,
      position: chunks.length,
      rows: part.reduce((sum, { rows }) => sum + rows, 0),
      sealed: vault.seal('roster', JSON.stringify(part.flatMap(({ household }) => household ?? []))),
      wrong,
      found: [],
      faultCount: wrong.length,
    });
  }
  return chunks;
}
