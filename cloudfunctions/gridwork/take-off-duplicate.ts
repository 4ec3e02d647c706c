import type * as z from 'zod';
import type { HouseholdView } from '../contracts';
import type { gridworkContract } from '../contracts/gridwork';
import type { Context } from '../kernel/context';
import type { Account } from '../kernel/identity';
import { inTransaction, type Transaction } from '../kernel/transaction';
import { actOn } from '../registration/file-change';
import { ACCOUNTS, readPhonesOf } from '../registration/household-phone';
import { householdView } from '../registration/household-view';
import { getFile, putFile } from '../registration/registration.repository';
import { withoutDuplicate } from './merged-files';

type Input = z.output<typeof gridworkContract.takeOffDuplicate.input>;

/** Takes somebody off a household's file who lives in another and stands there too; both files are the caller's to decide on. */
export async function takeOffDuplicate(input: Input, context: Context): Promise<HouseholdView> {
  const { householdId, personId, livesIn, reason } = input;
  context.about({ householdId, personId, reason });
  const phones = await readPhonesOf(context, householdId);
  const file = await inTransaction(context.database, async (transaction) => {
    const present = await getFile(transaction, context, householdId);
    const other = await getFile(transaction, context, livesIn);
    const next = actOn(present, input, context, (act) => withoutDuplicate(present, personId, other, act));
    if (next === present) return present;
    await putFile(transaction, context, present, next);
    await unbindPhones(transaction, phones, householdId, personId);
    return next;
  });
  context.about({ gridPath: file.gridPath });
  return householdView(file, context.vault, context.now);
}

/** Who is taken off opens the file no more. */
async function unbindPhones(
  transaction: Transaction,
  phones: readonly Account[],
  householdId: string,
  personId: string,
): Promise<void> {
  for (const { _id } of phones.filter((phone) => phone.personId === personId)) {
    const account = await transaction.get<Account>(ACCOUNTS, _id);
    if (account?.householdId !== householdId || account.personId !== personId) continue;
    const unbound: Account = { ...account, householdId: null, personId: null, version: account.version + 1 };
    await transaction.put(ACCOUNTS, unbound);
  }
}
