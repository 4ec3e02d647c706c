import type { Account } from '../kernel/identity';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import type { Transaction } from '../kernel/transaction';
import type { HouseholdDocument, PersonRecord } from './household.document';

export const ACCOUNTS = 'accounts';
/** A household has a few dozen people at most, and each a phone or two. */
const MAX_PHONES = 100;

export const headOf = (file: Pick<HouseholdDocument, 'people'>): PersonRecord | undefined =>
  file.people.find(({ relation }) => relation === 'head');

/** Who of the household holds a phone. Accounts made before others could join are the heads'. */
export const holderIdOf = (
  { personId }: Pick<Account, 'personId'>,
  file: Pick<HouseholdDocument, 'people'>,
): string | undefined => personId ?? headOf(file)?.personId;

/** What only the head of a household does for it: let others in. */
export function requireHead({ caller }: Pick<Context, 'caller'>, file: HouseholdDocument): void {
  if (holderIdOf(caller, file) !== headOf(file)?.personId)
    throw new AppError('FORBIDDEN', '这件事要户主用户主的手机来办');
}

export const readPhonesOf = async (
  { database }: Pick<Context, 'database'>,
  householdId: string,
): Promise<Account[]> => unscoped<Account>(database, ACCOUNTS).find({ householdId }, { limit: MAX_PHONES });

/** The accounts behind some openids; whoever left has none. */
export const readAccounts = async (
  { database }: Pick<Context, 'database'>,
  openids: readonly string[],
): Promise<Account[]> =>
  openids.length === 0
    ? []
    : unscoped<Account>(database, ACCOUNTS).find(
        { _id: database.command.in([...openids]) },
        { limit: openids.length },
      );

/** Lets a phone open a file as one of its people, making the account where there is none. `account`: as read in this transaction. */
export async function bindPhone(
  transaction: Transaction,
  openid: string,
  account: Account | null,
  {
    householdId,
    person,
    consent,
  }: {
    householdId: string;
    person: Pick<PersonRecord, 'personId' | 'name'>;
    consent: { version: string; at: string };
  },
): Promise<void> {
  const bound: Account = {
    _id: openid,
    name: account?.name ?? person.name,
    phone: account?.phone ?? null,
    phoneIndex: account?.phoneIndex ?? null,
    householdId,
    personId: person.personId,
    consent: { version: consent.version, at: consent.at },
    posts: account?.posts ?? [],
    version: (account?.version ?? 0) + 1,
  };
  await transaction.put(ACCOUNTS, bound);
}
