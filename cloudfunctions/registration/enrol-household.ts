import type { HouseholdView } from '../contracts';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { checkPeople, isDone } from './file-change';
import type { HouseholdDocument } from './household.document';
import { type EnrolInput, householdIdOf, newHousehold } from './household-file';
import { readAccounts } from './household-phone';
import { householdView } from './household-view';
import { addFile, readFile, readPlace } from './registration.repository';
import { missingGuardianConsent } from './rules';

/**
 * A household registers itself and waits for its grid member. Papers that stand in another file are taken as they come: telling the
 * caller would tell who lives elsewhere; the grid member sees it.
 */
export async function enrolHousehold(input: EnrolInput, context: Context): Promise<HouseholdView> {
  const { caller, now, vault } = context;
  if (caller.householdId !== null) return answer(await ownFile(caller.householdId, context), input, context);

  const place = await readPlace(context, input.gridId);
  const setting = { place, openid: caller.openid, at: toTimestamp(now), vault };
  const file = newHousehold(input, setting);
  checkPeople(file.people, {
    pathOf: (position) => (position === 0 ? 'head' : `members.${position - 1}`),
    today: toCalendarDate(now),
    more: missingGuardianConsent(file.people, input.consent, now),
  });
  context.about({ householdId: file._id, gridPath: file.gridPath });
  const added = await addFile(context, file);
  if (isDone(added, input.requestId, caller) || !(await wasLeft(added, context)))
    return answer(added, input, context);
  // The phone left the household that it once enrolled, whose file keeps that id.
  const householdId = householdIdOf(`${caller.openid}:${input.requestId}`);
  return answer(await addFile(context, newHousehold(input, { ...setting, householdId })), input, context);
}

/** True for a file that this phone does not belong to any more. */
async function wasLeft(file: HouseholdDocument, context: Context): Promise<boolean> {
  const [account] = await readAccounts(context, [context.caller.openid]);
  return account?.householdId !== file._id;
}

const ownFile = async (householdId: string, context: Context): Promise<HouseholdDocument> =>
  readFile({ ...context, scope: { kind: 'household', householdId } }, householdId);

/** The file that this form made, also when it is sent again; a phone whose household got its file otherwise is told so. */
function answer(file: HouseholdDocument, input: EnrolInput, context: Context): HouseholdView {
  const { caller, now, vault } = context;
  context.about({ householdId: file._id, gridPath: file.gridPath });
  if (!isDone(file, input.requestId, caller))
    throw new AppError('CONFLICT', '您家已经登记过了。要改内容，请打开“我家档案”');
  return householdView(file, vault, now);
}
