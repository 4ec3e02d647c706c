import type { Dayjs } from 'dayjs';
import type { HouseholdView, PersonView, QueueRow } from '../contracts';
import { ageOn } from '../kernel/clock';
import type { Vault } from '../kernel/vault';
import type { HouseholdDocument, PersonRecord } from './household.document';

/** 「青石镇 柳溪村 三组」 */
export const placeOf = (pathNames: readonly string[]): string => pathNames.join(' ');

/** A file as its household and its grid member see it. The address is opened, for one has to find the door; numbers stay masks. */
export function householdView(file: HouseholdDocument, vault: Vault, now: Dayjs): HouseholdView {
  return {
    householdId: file._id,
    gridId: file.gridId,
    place: placeOf(file.pathNames),
    address: vault.open('address', file.address),
    tenure: file.tenure,
    status: file.status,
    version: file.version,
    submittedAt: file.submittedAt,
    verifiedAt: file.verifiedAt,
    returnReason: file.returnReason,
    handedOver: file.handedOver ? { ...file.handedOver, from: placeOf(file.handedOver.from) } : null,
    guardianConsented: file.consent?.guardianForChildren ?? false,
    people: file.people.map((person) => personView(person, now)),
  };
}

const personView = (person: PersonRecord, now: Dayjs): PersonView => ({
  personId: person.personId,
  name: person.name,
  papersType: person.papersType,
  papersMask: person.papersMask,
  birthDate: person.birthDate,
  age: ageOn(person.birthDate, now),
  sex: person.sex,
  phoneMask: person.phoneMask,
  relation: person.relation,
  careCategories: person.careCategories,
  whereabouts: person.whereabouts,
  registeredResidence: person.registeredResidence,
});

export const queueRow = (file: HouseholdDocument, hasDuplicate: boolean, vault: Vault): QueueRow => ({
  householdId: file._id,
  headName: file.headName,
  place: placeOf(file.pathNames),
  address: vault.open('address', file.address),
  peopleCount: file.people.length,
  careCount: file.people.filter(({ careCategories }) => careCategories.length > 0).length,
  submittedAt: file.submittedAt,
  status: file.status,
  hasDuplicate,
});
