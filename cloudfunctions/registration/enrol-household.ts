import type { HouseholdView } from '../contracts';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { checkPeople } from './file-change';
import type { HouseholdDocument } from './household.document';
import { type EnrolInput, householdIdOf, newHousehold } from './household-file';
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
  const file = newHousehold(input, { place, openid: caller.openid, at: toTimestamp(now), vault });
  checkPeople(file.people, {
    pathOf: (position) => (position === 0 ? 'head' : `members.${position - 1}`),
    today: toCalendarDate(now),
    more: missingGuardianConsent(file.people, input.consent, now),
  });
  context.about({ householdId: householdIdOf(caller.openid), gridPath: file.gridPath });
  return answer(await addFile(context, file), input, context);
}

const ownFile = async (householdId: string, context: Context): Promise<HouseholdDocument> =>
  readFile({ ...context, scope: { kind: 'household', householdId } }, householdId);

/** The file that this form made, also when it is sent again; a phone whose household got its file otherwise is told so. */
function answer(file: HouseholdDocument, { requestId }: EnrolInput, context: Context): HouseholdView {
  const { caller, now, vault } = context;
  context.about({ householdId: file._id, gridPath: file.gridPath });
  const isOfThisForm = file.changes.some(
    (change) => change.requestId === requestId && change.by === caller.openid,
  );
  if (!isOfThisForm) throw new AppError('CONFLICT', '您家已经登记过了。要改内容，请打开“我家档案”');
  return householdView(file, vault, now);
}
