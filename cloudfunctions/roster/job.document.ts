import { createHash } from 'node:crypto';
import type { RosterFault, RosterJob, RowOutcome } from '../contracts/roster';

export const JOBS = 'roster_jobs';
export const CHUNKS = 'roster_chunks';
export const EXPORTS = 'roster_exports';

export type Fault = RosterFault;
export type Counts = Record<RowOutcome, number>;

/** One import. Its rows lie in chunks, `cursor` says which is next, and moves in one step with what was done to that chunk. */
export type JobDocument = {
  _id: string;
  gridId: string;
  gridPath: string[];
  fileId: string;
  fileName: string;
  status: 'staging' | RosterJob['status'];
  chunks: number;
  cursor: number;
  rows: number;
  households: number;
  done: number;
  counts: Counts;
  startedAt: string;
  startedBy: string;
  startedByName: string;
};

/** Some households of an import with their rows. */
export type ChunkDocument = {
  _id: string;
  jobId: string;
  gridPath: string[];
  position: number;
  rows: number;
  /** The households as sealed JSON; null once they are on file or too old. */
  sealed: string | null;
  /** Wrong in the sheet itself. */
  wrong: Fault[];
  /** Found while comparing with the files. */
  found: Fault[];
  faultCount: number;
};

/** A file that was made for somebody to download, until the timer deletes it. */
export type ExportDocument = { _id: string; fileId: string; expiresAt: string };

export const noCounts = (): Counts => ({ new: 0, changed: 0, same: 0, duplicate: 0, unlisted: 0, wrong: 0 });

/** The same form from the same phone is the same import. */
export const jobIdOf = (openid: string, requestId: string): string =>
  `j${createHash('sha256').update(`roster:${openid}:${requestId}`).digest('hex').slice(0, 24)}`;

export const chunkIdOf = (jobId: string, position: number): string => `${jobId}:${position}`;

/** What the phone sees of an import that is staged. */
export const jobView = (job: JobDocument): RosterJob => ({
  jobId: job._id,
  fileName: job.fileName,
  status: job.status === 'staging' ? 'checking' : job.status,
  rows: job.rows,
  households: job.households,
  done: job.done,
  counts: job.counts,
  startedAt: job.startedAt,
  startedBy: job.startedByName,
});
