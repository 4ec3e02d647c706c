import type * as z from 'zod';
import { GUARDIAN_CONSENT_BELOW_AGE } from '../../miniprogram/shared/consent';
import type { registrationContract } from '../contracts/registration';
import { ageOn } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { readWaitingClaims } from './claims.repository';
import { headOf, holderIdOf, readPhonesOf } from './household-phone';
import { claimViews } from './list-claims';
import { readFile } from './registration.repository';

type Output = z.output<typeof registrationContract.phones.output>;

/** Which of my family open our file on their own phone, and who asks to. */
export async function showPhones(_input: object, context: Context): Promise<Output> {
  const { caller, now } = context;
  const file = await readFile(context, caller.householdId ?? '');
  const [accounts, waiting] = await Promise.all([
    readPhonesOf(context, file._id),
    readWaitingClaims(context),
  ]);
  const holders = new Set(accounts.map((account) => holderIdOf(account, file)));
  const me = holderIdOf(caller, file);
  const isHead = me === headOf(file)?.personId;
  return {
    isHead,
    people: file.people.map(({ personId, name, relation, birthDate }) => {
      const hasPhone = holders.has(personId);
      const isOldEnough = ageOn(birthDate, now) >= GUARDIAN_CONSENT_BELOW_AGE;
      const mayBeInvited = isHead && !hasPhone && isOldEnough;
      return { personId, name, relation, isMe: personId === me, hasPhone, mayBeInvited };
    }),
    claims: claimViews(waiting),
  };
}
