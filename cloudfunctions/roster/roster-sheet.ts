import {
  CARE_CATEGORIES,
  PAPERS,
  RELATIONS,
  SEXES,
  TENURES,
  WHEREABOUTS,
} from '../../miniprogram/shared/labels';
import type { Vault } from '../kernel/vault';
import type { HouseholdDocument, PersonRecord } from '../registration/household.document';
import { type Column, COLUMN_NAMES } from './columns';

export const ROSTER_SHEET = '花名册';
export const COLUMN_WIDTHS = [8, 12, 12, 10, 24, 14, 8, 16, 12, 28, 12, 20, 14, 24];

/** Files as rows of a roster, numbers in the clear; what this writes can be imported as it stands. */
export const rowsOfFiles = (
  files: readonly HouseholdDocument[],
  villageDepth: number,
  vault: Vault,
): string[][] =>
  files.flatMap((file, position) =>
    headFirst(file.people).map((person) => {
      const cells = {
        household: String(position + 1),
        ...cellsOfPerson(person, vault),
        ...(person.relation === 'head' ? cellsOfHousehold(file, villageDepth, vault) : {}),
      };
      return COLUMN_NAMES.map((column) => (cells as Partial<Record<Column, string>>)[column] ?? '');
    }),
  );

const headFirst = (people: readonly PersonRecord[]): PersonRecord[] => [
  ...people.filter(({ relation }) => relation === 'head'),
  ...people.filter(({ relation }) => relation !== 'head'),
];

const cellsOfPerson = (person: PersonRecord, vault: Vault): Partial<Record<Column, string>> => ({
  name: person.name,
  relation: RELATIONS[person.relation],
  papersType: PAPERS[person.papersType],
  papersNumber: vault.open('papers', person.papers),
  birthDate: person.birthDate,
  sex: SEXES[person.sex],
  phone: person.phone === null ? '' : vault.open('phone', person.phone),
  care: person.careCategories.map((category) => CARE_CATEGORIES[category]).join('、'),
  whereabouts: WHEREABOUTS[person.whereabouts],
  residence: person.registeredResidence,
});

const cellsOfHousehold = (
  file: HouseholdDocument,
  villageDepth: number,
  vault: Vault,
): Partial<Record<Column, string>> => ({
  grid: file.pathNames.slice(villageDepth).join(''),
  address: vault.open('address', file.address),
  tenure: TENURES[file.tenure],
});
