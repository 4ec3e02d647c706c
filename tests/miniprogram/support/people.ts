import type { HouseholdView, PersonView } from '../../../cloudfunctions/contracts/index';
import {
  blankHousehold,
  blankPerson,
  type HouseholdDraft,
  type PersonDraft,
} from '../../../miniprogram/packages/registration/household-draft';
import { CONSENT_VERSION } from '../../../miniprogram/shared/consent';
import { completeResidentId } from '../../../miniprogram/shared/resident-id';

/** Invented people: a grandmother who heads the household, and her grandson of ten. */
export const GRANDMOTHER_ID = completeResidentId('51070319550308242');
export const GRANDSON_ID = completeResidentId('51070320160501003');
export const NOW = Date.parse('2026-11-22T09:00:00+08:00');
export const REQUEST_ID = 'r'.repeat(24);

export const head = (more: Partial<PersonDraft> = {}): PersonDraft => ({
  ...blankPerson(),
  name: '周平',
  number: GRANDMOTHER_ID,
  phone: '13912346021',
  relation: 'head',
  ...more,
});
export const grandson = (more: Partial<PersonDraft> = {}): PersonDraft => ({
  ...blankPerson(),
  name: '周小宇',
  number: GRANDSON_ID,
  relation: 'grandchild',
  ...more,
});

/** A form in which every question is answered. */
export const filled = (more: Partial<HouseholdDraft> = {}): HouseholdDraft => ({
  ...blankHousehold(REQUEST_ID),
  gridId: 'liuxi-3',
  place: '柳溪村三组',
  address: '12 号',
  tenure: 'owner',
  people: [head(), grandson()],
  agreed: true,
  guardian: true,
  ...more,
});

export const person = (more: Partial<PersonView>): PersonView => ({
  personId: 'p1',
  name: '周平',
  papersType: 'residentId',
  papersMask: '510***********2424',
  birthDate: '1955-03-08',
  age: 71,
  sex: 'female',
  phoneMask: '139****6021',
  relation: 'head',
  careCategories: ['chronicIllness'],
  whereabouts: 'home',
  registeredResidence: '',
  ...more,
});

/** The same household as the cloud shows it: numbers are masks. The head does not come first. */
export const file = (more: Partial<HouseholdView> = {}): HouseholdView => ({
  householdId: 'h1',
  gridId: 'liuxi-3',
  place: '青石镇 柳溪村 三组',
  address: '12 号',
  tenure: 'owner',
  status: 'submitted',
  version: 3,
  submittedAt: '2026-11-21T17:08:00+08:00',
  verifiedAt: null,
  returnReason: null,
  handedOver: null,
  guardianConsented: true,
  people: [
    person({
      personId: 'p2',
      name: '周小宇',
      papersMask: '510***********0032',
      birthDate: '2016-05-01',
      age: 10,
      sex: 'male',
      phoneMask: null,
      relation: 'grandchild',
      careCategories: [],
      whereabouts: 'away',
    }),
    person({}),
  ],
  ...more,
});

export { CONSENT_VERSION };
