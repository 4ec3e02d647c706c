import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { type AlertDocument, ALERTS } from './alert.document';

const alertsOf = ({ database }: Pick<Context, 'database'>) => unscoped<AlertDocument>(database, ALERTS);

/** Unanswered alerts whose duty climbs now, longest due first: an answered one has no such moment any more. */
export const readDueToClimb = async (context: Context, limit: number): Promise<AlertDocument[]> => {
  const { command } = context.database;
  return alertsOf(context).find(
    { climbsAt: command.gt('').and(command.lte(toTimestamp(context.now))) },
    {
      orderBy: [
        ['climbsAt', 'asc'],
        ['_id', 'asc'],
      ],
      limit,
    },
  );
};

/** False when somebody answered it, or another run lifted it, since it was read. */
export const writeClimb = async (
  context: Context,
  { _id, climbsAt: wasDue }: AlertDocument,
  { level, climbsAt, what }: Pick<AlertDocument, 'level' | 'climbsAt'> & { what: string },
): Promise<boolean> => {
  const { command } = context.database;
  const updated = await alertsOf(context).update(
    { _id, status: 'open', climbsAt: wasDue },
    {
      level,
      climbsAt,
      messageDue: toTimestamp(context.now),
      version: command.inc(1),
      events: command.push([{ at: toTimestamp(context.now), byName: '系统', what }]),
    },
  );
  return updated > 0;
};
