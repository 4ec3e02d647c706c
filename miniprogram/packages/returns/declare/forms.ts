import type { AmendForm, DeclareForForm, DeclareForm, PlanForm } from '../../../services/returns';
import { CONSENT_VERSION } from '../../../shared/consent';
import { oneLine } from '../../../shared/words';
import type { DeclarationDraft, StayDraft, TravellerDraft } from './declaration-draft';

type Traveller = DeclareForm['travellers'][number];
type Person = NonNullable<Traveller['form']>;
type Trip = DeclareForm['trip'];

/** Drafts into what the wire takes. Give them only what `check-declaration` found right: an unanswered choice throws. */
function chosen<T extends string>(value: T | ''): T {
  if (value === '') throw new Error('an unchecked draft was sent');
  return value;
}

function personOf(person: TravellerDraft, isHead: boolean): Person {
  const number = person.number.trim().toUpperCase();
  const phone = person.phone.trim();
  return {
    name: oneLine(person.name),
    papers:
      person.papersType === 'residentId'
        ? { type: 'residentId', number }
        : { type: person.papersType, number, birthDate: person.birthDate, sex: chosen(person.sex) },
    ...(phone === '' ? {} : { phone }),
    relation: isHead ? 'head' : chosen(person.relation),
  };
}

export const conditionOf = (
  person: TravellerDraft,
): Pick<Traveller, 'health' | 'healthCode' | 'test' | 'photos'> => ({
  health: {
    temperature: person.temperature.trim() === '' ? null : Number(person.temperature),
    symptoms: person.none ? [] : person.symptoms,
    other: person.symptoms.includes('other') ? oneLine(person.other) : '',
    contact: chosen(person.contact),
  },
  healthCode: chosen(person.healthCode),
  test:
    person.tested === 'yes'
      ? { date: person.testDate, place: oneLine(person.testPlace), result: chosen(person.testResult) }
      : null,
  photos: {
    healthCode: person.photos.healthCode || null,
    itinerary: person.photos.itinerary || null,
    test: person.photos.test || null,
  },
});

const travellersOf = (draft: DeclarationDraft, hasHousehold: boolean): Traveller[] =>
  draft.travellers.map((person, index) => ({
    ...(person.personId === ''
      ? { form: personOf(person, !hasHousehold && index === 0) }
      : { personId: person.personId }),
    ...conditionOf(person),
  }));

const whereOf = ({ kind, code }: StayDraft) =>
  kind === 'division' ? { kind, code } : { kind, country: code };

export const tripOf = (draft: DeclarationDraft): Trip => ({
  transport: {
    kind: chosen(draft.transport),
    number: oneLine(draft.number).toUpperCase(),
    seat: oneLine(draft.seat),
    plate: oneLine(draft.plate) || null,
  },
  stays: draft.stays.map((stay) => ({ where: whereOf(stay), from: stay.from, to: stay.to })),
  arrivesAt: `${draft.arrivalDate}T${draft.arrivalTime}:00+08:00`,
});

const destinationOf = (draft: DeclarationDraft) => ({
  gridId: draft.gridId,
  address: oneLine(draft.address),
  tenure: chosen(draft.tenure),
});

const consentOf = (draft: DeclarationDraft) =>
  ({
    version: CONSENT_VERSION,
    guardianForChildren: draft.guardian,
  }) as const;

export const declareForm = (draft: DeclarationDraft, hasHousehold: boolean): DeclareForm => ({
  requestId: draft.requestId,
  travellers: travellersOf(draft, hasHousehold),
  trip: tripOf(draft),
  ...(hasHousehold ? {} : { destination: destinationOf(draft) }),
  signature: draft.signature,
  consent: consentOf(draft),
});

export const declareForForm = (draft: DeclarationDraft): DeclareForForm => {
  const hasHousehold = draft.householdId !== '';
  return {
    ...declareForm(draft, hasHousehold),
    ...(hasHousehold ? { householdId: draft.householdId } : {}),
    consent: { ...consentOf(draft), told: true },
  };
};

const actOf = ({ requestId, declarationId, version }: DeclarationDraft) => ({
  requestId,
  declarationId,
  version,
});

export function amendForm(draft: DeclarationDraft): AmendForm {
  const [person] = draft.travellers;
  if (person === undefined) throw new Error('a declaration without its person was sent');
  return { ...actOf(draft), trip: tripOf(draft), ...conditionOf(person) };
}

export const planForm = (draft: DeclarationDraft): PlanForm => ({ ...actOf(draft), trip: tripOf(draft) });
