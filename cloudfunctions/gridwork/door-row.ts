import type { MissingRow } from '../contracts';
import type { Vault } from '../kernel/vault';
import type { HouseholdDocument } from '../registration/household.document';
import { placeOf } from '../registration/household-view';

/** A door to knock on: whose, and where. */
export const doorRow = (file: HouseholdDocument, vault: Vault): MissingRow => ({
  householdId: file._id,
  headName: file.headName,
  place: placeOf(file.pathNames),
  address: vault.open('address', file.address),
  peopleCount: file.people.length,
  careCount: file.people.filter(({ careCategories }) => careCategories.length > 0).length,
});
