import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { type ObservationDocument, OBSERVATIONS } from './observation.document';

type Reader = Pick<Context, 'database'>;

/** Whom the timer must look at by now, longest overdue first. */
export const readAwake = async (
  { database }: Reader,
  now: string,
  limit: number,
): Promise<ObservationDocument[]> =>
  unscoped<ObservationDocument>(database, OBSERVATIONS).find(
    { wakesAt: database.command.gt('').and(database.command.lte(now)) },
    {
      orderBy: [
        ['wakesAt', 'asc'],
        ['_id', 'asc'],
      ],
      limit,
    },
  );
