import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import type { Transaction } from '../kernel/transaction';
import { type SweepDocument, SWEEPS } from './sweep.document';

type Reader = Pick<Context, 'database'>;
const sweepsOf = ({ database }: Reader) => unscoped<SweepDocument>(database, SWEEPS);

export const sweepIdOf = (subject: string): string => `${subject}:sweep`;

/** Starts a sweep in the transaction of the approval that asks for it. */
export const beginSweep = async (
  transaction: Transaction,
  { caller, now }: Pick<Context, 'caller' | 'now'>,
  sweep: Pick<SweepDocument, 'gridPath' | 'kind' | 'subject' | 'title'>,
): Promise<void> =>
  transaction.put(SWEEPS, {
    _id: sweepIdOf(sweep.subject),
    ...sweep,
    status: 'running',
    cursor: null,
    looked: 0,
    redecided: 0,
    found: 0,
    startedAt: toTimestamp(now),
    startedByName: caller.name ?? '',
    finishedAt: null,
  } satisfies SweepDocument);

export const readSweep = async (reader: Reader, sweepId: string): Promise<SweepDocument | null> =>
  sweepsOf(reader).get(sweepId);

/** Sweeps that are not through, oldest first. */
export const readRunning = async (reader: Reader, limit: number): Promise<SweepDocument[]> =>
  sweepsOf(reader).find({ status: 'running' }, { orderBy: [['startedAt', 'asc']], limit });

export const readLatestSweeps = async (
  reader: Reader,
  townId: string,
  limit: number,
): Promise<SweepDocument[]> =>
  sweepsOf(reader).find({ gridPath: townId }, { orderBy: [['startedAt', 'desc']], limit });

/** Moves a sweep on if it still stands where the caller saw it; false when another call was faster. */
export const moveSweep = async (
  reader: Reader,
  { _id, cursor }: SweepDocument,
  change: Pick<SweepDocument, 'cursor' | 'status' | 'finishedAt'> & { looked: number },
): Promise<boolean> => {
  const { looked, ...plain } = change;
  const moved = { ...plain, looked: reader.database.command.inc(looked) };
  return (await sweepsOf(reader).update({ _id, cursor, status: 'running' }, moved)) === 1;
};
