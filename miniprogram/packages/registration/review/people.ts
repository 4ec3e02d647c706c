import type { HouseholdView } from '../../../../cloudfunctions/contracts/index';
import { PAPERS } from '../../../shared/labels';
import { shortPlace } from '../../../shared/places';
import { rowsOfFile } from '../person-rows';

/** A number that can be opened for a reason. `open` is what it says once it has been; empty before. */
export type SealedNumber = { field: 'papers' | 'phone'; label: string; mask: string; open: string };

/** One person as the grid member checks them. */
export type ReviewPerson = {
  personId: string;
  name: string;
  note: string;
  birthDate: string;
  isHead: boolean;
  tags: string[];
  registeredResidence: string;
  numbers: SealedNumber[];
  /** Where the same papers stand too: 柳溪村三组（王桂英）, without the name where it is not mine to see; empty when there is none. */
  duplicate: string;
  /** The file where they stand too, when it is mine to open; empty otherwise. */
  otherFile: string;
};

type Duplicates = readonly {
  personId: string;
  householdId: string | null;
  place: string;
  headName: string | null;
}[];

const twinText = ({ place, headName }: Duplicates[number]): string =>
  `${shortPlace(place)}${headName === null ? '' : `（${headName}）`}`;

export function reviewPeople(file: HouseholdView, duplicates: Duplicates): ReviewPerson[] {
  const rows = rowsOfFile(file.people);
  return file.people.map((person, index) => {
    const twins = duplicates.filter(({ personId }) => personId === person.personId);
    const sealed: SealedNumber[] = [
      { field: 'papers', label: PAPERS[person.papersType], mask: person.papersMask, open: '' },
    ];
    if (person.phoneMask !== null)
      sealed.push({ field: 'phone', label: '手机', mask: person.phoneMask, open: '' });
    return {
      personId: person.personId,
      name: person.name,
      note: rows[index]?.note ?? '',
      birthDate: person.birthDate,
      isHead: person.relation === 'head',
      tags: rows[index]?.tags ?? [],
      registeredResidence: person.registeredResidence,
      numbers: sealed,
      otherFile: twins.find(({ householdId }) => householdId !== null)?.householdId ?? '',
      duplicate: twins.map(twinText).join('、'),
    };
  });
}
