import type * as z from 'zod';
import type { registrationContract } from '../contracts/registration';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import type { Account } from '../kernel/identity';
import { invalidFields } from '../kernel/invalid-fields';
import { inTransaction } from '../kernel/transaction';
import { type HouseholdDocument, HOUSEHOLDS } from './household.document';
import { ACCOUNTS, bindPhone } from './household-phone';
import { type InvitationDocument, INVITATIONS } from './invitation.document';

type Input = z.output<typeof registrationContract.join.input>;

/** Somebody of the household opens its file on their own phone with the code that the head gave them. It works once. */
export async function joinHousehold(
  { code, consent }: Input,
  context: Context,
): Promise<Record<string, never>> {
  const { caller, database, now, vault } = context;
  const codeIndex = vault.indexOf('invitation', code);
  const [found] = await unscoped<InvitationDocument>(database, INVITATIONS).find({ codeIndex }, { limit: 1 });
  if (!found) throw wrongCode();

  return inTransaction(database, async (transaction) => {
    const invitation = await transaction.get<InvitationDocument>(INVITATIONS, found._id);
    const isOpen = invitation?.codeIndex === codeIndex && invitation.expiresAt > now.valueOf();
    if (!isOpen || (invitation.usedBy !== null && invitation.usedBy !== caller.openid)) throw wrongCode();
    const { householdId, personId } = invitation;
    const file = await transaction.get<HouseholdDocument>(HOUSEHOLDS, householdId);
    const person = file?.people.find((one) => one.personId === personId);
    if (!file || !person || file.status === 'closed') throw wrongCode();
    context.about({ householdId, personId, gridPath: file.gridPath });

    const account = await transaction.get<Account>(ACCOUNTS, caller.openid);
    // Sent again after its answer got lost.
    if (invitation.usedBy === caller.openid && account?.householdId === householdId) return {};
    if (invitation.usedBy !== null) throw wrongCode();
    if (account && account.householdId !== null) throw new AppError('CONFLICT', '这部手机已经登记在一户里了');
    const agreed = { version: consent.version, at: toTimestamp(now) };
    await bindPhone(transaction, caller.openid, account, { householdId, person, consent: agreed });
    await transaction.put(INVITATIONS, { ...invitation, usedBy: caller.openid });
    return {};
  });
}

/** The same words for a code that is wrong, over or used: a guess learns nothing. */
const wrongCode = (): AppError =>
  invalidFields({ code: '邀请码不对，或者已经过期、用过。请让户主再给您一个' });
