import type { MyDeclaration, PersonView } from '../../../../cloudfunctions/contracts/index';
import type { PapersName, RelationName, SexName, SymptomName, TenureName } from '../../../shared/labels';
import type { CONTACTS, HEALTH_CODES, TEST_RESULTS } from '../../../shared/labels';
import { calendarDate, timeText } from '../../../shared/dates';

export type ContactName = keyof typeof CONTACTS;
export type HealthCodeName = keyof typeof HEALTH_CODES;
export type TestResultName = keyof typeof TEST_RESULTS;
export type PhotoKind = 'healthCode' | 'itinerary' | 'test';

/** Somebody who returns, as far as the form has got. Empty strings are questions not yet answered. */
export type TravellerDraft = {
  /** Of the household's file; empty for somebody who is not on file. */
  personId: string;
  name: string;
  /** How the file shows them: 「女 · 71 岁」; empty for somebody not on file. */
  about: string;
  papersType: PapersName;
  number: string;
  birthDate: string;
  sex: SexName | '';
  phone: string;
  relation: RelationName | '';
  /** ℃ as typed; empty: not measured. */
  temperature: string;
  symptoms: SymptomName[];
  /** 都没有 was pressed. */
  none: boolean;
  other: string;
  contact: ContactName | '';
  healthCode: HealthCodeName | '';
  /** 做过核酸吗 */
  tested: 'yes' | 'no' | '';
  testDate: string;
  testPlace: string;
  testResult: TestResultName | '';
  /** fileIDs; empty without one. */
  photos: Record<PhotoKind, string>;
};

export type StayDraft = {
  kind: 'division' | 'abroad';
  /** A division's code, or a country in words. */
  code: string;
  /** 「四川省 成都市 武侯区」 */
  name: string;
  from: string;
  to: string;
};

export const TRANSPORTS = {
  train: '火车',
  car: '自己开车',
  coach: '大巴',
  flight: '飞机',
  ship: '船',
  other: '别的',
} as const;
export type TransportName = keyof typeof TRANSPORTS;

/** The form of a return, whoever fills it in. */
export type DeclarationDraft = {
  /** Of this shape: an older draft on the phone is not read. */
  form: 1;
  savedAt: number;
  requestId: string;
  step: number;
  /** Whose health is being asked about. */
  traveller: number;
  /** What is changed; empty for a new declaration. */
  declarationId: string;
  version: number;
  /** Proxy: the household of the travellers; empty for one that is not on file. */
  householdId: string;
  householdName: string;
  /** Proxy: looked for and not on the roll. */
  isNewHousehold: boolean;
  /** Where somebody goes who has no household here. */
  gridId: string;
  place: string;
  address: string;
  tenure: TenureName | '';
  travellers: TravellerDraft[];
  transport: TransportName | '';
  number: string;
  seat: string;
  plate: string;
  arrivalDate: string;
  arrivalTime: string;
  stays: StayDraft[];
  agreed: boolean;
  guardian: boolean;
  /** An SVG path in a box of 320 × 160. */
  signature: string;
};

export const isDeclarationDraft = (value: object): value is DeclarationDraft =>
  'form' in value && value.form === 1 && 'travellers' in value && Array.isArray(value.travellers);

export const blankTraveller = (): TravellerDraft => ({
  personId: '',
  name: '',
  about: '',
  papersType: 'residentId',
  number: '',
  birthDate: '',
  sex: '',
  phone: '',
  relation: '',
  temperature: '',
  symptoms: [],
  none: false,
  other: '',
  contact: '',
  healthCode: '',
  tested: '',
  testDate: '',
  testPlace: '',
  testResult: '',
  photos: { healthCode: '', itinerary: '', test: '' },
});

export const blankDeclaration = (requestId: string): DeclarationDraft => ({
  form: 1,
  savedAt: 0,
  requestId,
  step: 0,
  traveller: 0,
  declarationId: '',
  version: 0,
  householdId: '',
  householdName: '',
  isNewHousehold: false,
  gridId: '',
  place: '',
  address: '',
  tenure: '',
  travellers: [],
  transport: '',
  number: '',
  seat: '',
  plate: '',
  arrivalDate: '',
  arrivalTime: '',
  stays: [],
  agreed: false,
  guardian: false,
  signature: '',
});

/** Somebody of the household's file who comes. */
export const travellerOnFile = (
  { personId, name }: Pick<PersonView, 'personId' | 'name'>,
  about: string,
): TravellerDraft => ({
  ...blankTraveller(),
  personId,
  name,
  about,
});

/** The form that starts from what was declared. */
export function draftOfDeclaration(declaration: MyDeclaration, requestId: string): DeclarationDraft {
  const { transport, stays, arrivesAt, version, declarationId } = declaration;
  return {
    ...blankDeclaration(requestId),
    declarationId,
    version,
    travellers: [travellerOf(declaration)],
    transport: transport.kind,
    number: transport.number,
    seat: transport.seat,
    plate: transport.plate ?? '',
    arrivalDate: calendarDate(arrivesAt),
    arrivalTime: timeText(arrivesAt),
    stays: stays.map(({ where, place, from, to }) => ({
      kind: where.kind,
      code: where.kind === 'division' ? where.code : where.country,
      name: place,
      from,
      to,
    })),
  };
}

function travellerOf({ personId, name, health, healthCode, test, photos }: MyDeclaration): TravellerDraft {
  return {
    ...blankTraveller(),
    personId,
    name,
    temperature: health.temperature === null ? '' : health.temperature.toFixed(1),
    symptoms: health.symptoms,
    none: health.symptoms.length === 0,
    other: health.other,
    contact: health.contact,
    healthCode,
    tested: test === null ? 'no' : 'yes',
    testDate: test?.date ?? '',
    testPlace: test?.place ?? '',
    testResult: test?.result ?? '',
    photos: {
      healthCode: photos.healthCode ?? '',
      itinerary: photos.itinerary ?? '',
      test: photos.test ?? '',
    },
  };
}

/** Who it is, however the form's order changes: pictures on their way belong to them. */
export const keyOf = ({ personId, number, papersType }: TravellerDraft): string =>
  personId === '' ? `${papersType}:${number.trim().toUpperCase()}` : personId;
