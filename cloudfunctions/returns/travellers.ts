import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { MAX_MEMBERS } from '../contracts/household';
import type { HouseholdDocument, PersonRecord } from '../registration/household.document';
import {
  changedFile,
  householdIdOf,
  newHousehold,
  peopled,
  type Place,
  waitingSince,
} from '../registration/household-file';
import { checkPeople } from '../registration/file-change';
import { newPersonId, type PersonFormInput, personRecord } from '../registration/person-record';
import { bornLater, type FieldErrors, missingGuardianConsent } from '../registration/rules';
import type { TravellerInput } from './declaration-file';

type Consent = { version: string; guardianForChildren: boolean; told?: true };
export type TravellersForm = {
  requestId: string;
  travellers: readonly TravellerInput[];
  consent: Consent;
};
/** A household's file as it is afterwards, and who of it travels, in the order of the form. */
export type Travelling = { file: HouseholdDocument; people: PersonRecord[] };

const formPath = (position: number): string => `travellers.${position}.form`;
/** Who returns lives here from now on. */
const asPerson = (form: NonNullable<TravellerInput['form']>): PersonFormInput => ({
  ...form,
  whereabouts: 'home',
});

/**
 * The travellers of a household that is on file: its own people as they stand, others added to it. The same object as before when nobody
 * was added. Whoever a household adds by itself waits for the grid member, as after any other change.
 */
export function travellersOf(
  file: HouseholdDocument,
  form: TravellersForm,
  { caller, now, vault }: Pick<Context, 'caller' | 'now' | 'vault'>,
  { isProxy, more }: { isProxy: boolean; more: FieldErrors },
): Travelling {
  if (file.status === 'closed') throw new AppError('CONFLICT', '这户的档案已经注销，不能用它申报');
  const errors: FieldErrors = { ...more };
  const known = new Map(file.people.map((person) => [person.personId, person]));
  const added: PersonRecord[] = [];
  const people = form.travellers.flatMap((traveller, position): PersonRecord[] => {
    if (traveller.personId !== undefined) {
      const person = known.get(traveller.personId);
      if (!person) errors[`travellers.${position}.personId`] = '档案里没有这位家人，请退出后重新打开';
      return person ? [person] : [];
    }
    if (!traveller.form) return [];
    const written = personRecord(
      newPersonId(file._id, form.requestId, position),
      asPerson(traveller.form),
      vault,
    );
    // Somebody of this household who was written in again is still one person.
    const present = file.people.find(({ papersIndex }) => papersIndex === written.papersIndex);
    if (present) return [present];
    if (written.relation === 'head')
      errors[`${formPath(position)}.relation`] = '户主已经有了，请选和户主的关系';
    Object.assign(
      errors,
      bornLater([written], () => formPath(position), toCalendarDate(now)),
    );
    added.push(written);
    return [written];
  });
  Object.assign(errors, travelTwice(people), missingGuardianConsent(people, form.consent, now));
  if (file.people.length + added.length > MAX_MEMBERS + 1)
    errors.travellers = `一户最多登记 ${MAX_MEMBERS} 位家人，请找网格员`;
  if (Object.keys(errors).length > 0) throw invalidFields(errors);
  if (added.length === 0) return { file, people };

  const change = { requestId: form.requestId, by: caller.openid, at: toTimestamp(now) };
  const withAdded = peopled([...file.people, ...added]);
  const guardianForChildren =
    (file.consent?.guardianForChildren ?? false) || form.consent.guardianForChildren;
  const next = isProxy
    ? changedFile(
        file,
        { ...change, what: 'corrected' },
        { ...withAdded, ...(file.consent && { consent: { ...file.consent, guardianForChildren } }) },
      )
    : changedFile(
        file,
        { ...change, what: 'changed' },
        {
          ...withAdded,
          ...(file.status !== 'submitted' && waitingSince(change.at, file._id)),
          status: 'submitted',
          verifiedAt: null,
          verifiedBy: null,
          returnReason: null,
          consent: {
            version: form.consent.version,
            guardianForChildren,
            at: change.at,
            by: change.by,
          },
        },
      );
  return { file: next, people };
}

/** A new file out of the travellers, who have no household here. Papers that stand elsewhere are taken as they come, as in any registration. */
export function newHouseholdOf(
  form: TravellersForm & { address: string; tenure: 'owner' | 'tenant' },
  { caller, now, vault }: Pick<Context, 'caller' | 'now' | 'vault'>,
  {
    place,
    householdId,
    isProxy,
    more,
  }: { place: Place; householdId: string; isProxy: boolean; more: FieldErrors },
): Travelling {
  const errors: FieldErrors = { ...more };
  const forms = form.travellers.flatMap((traveller, position) => {
    if (traveller.form) return [asPerson(traveller.form)];
    errors[`travellers.${position}.personId`] = '还没有登记过，请填写是谁';
    return [];
  });
  const [head, ...members] = forms;
  if (!head || forms.length < form.travellers.length) throw invalidFields(errors);
  const { requestId, address, tenure, consent } = form;
  const file = newHousehold(
    { requestId, address, tenure, head, members, consent: consentText(consent) },
    { place, openid: caller.openid, at: toTimestamp(now), vault, householdId },
  );
  checkPeople(file.people, {
    pathOf: formPath,
    today: toCalendarDate(now),
    headNeedsPhone: !isProxy,
    more: { ...errors, ...missingGuardianConsent(file.people, consent, now) },
  });
  return { file, people: file.people };
}

/** The id of a new file: a phone's own, or one more where that stands already or the phone is a proxy's. */
export const newHouseholdIdOf = (openid: string, requestId: string, isFirst: boolean): string =>
  householdIdOf(isFirst ? openid : `${openid}:${requestId}`);

type EnrolConsent = Parameters<typeof newHousehold>[0]['consent'];
/** The contract let the current version through only. */
const consentText = (consent: Consent): EnrolConsent => consent as EnrolConsent;

/** Somebody who stands in the form twice: said beside the second. */
function travelTwice(people: readonly PersonRecord[]): FieldErrors {
  const errors: FieldErrors = {};
  const seen = new Set<string>();
  people.forEach(({ papersIndex, name }, position) => {
    if (seen.has(papersIndex)) errors[`${formPath(position)}.papers.number`] = `${name}已经写过一次了`;
    seen.add(papersIndex);
  });
  return errors;
}
