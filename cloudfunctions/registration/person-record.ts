import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { readResidentId } from '../../miniprogram/shared/resident-id';
import type { Papers, PersonChange, PersonForm } from '../contracts/person';
import type { Vault } from '../kernel/vault';
import type { PersonRecord } from './household.document';
import { maskPapers, maskPhone } from '../../miniprogram/shared/masks';

export type PersonFormInput = z.output<typeof PersonForm>;
export type PersonChangeInput = z.output<typeof PersonChange>;
type PapersInput = z.output<typeof Papers>;

/** A person as newly written into a file: numbers sealed, indexed and masked; birthday and sex read from the ID number. */
export function personRecord(personId: string, form: PersonFormInput, vault: Vault): PersonRecord {
  return {
    personId,
    ...plainFields(form),
    ...papersFields(form.papers, vault),
    ...phoneFields(form.phone, vault),
  };
}

/** The same person after a change: papers and phone that were left out stay sealed as they are. */
export function changedPersonRecord(
  present: PersonRecord,
  form: PersonChangeInput,
  vault: Vault,
): PersonRecord {
  return {
    ...present,
    ...plainFields(form),
    ...(form.papers && papersFields(form.papers, vault)),
    ...((form.phone !== undefined || form.erasesPhone === true) && phoneFields(form.phone, vault)),
  };
}

/** The same request makes the same ids, so that a retry adds nobody twice. */
export const newPersonId = (householdId: string, requestId: string, position: number): string =>
  `p${createHash('sha256').update(`${householdId}:${requestId}:${position}`).digest('hex').slice(0, 20)}`;

/** What the papers' look-up goes by. The type belongs to it: a passport may bear the digits of somebody's permit. */
export const papersIndexOf = (papers: Pick<PapersInput, 'type' | 'number'>, vault: Vault): string =>
  vault.indexOf('papers', `${papers.type}:${papers.number}`);

const plainFields = (form: Omit<PersonChangeInput, 'papers' | 'phone' | 'erasesPhone'>) => ({
  name: form.name,
  relation: form.relation,
  careCategories: [...new Set(form.careCategories)],
  whereabouts: form.whereabouts,
  registeredResidence: form.registeredResidence,
});

const papersFields = (papers: PapersInput, vault: Vault) => ({
  papersType: papers.type,
  papers: vault.seal('papers', papers.number),
  papersIndex: papersIndexOf(papers, vault),
  papersMask: maskPapers(papers.number),
  ...(papers.type === 'residentId'
    ? readResidentId(papers.number)
    : { birthDate: papers.birthDate, sex: papers.sex }),
});

const phoneFields = (phone: string | undefined, vault: Vault) =>
  phone === undefined
    ? { phone: null, phoneIndex: null, phoneMask: null }
    : {
        phone: vault.seal('phone', phone),
        phoneIndex: vault.indexOf('phone', phone),
        phoneMask: maskPhone(phone),
      };
