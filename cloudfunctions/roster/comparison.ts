import type { RowOutcome } from '../contracts/roster';
import type { HouseholdDocument, PersonRecord } from '../registration/household.document';
import { papersIndexOf, type PersonFormInput } from '../registration/person-record';
import type { Vault } from '../kernel/vault';
import { COLUMNS, type Column } from './columns';
import type { Fault } from './job.document';
import type { RosterHousehold } from './roster-rows';

/** One row against the files: what it would be, and the person on file whom it speaks of. */
export type ComparedRow = {
  row: number;
  form: PersonFormInput;
  papersIndex: string;
  outcome: Exclude<RowOutcome, 'wrong'> | 'wrong';
  present: PersonRecord | null;
};

export type Compared = {
  household: RosterHousehold;
  /** The file that is this household's already. */
  file: HouseholdDocument | null;
  rows: ComparedRow[];
  faults: Fault[];
};

/**
 * One household of the roster against the files that hold its people's papers. It is found by its head: the village's file with the same
 * head, or whose head stands in this household too (the head changed). Everybody else who is on file elsewhere is a duplicate.
 */
export function compareHousehold(
  household: RosterHousehold,
  sharing: readonly HouseholdDocument[],
  { villageId, vault }: { villageId: string; vault: Vault },
): Compared {
  const indexed = household.people.map((person) => ({
    ...person,
    papersIndex: papersIndexOf(person.form.papers, vault),
  }));
  const file = ownFile(indexed, sharing, villageId);
  const isRegistered = file !== null && file.status !== 'rostered';
  const faults: Fault[] = [];
  const fault = (row: number, column: Column, outcome: RowOutcome, message: string): void => {
    faults.push({ row, column: COLUMNS[column], outcome, message });
  };

  const rows = indexed.map(({ row, form, papersIndex }): ComparedRow => {
    const present = file?.people.find((person) => person.papersIndex === papersIndex) ?? null;
    const compared = { row, form, papersIndex, present };
    if (present && isRegistered) return { ...compared, outcome: 'same' };
    if (present) return { ...compared, outcome: saysTheSame(present, form, vault) ? 'same' : 'changed' };
    const elsewhere = sharing.find((other) => other.papersIndexes.includes(papersIndex));
    if (elsewhere) {
      fault(
        row,
        'papersNumber',
        'duplicate',
        `这个证件号已在${placeShown(elsewhere, villageId)}的另一户档案里`,
      );
      return { ...compared, outcome: 'duplicate' };
    }
    if (!isRegistered) return { ...compared, outcome: 'new' };
    fault(row, 'name', 'unlisted', '这户自己登记过，档案里没有这个人。请网格员上门核对');
    return { ...compared, outcome: 'unlisted' };
  });

  const [head] = rows;
  if (file === null && head?.outcome === 'duplicate') {
    for (const compared of rows.slice(1).filter(({ outcome }) => outcome === 'new')) {
      compared.outcome = 'wrong';
      fault(compared.row, 'relation', 'wrong', '户主在另一户的档案里，这一户没有导入');
    }
    return { household, file, rows, faults };
  }
  if (head?.outcome === 'same' && file && !isRegistered && !isSamePlace(file, household, vault))
    head.outcome = 'changed';
  return { household, file, rows, faults };
}

/** Nothing of it is to be written. */
export const isNothingToWrite = ({ file, rows }: Compared): boolean =>
  (file !== null && file.status !== 'rostered') ||
  (file === null && rows[0]?.outcome !== 'new') ||
  rows.every(({ outcome }) => outcome !== 'new' && outcome !== 'changed');

function ownFile(
  people: readonly { papersIndex: string }[],
  sharing: readonly HouseholdDocument[],
  villageId: string,
): HouseholdDocument | null {
  const head = people[0]?.papersIndex ?? '';
  const indexes = new Set(people.map(({ papersIndex }) => papersIndex));
  // Where a household stands twice, what it registered itself is the one that counts.
  const here = sharing
    .filter((file) => file.gridPath.includes(villageId) && file.papersIndexes.includes(head))
    .sort((a, b) => Number(a.status === 'rostered') - Number(b.status === 'rostered'));
  const headOf = (file: HouseholdDocument) =>
    file.people.find(({ relation }) => relation === 'head')?.papersIndex ?? '';
  return here.find((file) => headOf(file) === head) ?? here.find((file) => indexes.has(headOf(file))) ?? null;
}

function saysTheSame(present: PersonRecord, form: PersonFormInput, vault: Vault): boolean {
  const { papers } = form;
  return (
    present.name === form.name &&
    present.relation === form.relation &&
    present.whereabouts === form.whereabouts &&
    present.registeredResidence === form.registeredResidence &&
    [...present.careCategories].sort().join() === [...form.careCategories].sort().join() &&
    present.phoneIndex === (form.phone === undefined ? null : vault.indexOf('phone', form.phone)) &&
    (papers.type === 'residentId' || (papers.birthDate === present.birthDate && papers.sex === present.sex))
  );
}

const isSamePlace = (file: HouseholdDocument, household: RosterHousehold, vault: Vault): boolean =>
  file.gridId === household.gridId &&
  file.tenure === household.tenure &&
  vault.open('address', file.address) === household.address;

/** The team within the village; of other villages' files no more than town and village. */
const placeShown = ({ gridPath, pathNames }: HouseholdDocument, villageId: string): string =>
  gridPath.includes(villageId) ? pathNames.slice(1).join('') : pathNames.slice(0, 2).join('');
