import type { Vault } from '../kernel/vault';
import { invalidFields } from '../kernel/invalid-fields';
import type { HouseholdDocument, PersonRecord } from './household.document';
import { changedPersonRecord, newPersonId, type PersonChangeInput, personRecord } from './person-record';
import type { FieldErrors } from './rules';

/**
 * The people of a file after a form: those named by `personId` changed, those without one added, those left out taken off.
 * Throws a refusal beside the field where the form names somebody who isn't there or adds somebody without papers.
 */
export function changedPeople(
  file: Pick<HouseholdDocument, '_id' | 'people'>,
  forms: readonly PersonChangeInput[],
  requestId: string,
  vault: Vault,
): PersonRecord[] {
  const present = new Map(file.people.map((person) => [person.personId, person]));
  const errors: FieldErrors = {};
  const people: PersonRecord[] = [];
  forms.forEach((form, position) => {
    const { personId, papers, phone, ...plain } = form;
    if (personId !== undefined) {
      const person = present.get(personId);
      // Each stands once: a second form with the same id would be two people with one number.
      present.delete(personId);
      if (person) people.push(changedPersonRecord(person, form, vault));
      else errors[`people.${position}.name`] = '档案里没有这位家人，请退出后重新打开';
    } else if (papers === undefined) {
      errors[`people.${position}.papers.number`] = '请填写证件号';
    } else {
      const whole = { ...plain, papers, ...(phone !== undefined && { phone }) };
      people.push(personRecord(newPersonId(file._id, requestId, position), whole, vault));
    }
  });
  if (Object.keys(errors).length > 0) throw invalidFields(errors);
  return people;
}
