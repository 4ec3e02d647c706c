import { createHmac, randomBytes } from 'node:crypto';
import type { Dayjs } from 'dayjs';
import type { ErrorCode } from '../contracts/contract';
import { toTimestamp } from './clock';
import type { Database, HeldPost } from './context';
import { unscoped } from './documents';

/** Whose data a call touched, and why. */
export type Subject = {
  householdId?: string;
  personId?: string;
  gridPath?: readonly string[];
  reason?: string;
};

/** One call that touched or showed somebody's data, or tried to. A document of `audit`; nothing in it ever changes but `seal`. */
export type AuditEntry = {
  /** The moment (epoch ms) and a random part: unique, and sorted by time. */
  _id: string;
  at: string;
  /** An openid, or `timer` or `operator`. */
  caller: string;
  /** `registration.openNumber` */
  action: string;
  /** In which role, in which grid; empty for a household's own acts. */
  roles: readonly { role: string; gridId: string }[];
  outcome: 'ok' | ErrorCode;
  householdId: string | null;
  personId: string | null;
  gridPath: readonly string[];
  reason: string | null;
  requestId: string;
  /** Number of the seal that covers it; 0 while it waits. */
  seal: number;
  /** HMAC over everything above but `seal`: an entry can't be made or changed without the key. */
  mac: string;
};

export type AuditFacts = {
  now: Dayjs;
  caller: string;
  action: string;
  posts: readonly HeldPost[];
  outcome: AuditEntry['outcome'];
  subject: Subject;
  requestId: string;
};

/** Writes one entry. */
export async function recordInAudit(database: Database, key: Buffer, facts: AuditFacts): Promise<void> {
  const entry: Omit<AuditEntry, 'mac' | 'seal'> = {
    _id: `${facts.now.valueOf()}-${randomBytes(9).toString('base64url')}`,
    at: toTimestamp(facts.now),
    caller: facts.caller,
    action: facts.action,
    roles: facts.posts.map(({ role, gridId }) => ({ role, gridId })),
    outcome: facts.outcome,
    householdId: facts.subject.householdId ?? null,
    personId: facts.subject.personId ?? null,
    gridPath: facts.subject.gridPath ?? [],
    reason: facts.subject.reason ?? null,
    requestId: facts.requestId,
  };
  const added = await unscoped<AuditEntry>(database, 'audit').insert({
    ...entry,
    seal: 0,
    mac: macOf(key, entry),
  });
  if (!added) throw new Error('An audit entry with the same id is there already');
}

/** The MAC that an entry must carry: over its fields in a fixed order, so that a database may store them in any. */
export const macOf = (key: Buffer, entry: Omit<AuditEntry, 'mac' | 'seal'>): string =>
  createHmac('sha256', key)
    .update(
      JSON.stringify([
        'entry',
        entry._id,
        entry.at,
        entry.caller,
        entry.action,
        entry.roles.map(({ role, gridId }) => [role, gridId]),
        entry.outcome,
        entry.householdId,
        entry.personId,
        entry.gridPath,
        entry.reason,
        entry.requestId,
      ]),
    )
    .digest('base64url');
