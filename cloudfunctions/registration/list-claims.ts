import type { ClaimView } from '../contracts';
import type { Context } from '../kernel/context';
import { readWaitingClaims, type WaitingClaim } from './claims.repository';
import { placeOf } from './household-view';

/** Claims that wait in the caller's grids. */
export async function listClaims(_input: object, context: Context): Promise<{ claims: ClaimView[] }> {
  return { claims: claimViews(await readWaitingClaims(context)) };
}

/** A claim on somebody who was taken off the file since has nothing to decide about. */
export const claimViews = (waiting: readonly WaitingClaim[]): ClaimView[] =>
  waiting.flatMap(({ claim, file }) => {
    const person = file.people.find(({ personId }) => personId === claim.personId);
    if (!person) return [];
    return {
      claimId: claim._id,
      householdId: file._id,
      personId: person.personId,
      personName: person.name,
      relation: person.relation,
      headName: file.headName,
      place: placeOf(file.pathNames),
      rostered: file.status === 'rostered',
      phoneMask: claim.phoneMask,
      sentAt: claim.sentAt,
    };
  });
