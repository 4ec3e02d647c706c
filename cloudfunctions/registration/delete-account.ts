import type * as z from 'zod';
import type { registrationContract } from '../contracts/registration';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { Account } from '../kernel/identity';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { MESSAGE_CREDITS } from '../messages/credit.document';
import { creditIdsOf } from '../messages/credits.repository';
import { MESSAGE_DAYS } from '../messages/day.repository';
import { SAVED_NOTICES } from '../notices/saved.document';
import { CLAIMS, claimIdOf } from './claim.document';
import { type HouseholdDocument, HOUSEHOLDS } from './household.document';
import { ACCOUNTS, holderIdOf } from './household-phone';
import { INVITATIONS, invitationIdOf } from './invitation.document';
import { erasedFile, isAlone, leftFile } from './left-file';
import { putFile } from './registration.repository';

type Output = z.output<typeof registrationContract.deleteAccount.output>;

/**
 * 注销: forgets the caller's phone, all or nothing: its account, consent, number, claim, invitation, saved notices and the messages it allowed. A file in which nobody else stands is
 * erased; others' stays. Posts are the town's to take, so an account that holds some stays with nothing else in it. Done twice it is done once.
 */
export async function deleteAccount(_input: object, context: Context): Promise<Output> {
  const { caller, database } = context;
  return inTransaction(database, async (transaction) => {
    const account = await transaction.get<Account>(ACCOUNTS, caller.openid);
    await forget(transaction, CLAIMS, claimIdOf(caller.openid));
    await forget(transaction, SAVED_NOTICES, caller.openid);
    for (const creditId of creditIdsOf(caller.openid)) await forget(transaction, MESSAGE_CREDITS, creditId);
    const fileErased = account !== null && (await leaveHousehold(transaction, context, account));
    const posts = account?.posts ?? [];
    if (account && posts.length > 0) await transaction.put(ACCOUNTS, postsOnly(account));
    else if (account) await transaction.remove(ACCOUNTS, caller.openid);
    return { fileErased, keepsPosts: posts.length > 0 };
  });
}

const postsOnly = ({ _id, name, phone, phoneIndex, posts, version }: Account): Account => ({
  _id,
  name,
  phone,
  phoneIndex,
  householdId: null,
  personId: null,
  posts,
  version: version + 1,
});

/** Takes the phone out of its household's file; true when the file went with it. */
async function leaveHousehold(
  transaction: Transaction,
  context: Context,
  account: Account,
): Promise<boolean> {
  const file =
    account.householdId === null
      ? null
      : await transaction.get<HouseholdDocument>(HOUSEHOLDS, account.householdId);
  if (!file || file.status === 'closed') return false;
  context.about({ householdId: file._id, gridPath: file.gridPath });
  const personId = holderIdOf(account, file);
  const leaving = { openid: account._id, personId, at: toTimestamp(context.now) };
  if (personId !== undefined) await forget(transaction, INVITATIONS, invitationIdOf(file._id, personId));
  const alone = isAlone(file, leaving);
  if (alone) await forget(transaction, MESSAGE_DAYS, file._id);
  const next = alone ? erasedFile(file, leaving, context.vault) : leftFile(file, leaving);
  await putFile(transaction, context, file, next);
  return alone;
}

const forget = async (transaction: Transaction, collection: string, id: string): Promise<void> => {
  if (await transaction.get(collection, id)) await transaction.remove(collection, id);
};
