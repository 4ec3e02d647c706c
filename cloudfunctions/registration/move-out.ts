import type * as z from 'zod';
import type { registrationContract } from '../contracts/registration';
import type { Context } from '../kernel/context';
import type { Account } from '../kernel/identity';
import { inTransaction } from '../kernel/transaction';
import { actOn } from './file-change';
import { closedFile } from './household-file';
import { ACCOUNTS, readPhonesOf } from './household-phone';
import { hasOpenReturn, openReturnRefusal } from './open-return';
import { getFile, putFile } from './registration.repository';

type Input = z.output<typeof registrationContract.moveOut.input>;

/** 搬走: the file closes and is kept for history; the household's phones are free to register wherever they live now. */
export async function moveOut(input: Input, context: Context): Promise<Record<string, never>> {
  const { database } = context;
  const { householdId, reason } = input;
  context.about({ householdId, reason });
  const phones = await readPhonesOf(context, householdId);
  const isHeld = await hasOpenReturn(context, householdId);
  const file = await inTransaction(database, async (transaction) => {
    const present = await getFile(transaction, context, householdId);
    const next = actOn(present, input, context, (act) => {
      if (isHeld) throw openReturnRefusal();
      return closedFile(present, act, { reason: 'movedOut' });
    });
    if (next === present) return present;
    await putFile(transaction, context, present, next);
    for (const { _id } of phones) {
      const account = await transaction.get<Account>(ACCOUNTS, _id);
      if (account?.householdId !== householdId) continue;
      const version = account.version + 1;
      await transaction.put(ACCOUNTS, { ...account, householdId: null, personId: null, version });
    }
    return next;
  });
  context.about({ gridPath: file.gridPath });
  return {};
}
