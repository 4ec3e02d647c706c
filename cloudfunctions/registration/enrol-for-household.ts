import type * as z from 'zod';
import type { HouseholdView } from '../contracts';
import type { registrationContract } from '../contracts/registration';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { checkPeople } from './file-change';
import { householdIdOf, newHousehold } from './household-file';
import { householdView } from './household-view';
import { addFileWithoutPhone, readOwnPlace } from './registration.repository';
import { missingGuardianConsent } from './rules';

type Input = z.output<typeof registrationContract.enrolFor.input>;

/**
 * 上门登记: for a household that can't do it itself. Its consent is given by word of mouth, and whoever enrols it is the witness. The file waits like any
 * other, so that its papers are held against the rest of the roll before it counts as verified. The same request makes one file.
 */
export async function enrolForHousehold(input: Input, context: Context): Promise<HouseholdView> {
  const { caller, now, vault } = context;
  const place = await readOwnPlace(context, input.gridId);
  const householdId = householdIdOf(`${caller.openid}:${input.requestId}`);
  const file = newHousehold(input, {
    place,
    openid: caller.openid,
    at: toTimestamp(now),
    vault,
    householdId,
  });
  checkPeople(file.people, {
    pathOf: (position) => (position === 0 ? 'head' : `members.${position - 1}`),
    today: toCalendarDate(now),
    headNeedsPhone: false,
    more: missingGuardianConsent(file.people, input.consent, now),
  });
  context.about({ householdId, gridPath: file.gridPath });
  return householdView(await addFileWithoutPhone(context, file), vault, now);
}
