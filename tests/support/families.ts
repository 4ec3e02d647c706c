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

/** A verified household that nobody else in the test touches, with its head's phone, straight in the database. */
export function putFamily(
  township: Here,
  { gridPath, care = [], members = [], changes }: Given = {},
): Family {
  const { simulator, documents, here } = township;
  const path = [...(gridPath ?? here.team.gridPath)];
  const neighbour = documents<HouseholdDocument>('households').find(
    ({ status, gridId }) => status === 'verified' && gridId === path.at(-1),
  )!;
  const _id = `h-test-${newRequestId()}`;
  const head = neighbour.people.find(({ relation }) => relation === 'head')!;
  const personOf = (name: string, birthDate: string, position: number): PersonRecord => ({
    ...head,
    personId: `${_id}-p${position}`,
    papersIndex: `${_id}-papers-${position}`,
    name,
    birthDate,
    careCategories: position === 0 ? care : [],
    relation: position === 0 ? 'head' : 'child',
  });
  const people = [{ name: '南宫测试', birthDate: '1960-05-04' }, ...members].map(
    ({ name, birthDate }, position) => personOf(name, birthDate, position),
  );
  const file: HouseholdDocument = {
    ...neighbour,
    _id,
    headName: people[0]!.name,
    people,
    papersIndexes: people.map(({ papersIndex }) => papersIndex),
    searchKeys: [],
    queueKey: `${neighbour.submittedAt} ${_id}`,
    ...changes,
  };
  simulator.database.insertMany('households', [file]);
  const withAccount = (openid: string, name: string, personId: string | null): Phone => {
    const account: Account = {
      _id: openid,
      name,
      phone: null,
      phoneIndex: null,
      householdId: _id,
      personId,
      posts: [],
      version: 1,
    };
    simulator.database.insertMany('accounts', [account]);
    return township.as(openid);
  };
  return {
    file,
    phone: withAccount(`o-${_id}-head`, file.headName, people[0]!.personId),
    phoneOf: (name, birthDate = '1990-01-01') => {
      const known = people.find((person) => person.name === name && person.birthDate === birthDate);
      return withAccount(`o-${_id}-${newRequestId()}`, name, known?.personId ?? null);
    },
  };
}
