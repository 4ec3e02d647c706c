import type { AuditEntry } from '../kernel/audit-trail';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import type { Account } from '../kernel/identity';
import { ACCOUNTS } from './household-phone';

/**
 * What was done with one household's file, newest first, from before the entry with the id `before`. It crosses jurisdictions on purpose: a
 * family may know of everybody who looked, also of those who had no right to.
 */
export const readTrail = async (
  { database }: Context,
  { householdId, before, limit }: { householdId: string; before: string | undefined; limit: number },
): Promise<AuditEntry[]> =>
  unscoped<AuditEntry>(database, 'audit').find(
    before === undefined ? { householdId } : { householdId, _id: database.command.lt(before) },
    { orderBy: [['_id', 'desc']], limit },
  );

/** The accounts behind some openids; whoever left has none. */
export const readAccounts = async ({ database }: Context, openids: readonly string[]): Promise<Account[]> =>
  openids.length === 0
    ? []
    : unscoped<Account>(database, ACCOUNTS).find(
        { _id: database.command.in([...openids]) },
        { limit: openids.length },
      );
