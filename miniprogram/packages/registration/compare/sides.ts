import type { readHousehold } from '../../../services/registration';
import { RELATIONS } from '../../../shared/labels';
import { fileView } from '../file-view';

type File = Awaited<ReturnType<typeof readHousehold>>;

/** One of the two files that stand side by side. */
export type Side = {
  householdId: string;
  version: number;
  title: string;
  place: string;
  address: string;
  status: string;
  when: string;
  people: {
    personId: string;
    name: string;
    relation: string;
    papers: string;
    /** On file in the other household as well. */
    twice: boolean;
    /** May be taken off here: the head can't. */
    mayGo: boolean;
  }[];
};

/** The two files, with the people marked who stand in both. */
export const sidesOf = (one: File, other: File, now: number): [Side, Side] => [
  sideOf(one, other.householdId, now),
  sideOf(other, one.householdId, now),
];

function sideOf(file: File, otherId: string, now: number): Side {
  const { place, address, statusText, when } = fileView(file, now);
  const twice = new Set(
    file.duplicates.filter(({ householdId }) => householdId === otherId).map(({ personId }) => personId),
  );
  return {
    householdId: file.householdId,
    version: file.version,
    title: `${file.people.find(({ relation }) => relation === 'head')?.name ?? ''}家`,
    place,
    address,
    status: statusText,
    when,
    people: file.people.map(({ personId, name, relation, papersMask }) => ({
      personId,
      name,
      relation: RELATIONS[relation],
      papers: papersMask,
      twice: twice.has(personId),
      mayGo: twice.has(personId) && relation !== 'head',
    })),
  };
}

export const MERGE_REASONS = ['同一户登记了两次', '夫妻各登记了一次', '名册上和自己登记的是一户'];
export const TAKE_OFF_REASONS = ['已经住到那一户去了', '登记时写错了户'];
