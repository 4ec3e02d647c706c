import type { WaitingHousehold } from '../contracts/rounds';
import { chinaTime, toCalendarDate } from '../kernel/clock';
import type { Vault } from '../kernel/vault';
import type { HouseholdDocument } from '../registration/household.document';
import { headOf } from '../registration/household-phone';
import { placeOf } from '../registration/household-view';

/** A household to call or to visit: whose it is, where, and why it comes first. `lastAt`: when it got goods last. */
export const waitingHousehold = (
  file: HouseholdDocument,
  vault: Vault,
  lastAt: string | null,
): WaitingHousehold => ({
  householdId: file._id,
  headName: file.headName,
  place: placeOf(file.pathNames),
  address: vault.open('address', file.address),
  phoneMask:
    headOf(file)?.phoneMask ?? file.people.find(({ phoneMask }) => phoneMask !== null)?.phoneMask ?? null,
  care: [...new Set(file.people.flatMap(({ careCategories }) => careCategories))],
  peopleCount: file.people.length,
  lastOn: lastAt === null ? null : toCalendarDate(chinaTime(lastAt)),
});
