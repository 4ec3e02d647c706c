import * as z from 'zod';
import type { Contract } from './contract';
import {
  Amendment,
  DeclarationConsent,
  DeclarationId,
  DeclarationRow,
  DeclarationView,
  Destination,
  FormNeeds,
  Moment,
  MyDeclaration,
  PhotoKind,
  ResponsibleForm,
  Signature,
  Travellers,
  Trip,
} from './declaration';
import { GridId, RequestId } from './grid';
import {
  Contact,
  DecisionView,
  HealthCode,
  NucleicAcidTest,
  OtherSymptom,
  Stay,
  Symptoms,
  Temperature,
} from './health';
import { Reason } from './household';
import { CalendarDate } from './person';

/** Who receives people who return. */
export const RECEIVERS = {
  by: 'staff',
  roles: ['gridMember', 'gridLeader', 'villageDoctor', 'townOfficer'],
} as const;

const Act = { requestId: RequestId, declarationId: DeclarationId, version: z.number().int().min(1) };
const Declared = z.object({
  arrivalId: z.string(),
  householdId: z.string(),
  /** One for each traveller, in the order of the form. */
  declarations: z.array(MyDeclaration),
});
const HouseholdId = z.string().min(1).max(64);

/** The tabs of the staff's list; each is one range of an index. */
export const QueueTab = z.enum(['today', 'overdue', 'waiting', 'later', 'all']);

/** 来返申报: who returns, what applies to them, and the check on arrival. */
export const returnsContract = {
  /**
   * What the form needs, by the rules for that day of arrival (today when none is named). `gridId`: where somebody without a household goes,
   * once they have chosen it. A caller with a household gets its people too.
   */
  form: {
    access: { by: 'anyone' },
    audit: 'none',
    limit: { times: 200, perSeconds: 3600, counted: 'instance' },
    input: z.object({ gridId: GridId.optional(), arrivalDate: CalendarDate.optional() }),
    output: FormNeeds,
  },
  /** The same for a proxy: with the people of a household in my grids, or without one. */
  formFor: {
    access: RECEIVERS,
    audit: 'personal',
    input: z.object({
      householdId: HouseholdId.optional(),
      gridId: GridId.optional(),
      arrivalDate: CalendarDate.optional(),
    }),
    output: FormNeeds,
  },
  /**
   * Declares a return: one declaration a traveller. Who has no household here names a `destination`, and the first traveller becomes its head
   * (`form.relation` is `head`, with a phone); a companion not on file joins the household's file. CONFLICT while somebody of them has a
   * return that is not over; the same `requestId` answers the same result. Errors stand at the input's paths, of stays at `trip.stays`.
   */
  declare: {
    access: { by: 'anyone' },
    audit: 'personal',
    limit: { times: 20, perSeconds: 3600, counted: 'database' },
    input: z.object({
      requestId: RequestId,
      travellers: Travellers,
      trip: Trip,
      destination: Destination.optional(),
      signature: Signature,
      consent: DeclarationConsent,
    }),
    output: Declared,
  },
  /** For somebody without a phone: of a household in my grids (`householdId`), or of a new one at an address there (`destination`). */
  declareFor: {
    access: RECEIVERS,
    audit: 'personal',
    limit: { times: 120, perSeconds: 3600, counted: 'instance' },
    input: z.object({
      requestId: RequestId,
      householdId: HouseholdId.optional(),
      destination: Destination.optional(),
      travellers: Travellers,
      trip: Trip,
      signature: Signature,
      consent: DeclarationConsent.extend({
        told: z.literal(true, '请先把隐私说明念给本人听，同意了再申报'),
      }),
    }),
    output: Declared,
  },
  /** My household's declarations, newest first. */
  mine: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ declarations: z.array(MyDeclaration) }),
  },
  /** Changes one person's declaration until it is checked. */
  amend: {
    access: { by: 'household' },
    audit: 'personal',
    limit: { times: 60, perSeconds: 3600, counted: 'instance' },
    input: Amendment.extend(Act),
    output: MyDeclaration,
  },
  /** The same by whoever receives them, for somebody who rings up. */
  amendFor: { access: RECEIVERS, audit: 'personal', input: Amendment.extend(Act), output: MyDeclaration },
  /** 我改行程了: another time or way; for everybody who travels along, unless said otherwise. */
  changePlan: {
    access: { by: 'household' },
    audit: 'personal',
    limit: { times: 60, perSeconds: 3600, counted: 'instance' },
    input: z.object({ ...Act, trip: Trip, withCompanions: z.boolean().default(true) }),
    output: z.object({ declarations: z.array(MyDeclaration) }),
  },
  /** 不来了 */
  cancel: {
    access: { by: 'household' },
    audit: 'personal',
    limit: { times: 60, perSeconds: 3600, counted: 'instance' },
    input: z.object({ ...Act, reason: Reason, withCompanions: z.boolean().default(false) }),
    output: z.object({ declarations: z.array(MyDeclaration) }),
  },
  /** 我到了: goes to the list of those who wait for the check; for everybody who travelled along, unless said otherwise. */
  tellArrival: {
    access: { by: 'household' },
    audit: 'personal',
    limit: { times: 60, perSeconds: 3600, counted: 'instance' },
    input: z.object({ ...Act, withCompanions: z.boolean().default(true) }),
    output: z.object({ declarations: z.array(MyDeclaration) }),
  },
  /**
   * Declarations in my grids: expected today, due and not arrived, arrived and waiting for the check, later, or all of them (latest arrival first; the others earliest first). `after` is the last page's `next`.
   */
  queue: {
    access: RECEIVERS,
    audit: 'none',
    input: z.object({ tab: QueueTab, after: z.string().max(200).optional() }),
    output: z.object({ rows: z.array(DeclarationRow), next: z.string().nullable() }),
  },
  /** One declaration in my grids. That it was looked at is recorded. */
  show: {
    access: RECEIVERS,
    audit: 'personal',
    input: z.object({ declarationId: DeclarationId }),
    output: DeclarationView,
  },
  /** Opens somebody's phone number to call them. */
  openPhone: {
    access: RECEIVERS,
    audit: 'personal',
    limit: { times: 120, perSeconds: 3600, counted: 'database' },
    input: z.object({ declarationId: DeclarationId, reason: Reason }),
    output: z.object({ value: z.string() }),
  },
  /** Opens the pictures for some minutes. */
  openPhotos: {
    access: RECEIVERS,
    audit: 'personal',
    limit: { times: 120, perSeconds: 3600, counted: 'database' },
    input: z.object({ declarationId: DeclarationId, reason: Reason }),
    output: z.object({ photos: z.array(z.object({ kind: PhotoKind, url: z.string() })) }),
  },
  /** What the check on arrival would decide with these facts. Writes nothing: shown before the button is pressed. */
  previewCheck: {
    access: RECEIVERS,
    audit: 'personal',
    input: z.object({
      declarationId: DeclarationId,
      arrivedAt: Moment,
      temperature: Temperature,
      symptoms: Symptoms,
      stays: z.array(Stay).min(1).max(40).optional(),
      test: NucleicAcidTest.nullable().optional(),
      healthCode: HealthCode.optional(),
      contact: Contact.optional(),
    }),
    output: DecisionView,
  },
  /**
   * 核实: the person is here and was seen. Decides by the rules of the day of arrival and starts the measure. What is left out of the corrections
   * stays as declared. A fever or symptom raises an alert at once.
   */
  checkArrival: {
    access: RECEIVERS,
    audit: 'personal',
    input: z
      .object({
        ...Act,
        arrivedAt: Moment,
        temperature: Temperature,
        symptoms: Symptoms,
        other: OtherSymptom,
        stays: z.array(Stay).min(1, '请写住过哪里').max(40, '最多写 40 处').optional(),
        test: NucleicAcidTest.nullable().optional(),
        healthCode: HealthCode.optional(),
        contact: Contact.optional(),
        responsible: z.array(ResponsibleForm).max(12, '最多写 12 个人').default([]),
      })
      .refine(({ symptoms, other }) => !symptoms.includes('other') || other !== '', {
        path: ['other'],
        message: '请写哪里不舒服',
      }),
    output: DeclarationView,
  },
  /** 没有来: was expected and did not come, or lives elsewhere after all. */
  didNotCome: {
    access: RECEIVERS,
    audit: 'personal',
    input: z.object({ ...Act, reason: Reason }),
    output: DeclarationView,
  },
  /** Decides again by today's knowledge of the risk areas, for a declaration that is open. */
  reclassify: { access: RECEIVERS, audit: 'personal', input: z.object(Act), output: DeclarationView },
  /** Computes a stored decision again from its facts, its rules and its areas. */
  replay: {
    access: { by: 'staff', roles: ['townOfficer'] },
    audit: 'personal',
    input: z.object({ declarationId: DeclarationId }),
    output: z.object({ isEqual: z.boolean(), stored: DecisionView, replayed: DecisionView }),
  },
} satisfies Contract;
