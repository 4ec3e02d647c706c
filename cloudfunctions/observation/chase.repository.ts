import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import type { Account } from '../kernel/identity';
import { ACCOUNTS } from '../registration/household-phone';
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

/** More phones than a batch's households have. */
const MOST_PHONES = 1000;

/** The phones of some households. */
export const readPhonesOfHouseholds = async (
  { database }: Reader,
  householdIds: readonly string[],
): Promise<Account[]> =>
  unscoped<Account>(database, ACCOUNTS).find(
    { householdId: database.command.in([...new Set(householdIds)]) },
    { limit: MOST_PHONES },
  );
