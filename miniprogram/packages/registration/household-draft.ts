import type { HouseholdView, PersonView } from '../../../cloudfunctions/contracts/index';
import type {
  CareCategoryName,
  PapersName,
  RelationName,
  SexName,
  TenureName,
  WhereaboutsName,
} from '../../shared/labels';
import { ageOn } from '../../shared/dates';
import { GUARDIAN_CONSENT_BELOW_AGE } from '../../shared/consent';
import { shortPlace } from '../../shared/places';
import { isResidentId, readResidentId } from '../../shared/resident-id';

/** A person as far as somebody has got in the form. Empty strings are questions not yet answered. */
export type PersonDraft = {
  /** Empty for somebody who is not in the file yet. */
  personId: string;
  name: string;
  papersType: PapersName;
  number: string;
  birthDate: string;
  sex: SexName | '';
  phone: string;
  relation: RelationName | '';
  careCategories: CareCategoryName[];
  whereabouts: WhereaboutsName | '';
  registeredResidence: string;
  /** What stands in the file, masked: papers and phone left empty stay as they are. */
  papersMask: string;
  phoneMask: string;
  /** The number in the file is to be taken out. */
  erasesPhone?: boolean;
};

/** The form of a household, whether it enrols, changes its file, or is corrected at the door. `people[0]` is the head. */
export type HouseholdDraft = {
  /** Of this shape: an older draft on the phone is not read. */
  form: 1;
  savedAt: number;
  requestId: string;
  householdId: string;
  version: number;
  gridId: string;
  place: string;
  address: string;
  tenure: TenureName | '';
  people: PersonDraft[];
  agreed: boolean;
  guardian: boolean;
  reason: string;
  step: number;
  /** The grid member writes it at somebody's door: the head may have no phone, and consents by word of mouth. */
  atTheDoor?: boolean;
};

export const isHouseholdDraft = (value: object): value is HouseholdDraft =>
  'form' in value && value.form === 1 && 'people' in value && Array.isArray(value.people);

export const blankPerson = (): PersonDraft => ({
  personId: '',
  name: '',
  papersType: 'residentId',
  number: '',
  birthDate: '',
  sex: '',
  phone: '',
  relation: '',
  careCategories: [],
  whereabouts: 'home',
  registeredResidence: '',
  papersMask: '',
  phoneMask: '',
});

export const blankHousehold = (requestId: string): HouseholdDraft => ({
  form: 1,
  savedAt: 0,
  requestId,
  householdId: '',
  version: 0,
  gridId: '',
  place: '',
  address: '',
  tenure: '',
  people: [{ ...blankPerson(), relation: 'head' }],
  agreed: false,
  guardian: false,
  reason: '',
  step: 0,
});

const personFromFile = (person: PersonView): PersonDraft => ({
  personId: person.personId,
  name: person.name,
  papersType: person.papersType,
  number: '',
  birthDate: person.birthDate,
  sex: person.sex,
  phone: '',
  relation: person.relation,
  careCategories: person.careCategories,
  whereabouts: person.whereabouts,
  registeredResidence: person.registeredResidence,
  papersMask: person.papersMask,
  phoneMask: person.phoneMask ?? '',
});

/** A form that starts from a file; the head comes first whatever order the file has. */
export function draftFromFile(file: HouseholdView, requestId: string): HouseholdDraft {
  const heads = file.people.filter((person) => person.relation === 'head');
  const others = file.people.filter((person) => person.relation !== 'head');
  return {
    ...blankHousehold(requestId),
    householdId: file.householdId,
    version: file.version,
    gridId: file.gridId,
    place: shortPlace(file.place),
    address: file.address,
    tenure: file.tenure,
    people: [...heads, ...others].map(personFromFile),
  };
}

/** Papers that the file holds and nobody has touched. */
export const keepsPapers = (person: PersonDraft): boolean => person.papersMask !== '' && person.number === '';

/** The birthday as far as it is known: read from a valid number, or given beside other papers. */
export function birthDateOf(person: PersonDraft): string {
  if (person.papersType !== 'residentId' || keepsPapers(person)) return person.birthDate;
  const number = person.number.trim();
  return isResidentId(number) ? readResidentId(number).birthDate : '';
}

/** Somebody in it needs the guardian's own consent. */
export const hasChild = (draft: HouseholdDraft, today: string): boolean =>
  draft.people.some((person) => {
    const birthDate = birthDateOf(person);
    return birthDate !== '' && ageOn(birthDate, today) < GUARDIAN_CONSENT_BELOW_AGE;
  });

/** Nothing of this person has been written yet: leaving the page takes the row off again. */
export const isUntouched = (person: PersonDraft): boolean =>
  person.personId === '' &&
  person.name === '' &&
  person.number === '' &&
  person.phone === '' &&
  person.relation === '';
