import type { PersonView } from '../../../cloudfunctions/contracts/index';
import type { Errors } from '../../shared/form-errors';
import { ageOn } from '../../shared/dates';
import { CARE_CATEGORIES, PAPERS, RELATIONS, SEXES, WHEREABOUTS } from '../../shared/labels';
import { maskPapers, maskPhone } from '../../shared/masks';
import { isMobilePhone } from '../../shared/phone';
import { isResidentId, readResidentId } from '../../shared/resident-id';
import { errorsOfPerson } from './check-household';
import { birthDateOf, keepsPapers, type PersonDraft } from './household-draft';

/** One person as a list shows them. `index`: where they stand in the draft or file. */
export type PersonRow = {
  index: number;
  name: string;
  /** 户主, 女, 71 岁 */
  note: string;
  /** Masked papers and phone. */
  numbers: string[];
  tags: string[];
  /** What is still missing or wrong; empty when all is well. */
  problem: string;
};

const tagsOf = (person: Pick<PersonView, 'careCategories' | 'whereabouts'>): string[] => [
  ...(person.whereabouts === 'home' ? [] : [WHEREABOUTS[person.whereabouts]]),
  ...person.careCategories.map((category) => CARE_CATEGORIES[category]),
];

/** Rows of a file: everything personal arrives masked. */
export const rowsOfFile = (people: readonly PersonView[]): PersonRow[] =>
  people.map((person, index) => ({
    index,
    name: person.name,
    note: `${RELATIONS[person.relation]} · ${SEXES[person.sex]} · ${person.age} 岁`,
    numbers: [
      `${PAPERS[person.papersType]} ${person.papersMask}`,
      ...(person.phoneMask === null ? [] : [`手机 ${person.phoneMask}`]),
    ],
    tags: tagsOf(person),
    problem: '',
  }));

/** Of a number half written there is nothing to hide yet. */
const SHORTEST_PAPERS = 5;
const papersShown = (number: string): string =>
  number.length < SHORTEST_PAPERS ? number : maskPapers(number);
const phoneShown = (phone: string): string => (isMobilePhone(phone) ? maskPhone(phone) : phone);

function sexOf(person: PersonDraft): string {
  const number = person.number.trim().toUpperCase();
  if (person.papersType === 'residentId' && !keepsPapers(person))
    return isResidentId(number) ? SEXES[readResidentId(number).sex] : '';
  return person.sex === '' ? '' : SEXES[person.sex];
}

/** Rows of a draft; its own numbers are masked too, for somebody may look over the shoulder. */
export function rowsOfDraft(people: readonly PersonDraft[], errors: Errors, today: string): PersonRow[] {
  return people.map((person, index) => {
    const birthDate = birthDateOf(person);
    const papers = person.number === '' ? person.papersMask : papersShown(person.number.trim());
    const kept = person.erasesPhone === true ? '' : person.phoneMask;
    const phone = person.phone === '' ? kept : phoneShown(person.phone.trim());
    const note = [
      person.relation === '' ? '' : RELATIONS[person.relation],
      sexOf(person),
      birthDate === '' ? '' : `${ageOn(birthDate, today)} 岁`,
    ];
    return {
      index,
      name: person.name.trim() || '还没写姓名',
      note: note.filter((part) => part !== '').join(' · '),
      numbers: [
        ...(papers === '' ? [] : [`${PAPERS[person.papersType]} ${papers}`]),
        ...(phone === '' ? [] : [`手机 ${phone}`]),
      ],
      tags: tagsOf({ careCategories: person.careCategories, whereabouts: person.whereabouts || 'home' }),
      problem: Object.values(errorsOfPerson(errors, index))[0] ?? '',
    };
  });
}
