import type * as z from 'zod';
import { GUARDIAN_CONSENT_BELOW_AGE } from '../../miniprogram/shared/consent';
import type { registrationContract } from '../contracts/registration';
import { ageOn, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { inTransaction } from '../kernel/transaction';
import { requireHead } from './household-phone';
import {
  INVITATION_HOURS,
  type InvitationDocument,
  INVITATIONS,
  invitationIdOf,
  newInvitationCode,
} from './invitation.document';
import { readFile } from './registration.repository';

type Output = z.output<typeof registrationContract.invite.output>;

/** Gives the head a code that lets one member's own phone into the file. */
export async function inviteMember({ personId }: { personId: string }, context: Context): Promise<Output> {
  const { caller, database, now, vault } = context;
  const file = await readFile(context, caller.householdId ?? '');
  requireHead(context, file);
  const person = file.people.find((one) => one.personId === personId);
  if (!person) throw new AppError('NOT_FOUND', '档案里没有这位家人，请退出后重新打开');
  if (person.relation === 'head') throw new AppError('CONFLICT', '户主自己不用邀请');
  if (ageOn(person.birthDate, now) < GUARDIAN_CONSENT_BELOW_AGE)
    throw new AppError('CONFLICT', `未满 ${GUARDIAN_CONSENT_BELOW_AGE} 岁的孩子，由监护人在自己的手机上办`);
  context.about({ personId, gridPath: file.gridPath });

  const code = newInvitationCode();
  const expires = now.add(INVITATION_HOURS, 'hour');
  const invitation: InvitationDocument = {
    _id: invitationIdOf(file._id, personId),
    householdId: file._id,
    personId,
    gridPath: file.gridPath,
    codeIndex: vault.indexOf('invitation', code),
    invitedBy: caller.openid,
    expiresAt: expires.valueOf(),
    usedBy: null,
  };
  await inTransaction(database, (transaction) => transaction.put(INVITATIONS, invitation));
  return { code, name: person.name, expiresAt: toTimestamp(expires) };
}
