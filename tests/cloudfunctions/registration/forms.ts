import { randomUUID } from 'node:crypto';
import type { Contracts, HouseholdView, InputOf } from '../../../cloudfunctions/contracts';
import { CONSENT_VERSION } from '../../../miniprogram/shared/consent';
import { completeResidentId } from '../../../miniprogram/shared/resident-id';

export type EnrolForm = InputOf<Contracts['registration']['enrol']>;
export type ChangeForm = InputOf<Contracts['registration']['changeMyHousehold']>;
type PersonForm = EnrolForm['members'][number];
type PersonChange = ChangeForm['people'][number];

export const requestId = (): string => randomUUID();

let sequence = 0;
/** A well-formed ID number that nothing else in the tests or the demo bears. */
export function residentId(birthDate: string, sex: 'female' | 'male' = 'male'): string {
  sequence += 2;
  const digits = String(100 + (sequence % 800) + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  return completeResidentId(`511998${birthDate.replaceAll('-', '')}${digits}`);
}

export const member = (form: Partial<PersonForm> = {}): PersonForm => ({
  name: '王芳',
  papers: { type: 'residentId', number: residentId('1982-05-06', 'female') },
  relation: 'spouse',
  whereabouts: 'home',
  ...form,
});

/** A family of two grown-ups. */
export const enrolForm = (gridId: string, form: Partial<EnrolForm> = {}): EnrolForm => ({
  requestId: requestId(),
  gridId,
  address: '18 号',
  tenure: 'owner',
  consent: { version: CONSENT_VERSION },
  head: {
    name: '王大成',
    papers: { type: 'residentId', number: residentId('1980-03-04') },
    phone: '15480000001',
    relation: 'head',
    whereabouts: 'home',
  },
  members: [member()],
  ...form,
});

/** A file's people as the form that changes it first shows them: nothing changed, papers and phone left out. */
export const unchanged = (file: HouseholdView): PersonChange[] =>
  file.people.map(({ personId, name, relation, careCategories, whereabouts, registeredResidence }) => ({
    personId,
    name,
    relation,
    careCategories,
    whereabouts,
    registeredResidence,
  }));

export const changeForm = (file: HouseholdView, form: Partial<ChangeForm> = {}): ChangeForm => ({
  requestId: requestId(),
  version: file.version,
  gridId: file.gridId,
  address: file.address,
  tenure: file.tenure,
  consent: { version: CONSENT_VERSION, guardianForChildren: true },
  people: unchanged(file),
  ...form,
});
