import type { FormNeeds } from '../../../../cloudfunctions/contracts/index';
import { type Errors, hasErrors } from '../../../shared/form-errors';
import { maskPapers } from '../../../shared/masks';
import { RELATIONS, SEXES } from '../../../shared/labels';
import { errorsOfTraveller } from './check-declaration';
import type { TravellerDraft } from './declaration-draft';

/** Somebody of the household's file; `busy` says why they can't be declared now. */
export type FilePerson = { personId: string; name: string; about: string; on: boolean; busy: string };
/** Somebody who is not on file, at their place among the travellers. */
export type NewPerson = { index: number; name: string; about: string; wrong: string };

type PersonOnFile = NonNullable<FormNeeds['household']>['people'][number];

/** 配偶 · 女 · 52 岁 */
export const aboutPerson = ({ relation, sex, age }: PersonOnFile): string =>
  `${RELATIONS[relation]} · ${SEXES[sex]} · ${age} 岁`;

export const filePeople = (
  people: readonly PersonOnFile[],
  travellers: readonly TravellerDraft[],
): FilePerson[] =>
  people.map((person) => ({
    personId: person.personId,
    name: person.name,
    about: aboutPerson(person),
    on: travellers.some(({ personId }) => personId === person.personId),
    busy: person.isReturning ? '已经申报过，还没有结束' : '',
  }));

/** The travellers that are not on file, from `from` on. */
export const newPeople = (travellers: readonly TravellerDraft[], errors: Errors, from: number): NewPerson[] =>
  travellers.flatMap((person, index) => {
    if (person.personId !== '' || index < from) return [];
    const own = errorsOfTraveller(errors, index);
    const number = person.number.trim();
    return [
      {
        index,
        name: person.name.trim() || '还没写名字',
        about: [
          person.relation === '' ? '' : RELATIONS[person.relation],
          number === '' ? '' : maskPapers(number),
        ]
          .filter((part) => part !== '')
          .join(' · '),
        wrong: hasErrors(own) ? (Object.values(own)[0] ?? '') : '',
      },
    ];
  });
