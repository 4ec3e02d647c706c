import type * as z from 'zod';
import type { registrationContract } from '../contracts/registration';
import type { AuditEntry } from '../kernel/audit-trail';
import type { Context } from '../kernel/context';
import type { Account } from '../kernel/identity';
import { readGridsById } from '../township/grid.repository';
import type { HouseholdDocument } from './household.document';
import { readAccounts } from './household-phone';
import { placeOf } from './household-view';
import { readFile } from './registration.repository';
import { readTrail } from './trail.repository';

type Input = z.output<typeof registrationContract.trail.input>;
type Output = z.output<typeof registrationContract.trail.output>;
type Row = Output['rows'][number];

const ROWS_A_PAGE = 20;

/** 谁看过我家档案: each act with its moment, its reason, and who in which role; of strangers no name. */
export async function showTrail({ after }: Input, context: Context): Promise<Output> {
  const file = await readFile(context, context.caller.householdId ?? '');
  const found = await readTrail(context, { householdId: file._id, before: after, limit: ROWS_A_PAGE + 1 });
  const entries = found.slice(0, ROWS_A_PAGE);
  const [accounts, grids] = await Promise.all([
    readAccounts(context, [...new Set(entries.map(({ caller }) => caller))]),
    readGridsById(context, [...new Set(entries.flatMap(({ roles }) => roles.map(({ gridId }) => gridId)))]),
  ]);
  const accountOf = new Map(accounts.map((account) => [account._id, account]));
  const placeById = new Map(grids.map((grid) => [grid._id, placeOf(grid.pathNames)]));
  return {
    rows: entries.map((entry) => rowOf(entry, { file, accountOf, placeById })),
    next: found.length > entries.length ? (entries.at(-1)?._id ?? null) : null,
  };
}

type Known = {
  file: HouseholdDocument;
  accountOf: ReadonlyMap<string, Account>;
  placeById: ReadonlyMap<string, string>;
};

function rowOf(entry: AuditEntry, { file, accountOf, placeById }: Known): Row {
  const account = accountOf.get(entry.caller);
  const by = byWhom(entry, account, file);
  return {
    id: entry._id,
    at: entry.at,
    action: entry.action,
    by,
    name: by === 'other' ? null : (account?.name ?? null),
    roles: entry.roles.map(({ role, gridId }) => ({ role, place: placeById.get(gridId) ?? '' })),
    personName: file.people.find(({ personId }) => personId === entry.personId)?.name ?? null,
    reason: entry.reason,
    succeeded: entry.outcome === 'ok',
  };
}

/** An act without a role is a family's own, unless the phone belongs elsewhere: somebody who claimed the file and was refused, say. */
const byWhom = (entry: AuditEntry, account: Account | undefined, file: HouseholdDocument): Row['by'] => {
  if (entry.roles.length > 0) return 'staff';
  return account?.householdId === file._id ? 'family' : 'other';
};
