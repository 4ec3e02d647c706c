import type { Dayjs } from 'dayjs';
import { GUARDIAN_CONSENT_BELOW_AGE } from '../../miniprogram/shared/consent';
import type { ClaimDocument } from './claim.document';
import type { FileChange, HouseholdDocument } from './household.document';
import { changedFile, peopled, waitingSince } from './household-file';
import { missingGuardianConsent } from './rules';

/**
 * The file after a claim on one of its people was confirmed. One that stood on the roster only becomes a registration with the claimant's
 * consent; where it holds a child and nobody consented as guardian, it goes to the household first, who alone can.
 */
export function claimedFile(
  file: HouseholdDocument,
  claim: ClaimDocument,
  act: Omit<FileChange, 'what'>,
  now: Dayjs,
): HouseholdDocument {
  const isRostered = file.status === 'rostered';
  const { phone, phoneIndex, phoneMask } = claim;
  const people = file.people.map((person) =>
    person.personId === claim.personId && (isRostered || person.phone === null)
      ? { ...person, phone, phoneIndex, phoneMask }
      : person,
  );
  const change = { ...act, what: 'claimed' as const };
  if (!isRostered) return changedFile(file, change, peopled(people));
  return changedFile(file, change, {
    ...peopled(people),
    ...waitingSince(act.at, file._id),
    ...afterRoster(people, claim, now),
    consent: { ...claim.consent, by: claim.openid },
  });
}

function afterRoster(
  people: HouseholdDocument['people'],
  { consent }: ClaimDocument,
  now: Dayjs,
): Pick<HouseholdDocument, 'status' | 'returnReason'> {
  const lacksGuardian = Object.keys(missingGuardianConsent(people, consent, now)).length > 0;
  return lacksGuardian
    ? {
        status: 'returned',
        returnReason: `家里有未满 ${GUARDIAN_CONSENT_BELOW_AGE} 岁的孩子，请监护人看过档案，勾选同意再交`,
      }
    : { status: 'submitted', returnReason: null };
}
