import { CONSENT_VERSION } from '../../shared/consent';
import type { EnrolForForm } from '../../services/household-life';
import type { ChangeForm, CorrectForm, EnrolForm } from '../../services/registration';
import type { ClaimForm, Who } from '../../services/household-phones';
import { keepsPapers, type HouseholdDraft, type PersonDraft } from './household-draft';

type PersonForm = EnrolForm['members'][number];
type PersonChange = ChangeForm['people'][number];
type Papers = PersonForm['papers'];

/** Drafts into what the wire takes. Give them only what `check-household` found right: an unanswered choice throws. */
function chosen<T extends string>(value: T | ''): T {
  if (value === '') throw new Error('an unchecked draft was sent');
  return value;
}

function papersOf(person: PersonDraft): Papers {
  const number = person.number.trim().toUpperCase();
  if (person.papersType === 'residentId') return { type: 'residentId', number };
  return { type: person.papersType, number, birthDate: person.birthDate, sex: chosen(person.sex) };
}

/** Who somebody says they are, for finding the file in which they stand. */
export const whoIs = (person: PersonDraft): Who => ({ name: person.name.trim(), papers: papersOf(person) });

const answersOf = (person: PersonDraft) => ({
  name: person.name.trim(),
  relation: chosen(person.relation),
  careCategories: person.careCategories,
  whereabouts: chosen(person.whereabouts),
  registeredResidence: person.registeredResidence.trim(),
});

const personForm = (person: PersonDraft): PersonForm => {
  const phone = person.phone.trim();
  return { ...answersOf(person), papers: papersOf(person), ...(phone === '' ? {} : { phone }) };
};

const personChange = (person: PersonDraft): PersonChange => {
  const phone = person.phone.trim();
  return {
    ...answersOf(person),
    ...(person.personId === '' ? {} : { personId: person.personId }),
    ...(keepsPapers(person) ? {} : { papers: papersOf(person) }),
    ...(phone === '' ? {} : { phone }),
    ...(person.erasesPhone === true && phone === '' ? { erasesPhone: true } : {}),
  };
};

const householdOf = (draft: HouseholdDraft) => ({
  requestId: draft.requestId,
  gridId: draft.gridId,
  address: draft.address.trim(),
  tenure: chosen(draft.tenure),
});

const consentOf = (draft: HouseholdDraft): EnrolForm['consent'] => ({
  version: CONSENT_VERSION,
  guardianForChildren: draft.guardian,
});

export function enrolForm(draft: HouseholdDraft): EnrolForm {
  const [head, ...members] = draft.people;
  if (head === undefined) throw new Error('a household without its head was sent');
  return {
    ...householdOf(draft),
    consent: consentOf(draft),
    head: { ...personForm(head), relation: 'head', phone: head.phone.trim() },
    members: members.map(personForm),
  };
}

/** A household that the grid member enrols at its door. */
export function enrolForForm(draft: HouseholdDraft): EnrolForForm {
  const [head, ...members] = draft.people;
  if (head === undefined) throw new Error('a household without its head was sent');
  return {
    ...householdOf(draft),
    consent: { ...consentOf(draft), told: true },
    head: { ...personForm(head), relation: 'head' },
    members: members.map(personForm),
  };
}

/** The head of the enrolment form claims the file in which they stand. */
export function claimForm(draft: HouseholdDraft): ClaimForm {
  const [person] = draft.people;
  if (person === undefined) throw new Error('nobody claims');
  return {
    ...whoIs(person),
    requestId: draft.requestId,
    phone: person.phone.trim(),
    consent: consentOf(draft),
  };
}

export const changeForm = (draft: HouseholdDraft): ChangeForm => ({
  ...householdOf(draft),
  version: draft.version,
  consent: consentOf(draft),
  people: draft.people.map(personChange),
});

export const correctForm = (draft: HouseholdDraft): CorrectForm => ({
  ...householdOf(draft),
  householdId: draft.householdId,
  version: draft.version,
  reason: draft.reason.trim(),
  guardianTold: draft.guardian,
  people: draft.people.map(personChange),
});
