import type { Account } from '../../cloudfunctions/kernel/identity';
import type { HouseholdDocument, PersonRecord } from '../../cloudfunctions/registration/household.document';
import { newRequestId } from './forms';
import type { Phone, Township } from './township';

type Here = Pick<Township, 'simulator' | 'documents' | 'as' | 'here'>;

export type Family = {
  file: HouseholdDocument;
  /** The head's. */
  phone: Phone;
  /** Another phone of the household: of somebody of this birthday, 1990 unless told. */
  phoneOf: (name: string, birthDate?: string) => Phone;
};

type Given = {
  /** Where it lives; the first team of `here` unless told. */
  gridPath?: readonly string[];
  care?: PersonRecord['careCategories'];
  /** People besides the head, with their birthdays. */
  members?: { name: string; birthDate: string }[];
  changes?: Partial<HouseholdDocument>;
};

/** Somebody's phone that belongs to a household. */
const accountOf = (openid: string, name: string, householdId: string, personId: string | null): Account => ({
  _id: openid,
  name,
  phone: null,
  phoneIndex: null,
  householdId,
  personId,
  posts: [],
  version: 1,
});

/** A verified household beside a neighbour's, and its head's phone, as they would stand in the database. */
export function familyBeside(
  neighbour: HouseholdDocument,
  { care = [], members = [], changes }: Omit<Given, 'gridPath'> = {},
): { file: HouseholdDocument; account: Account } {
  const _id = `h-test-${newRequestId()}`;
  const head = neighbour.people.find(({ relation }) => relation === 'head')!;
  const people = [{ name: '南宫测试', birthDate: '1960-05-04' }, ...members].map(
    ({ name, birthDate }, position): PersonRecord => ({
      ...head,
      personId: `${_id}-p${position}`,
      papersIndex: `${_id}-papers-${position}`,
      name,
      birthDate,
      careCategories: position === 0 ? care : [],
      relation: position === 0 ? 'head' : 'child',
    }),
  );
  const { name, personId } = people[0]!;
  const file: HouseholdDocument = {
    ...neighbour,
    _id,
    headName: name,
    people,
    papersIndexes: people.map(({ papersIndex }) => papersIndex),
    searchKeys: [],
    queueKey: `${neighbour.submittedAt} ${_id}`,
    ...changes,
  };
  return { file, account: accountOf(`o-${_id}-head`, name, _id, personId) };
}

/** A verified household of a grid of the demo. */
export const neighbourIn = ({ documents }: Pick<Township, 'documents'>, gridId: string): HouseholdDocument =>
  documents<HouseholdDocument>('households').find(
    (file) => file.status === 'verified' && file.gridId === gridId,
  )!;

/** A verified household that nobody else in the test touches, with its head's phone, straight in the database. */
export function putFamily(township: Here, { gridPath, ...given }: Given = {}): Family {
  const { database } = township.simulator;
  const gridId = (gridPath ?? township.here.team.gridPath).at(-1)!;
  const { file, account } = familyBeside(neighbourIn(township, gridId), given);
  database.insertMany('households', [file]);
  database.insertMany('accounts', [account]);
  return {
    file,
    phone: township.as(account._id),
    phoneOf: (name, birthDate = '1990-01-01') => {
      const known = file.people.find((person) => person.name === name && person.birthDate === birthDate);
      const other = accountOf(`o-${file._id}-${newRequestId()}`, name, file._id, known?.personId ?? null);
      database.insertMany('accounts', [other]);
      return township.as(other._id);
    },
  };
}
