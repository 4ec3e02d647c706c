import type { Caller } from '../kernel/context';
import type { Account } from '../kernel/identity';
import type { Transaction } from '../kernel/transaction';
import { ACCOUNTS } from './household-phone';
import { type HouseholdDocument, HOUSEHOLDS } from './household.document';

/** Who somebody is besides the phone in their hand, by proved number and papers; null where nothing is known. */
export type PersonBehind = { openid: string; phoneIndex: string | null; papersIndex: string | null };

/** Who the caller is as a person. Papers are known of those who are on file with a household. Reads inside a transaction or outside. */
export async function personBehind(get: Transaction['get'], caller: Caller): Promise<PersonBehind> {
  const { openid, householdId, personId } = caller;
  const account = await get<Account>(ACCOUNTS, openid);
  const household = householdId === null ? null : await get<HouseholdDocument>(HOUSEHOLDS, householdId);
  // Accounts from before people had phones of their own are all of heads.
  const person = household?.people.find((one) =>
    personId === null ? one.relation === 'head' : one.personId === personId,
  );
  return {
    openid,
    phoneIndex: account?.phoneIndex ?? null,
    papersIndex: person?.papersIndex ?? null,
  };
}

/** Somebody with two phones is one person. */
export const isSamePerson = (one: PersonBehind, other: PersonBehind): boolean =>
  one.openid === other.openid ||
  (one.phoneIndex !== null && one.phoneIndex === other.phoneIndex) ||
  (one.papersIndex !== null && one.papersIndex === other.papersIndex);
