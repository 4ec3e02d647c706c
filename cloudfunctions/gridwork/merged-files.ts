import { MAX_MEMBERS } from '../contracts/household';
import { AppError } from '../kernel/errors';
import type { HouseholdDocument, PersonRecord } from '../registration/household.document';
import { type Act, changedFile, closedFile, peopled } from '../registration/household-file';

/** The two files after one household that stood in both has been put together. */
export type Merged = {
  keep: HouseholdDocument;
  drop: HouseholdDocument;
  /** Who each person of the closed file is in the kept one. */
  personIds: ReadonlyMap<string, string>;
};

/** Throws INVALID_INPUT where putting the two together would lose something. */
export function mergedFiles(keep: HouseholdDocument, drop: HouseholdDocument, act: Act): Merged {
  if (keep._id === drop._id) throw refusal('要并的是两份不同的档案');
  const shared = drop.people.filter(({ papersIndex }) => keep.papersIndexes.includes(papersIndex));
  if (shared.length === 0) throw refusal('这两户没有一样的证件号，不是同一户');
  if (keep.status === 'rostered' && drop.status !== 'rostered')
    throw refusal('请留下已经登记的那一份，名册上的那一份并过去');
  const added = drop.people.filter((person) => !shared.includes(person));
  if (keep.people.length + added.length > MAX_MEMBERS + 1)
    throw refusal(`并在一起超过 ${MAX_MEMBERS + 1} 人了，请先去掉不住在一起的人`);

  const people = [...keep.people, ...added.map(asMember)];
  return {
    keep: changedFile(keep, { ...act, what: 'merged' }, peopled(people)),
    drop: closedFile(drop, act, { reason: 'merged', mergedInto: keep._id }),
    personIds: new Map(
      drop.people.map(({ personId, papersIndex }) => [
        personId,
        keep.people.find((person) => person.papersIndex === papersIndex)?.personId ?? personId,
      ]),
    ),
  };
}

/** A household has one head: whoever headed the closed file is somebody else's relative in the kept one. */
const asMember = (person: PersonRecord): PersonRecord =>
  person.relation === 'head' ? { ...person, relation: 'other' } : person;

/** A file without somebody who stands in another household's file as well. Throws INVALID_INPUT where that is not so, or for its head. */
export function withoutDuplicate(
  file: HouseholdDocument,
  personId: string,
  other: HouseholdDocument,
  act: Act,
): HouseholdDocument {
  const person = file.people.find((one) => one.personId === personId);
  if (!person) throw new AppError('NOT_FOUND', '档案里没有这个人');
  if (
    file._id === other._id ||
    other.status === 'closed' ||
    !other.papersIndexes.includes(person.papersIndex)
  )
    throw refusal(`${person.name}没有登记在另一户，不能这样去掉`);
  if (person.relation === 'head') throw refusal(`${person.name}是这户的户主。请先换户主，或把两户并成一户`);
  const people = file.people.filter((one) => one !== person);
  return changedFile(file, { ...act, what: 'merged' }, peopled(people));
}

const refusal = (message: string): AppError => new AppError('INVALID_INPUT', message);
