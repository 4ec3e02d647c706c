import type { AuditEntry } from '../kernel/audit-trail';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';

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
