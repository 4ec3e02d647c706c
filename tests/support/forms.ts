import { randomUUID } from 'node:crypto';
import type { Contracts, InputOf } from '../../cloudfunctions/contracts';
import { CONSENT_VERSION } from '../../miniprogram/shared/consent';
import { completeResidentId } from '../../miniprogram/shared/resident-id';

export type EnrolForm = InputOf<Contracts['registration']['enrol']>;

export const newRequestId = (): string => randomUUID();

let people = 0;

/** A right ID number that no other call gives, of somebody born on 1 June 1985. */
export const newResidentId = (): string => {
  people += 1;
  // The division is one that the demo has nobody from.
  return completeResidentId(
    `${659_000 + Math.floor(people / 1000)}19850601${String(people % 1000).padStart(3, '0')}`,
  );
};

/** The same of a child, born on 1 June 2017. */
export const newChildsId = (): string => {
  people += 1;
  return completeResidentId(
    `${659_000 + Math.floor(people / 1000)}20170601${String(people % 1000).padStart(3, '0')}`,
  );
};

/** A right phone number that no other call gives. */
export const newPhone = (): string => {
  people += 1;
  return `191${String(people).padStart(8, '0')}`;
};

/** A form as a phone sends it for two people who live at one address; change what the test is about. */
export function enrolForm(gridId: string, changes: Partial<EnrolForm> = {}): EnrolForm {
  return {
    requestId: newRequestId(),
    gridId,
    address: '槐树巷 12 号',
    tenure: 'owner',
    consent: { version: CONSENT_VERSION, guardianForChildren: true },
    head: {
      name: '欧阳春兰',
      papers: { type: 'residentId', number: newResidentId() },
      phone: newPhone(),
      relation: 'head',
      careCategories: [],
      whereabouts: 'home',
      registeredResidence: '',
    },
    members: [
      {
        name: '欧阳小满',
        papers: { type: 'passport', number: 'E12345678', birthDate: '2015-03-08', sex: 'female' },
        relation: 'child',
        careCategories: ['chronicIllness'],
        whereabouts: 'home',
        registeredResidence: '四川省成都市',
      },
    ],
    ...changes,
  };
}
