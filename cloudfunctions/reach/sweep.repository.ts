import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { type NoticeDocument, NOTICES } from '../publishing/notice.document';
import { holding } from './under-way';
import { REACH_SWEEPS, SWEEP_ID, type SweepDocument } from './sweep.document';

type Reader = Pick<Context, 'database' | 'now'>;
const sweepsOf = ({ database }: Pick<Context, 'database'>) => unscoped<SweepDocument>(database, REACH_SWEEPS);

/** Today's, as far as it has come; one of another day begins anew. */
export async function readSweep(context: Reader, day: string): Promise<SweepDocument> {
  const stored = await sweepsOf(context).get(SWEEP_ID);
  if (stored?.day === day) return stored;
  return { _id: SWEEP_ID, day, after: '', cursor: '', isDone: false, version: stored?.version ?? 0 };
}

/** False when another tick wrote since. */
export async function writeSweep(
  context: Reader,
  { version }: SweepDocument,
  next: SweepDocument,
): Promise<boolean> {
  const { _id, ...fields } = next;
  if (version === 0) return sweepsOf(context).insert(next);
  return (await sweepsOf(context).update({ _id, version }, fields)) === 1;
}

/** The next notice that holds and went out before today, oldest first: of today's the lists are still fresh. */
export async function readNextHolding(
  context: Reader,
  after: string,
  today: string,
): Promise<NoticeDocument | null> {
  const { command } = context.database;
  const [notice] = await unscoped<NoticeDocument>(context.database, NOTICES).find(
    { ...holding(context), order: command.gt(after).and(command.lt(today)) },
    { orderBy: [['order', 'asc']], limit: 1 },
  );
  return notice ?? null;
}
