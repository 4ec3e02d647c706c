import { ALERTS, type AlertDocument } from '../alerts/alert.document';
import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type ObservationDocument, OBSERVATIONS } from '../observation/observation.document';
import { closedUpTo } from '../observation/slot-record';
import { type ReleaseDocument, RELEASES } from './release.document';

/** The same answer for a record elsewhere and for none at all. */
export const notFound = (): AppError => new AppError('NOT_FOUND', '没有找到这个人的观察记录');

type Reader = Pick<Context, 'database' | 'scope'>;
const observationsOf = (context: Reader) => scoped<ObservationDocument>(context, OBSERVATIONS, null);
const releasesOf = (context: Reader) => scoped<ReleaseDocument>(context, RELEASES, null);

export async function readObservation(context: Context, observationId: string): Promise<ObservationDocument> {
  const observation = await observationsOf(context).get(observationId);
  if (!observation) throw notFound();
  return closedUpTo(observation, context.now);
}

export const readRelease = async (context: Context, observationId: string): Promise<ReleaseDocument | null> =>
  releasesOf(context).get(observationId);

export const readReleases = async (context: Context, ids: readonly string[]): Promise<ReleaseDocument[]> =>
  ids.length === 0
    ? []
    : releasesOf(context).find({ _id: context.database.command.in([...ids]) }, { limit: ids.length });

/** Active observations whose last day is before `today`, longest over first, from after the day and id given. */
export async function readOver(
  context: Context,
  { today, after, limit }: { today: string; after?: { date: string; id: string }; limit: number },
): Promise<ObservationDocument[]> {
  const { command } = context.database;
  const page = {
    orderBy: [
      ['lastDate', 'asc'],
      ['_id', 'asc'],
    ] as const,
    limit,
  };
  const read = (lastDate: unknown, more: object = {}) =>
    observationsOf(context).find({ status: 'active', lastDate, ...more }, page);
  if (after === undefined) return read(command.lt(today));
  // The rest of that day first; what is then missing to a page comes from the days after.
  const sameDay = await read(after.date, { _id: command.gt(after.id) });
  const later = sameDay.length < limit ? await read(command.gt(after.date).and(command.lt(today))) : [];
  return [...sameDay, ...later].slice(0, limit);
}

/** How many `readOver` would list. */
export const countOver = async (context: Reader, today: string): Promise<number> =>
  observationsOf(context).count({ status: 'active', lastDate: context.database.command.lt(today) });

export const countReleases = async (context: Reader, status: 'proposed' | 'checked'): Promise<number> =>
  releasesOf(context).count({ status });

/** Releases of one state, longest waiting first; those that are done newest first. */
export const readReleaseQueue = async (
  context: Context,
  { status, after, limit }: { status: 'proposed' | 'checked' | 'approved'; after?: string; limit: number },
): Promise<ReleaseDocument[]> => {
  const { command } = context.database;
  const isNewestFirst = status === 'approved';
  const beyond = isNewestFirst ? command.lt(after) : command.gt(after);
  return releasesOf(context).find(
    { status, ...(after !== undefined && { queueKey: beyond }) },
    { orderBy: [['queueKey', isNewestFirst ? 'desc' : 'asc']], limit },
  );
};

/**
 * Alerts about a person that nobody has closed: of the observation, and of whatever else was told of them. It has to look past the caller's
 * scope: an alert that went to another grid holds the release as well.
 */
export async function countOpenAlerts(
  { database }: Pick<Context, 'database'>,
  { _id, householdId, personId }: ObservationDocument,
): Promise<number> {
  const { command } = database;
  const alerts = unscoped<AlertDocument>(database, ALERTS);
  const open = { status: command.neq('closed') };
  const found = await Promise.all([
    alerts.find({ observationId: _id, ...open }),
    alerts.find({ householdId, personId, ...open }),
  ]);
  return new Set(found.flat().map((alert) => alert._id)).size;
}
