import * as z from 'zod';
import { GridId } from './grid';
import { Consent, Household, HouseholdStatus } from './household';
import {
  Contact,
  DecisionView,
  HealthCode,
  Measure,
  NucleicAcidTest,
  OtherSymptom,
  Stay,
  Symptom,
  Symptoms,
  Temperature,
} from './health';
import { CalendarDate, PersonForm, PersonView, Sex } from './person';
import { words } from './text';

export const Moment = z.iso.datetime({ offset: true, error: '请选择日期和时间' });
export const DeclarationId = z.string('缺少申报编号').min(1).max(64);

/** declared 已申报 → checked 已核实 → closed 已结束; or cancelled 已取消. See the declaration's document. */
export const DeclarationStatus = z.enum(['declared', 'checked', 'closed', 'cancelled']);
export type DeclarationStatus = z.infer<typeof DeclarationStatus>;

/** What has to happen next before it is checked: the person arrives, or somebody goes and checks. Null afterwards. */
export const WaitsFor = z.enum(['arrival', 'check']);

export const TRANSPORT_KINDS = ['train', 'flight', 'coach', 'ship', 'car', 'other'] as const;
export const TransportKind = z.enum(TRANSPORT_KINDS, '请选择怎么来的');
/** Who goes by these shares it with strangers, so its number matters: whoever sat near a case is looked for by it. */
const NUMBERED: readonly z.infer<typeof TransportKind>[] = ['train', 'flight', 'coach', 'ship'];

export const Transport = z
  .object({
    kind: TransportKind,
    /** 车次、航班号 */
    number: words('车次、航班号', { min: 0, max: 20 }).default(''),
    seat: words('座位', { min: 0, max: 20 }).default(''),
    /** 车牌; of one's own car, or whoever's one came in. */
    plate: words('车牌', { min: 0, max: 12 })
      .transform((plate) => (plate === '' ? null : plate.toUpperCase()))
      .nullish()
      .transform((plate) => plate ?? null),
  })
  .superRefine(({ kind, number, plate }, issues) => {
    if (NUMBERED.includes(kind) && number === '')
      issues.addIssue({ code: 'custom', path: ['number'], message: '请填写车次、航班号' });
    if (kind === 'car' && plate === null)
      issues.addIssue({ code: 'custom', path: ['plate'], message: '请填写车牌' });
  });

/** How and when somebody comes, and where they were before. People who travel together share it. */
export const Trip = z.object({
  transport: Transport,
  /** Must cover the look-back window of the rules in force: see `form`. */
  stays: z.array(Stay, '请写住过哪里').min(1, '请写住过哪里').max(40, '最多写 40 处'),
  /** When they reach the village; before or after now. */
  arrivesAt: Moment,
});

export const Health = z
  .object({
    /** Null: has not been measured. */
    temperature: Temperature.nullable(),
    symptoms: Symptoms,
    other: OtherSymptom,
    contact: Contact,
  })
  .refine(({ symptoms, other }) => !symptoms.includes('other') || other !== '', {
    path: ['other'],
    message: '请写哪里不舒服',
  });

/**
 * A picture that the phone put into cloud storage under `returns/`, by its file id. Nothing else in storage can be named here, so that
 * a declaration never opens somebody else's file.
 */
export const PHOTO_FOLDER = 'returns/';
const Photo = z
  .string('照片没有传上来，请再选一次')
  .max(300)
  .regex(
    /^cloud:\/\/[^/]+\/returns\/[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*\.(jpe?g|png|webp)$/i,
    '照片没有传上来，请再选一次',
  );
export const PhotoKind = z.enum(['healthCode', 'itinerary', 'test']);
export const Photos = z.object({
  healthCode: Photo.nullish().transform((id) => id ?? null),
  itinerary: Photo.nullish().transform((id) => id ?? null),
  test: Photo.nullish().transform((id) => id ?? null),
});

/** 实名签字: the finger's strokes as an SVG path (`M10 20L12 22…`), drawn in a box of 320 × 160. */
export const Signature = z
  .string('请签名')
  .min(8, '请签名')
  .max(30_000, '签名太长了，请清掉重签')
  .regex(/^M[MLQCZ0-9 .,-]+$/i, '签名没有传上来，请清掉重签');

/** What is said of one person's health; who it is comes with it. */
const Condition = {
  health: Health,
  healthCode: HealthCode,
  test: NucleicAcidTest.nullable(),
  photos: Photos,
};

/** Somebody of the household by `personId`, or somebody not on file yet by `form`, who is enrolled with it. */
export const Traveller = z
  .object({
    personId: z.string().min(1).max(64).optional(),
    form: PersonForm.omit({ whereabouts: true }).optional(),
    ...Condition,
  })
  .superRefine(({ personId, form }, issues) => {
    if ((personId === undefined) === (form === undefined))
      issues.addIssue({ code: 'custom', path: ['form', 'name'], message: '请选家里人，或者填写是谁' });
  });
export const Travellers = z
  .array(Traveller, '请写谁回来')
  .min(1, '请写谁回来')
  .max(10, '一次最多申报 10 个人');

/** Where somebody goes who has no household here: a new file is made there, which waits for the grid member. */
export const Destination = Household;
export const DeclarationConsent = Consent;

/** What somebody can still say differently before the check. */
export const Amendment = z.object({ trip: Trip, ...Condition });

/** A stay with its place in words: 「四川省成都市武侯区」. */
export const StayView = Stay.extend({ place: z.string() });

export const TransportView = z.object({
  kind: TransportKind,
  number: z.string(),
  seat: z.string(),
  plate: z.string().nullable(),
});

const HealthView = z.object({
  temperature: z.number().nullable(),
  symptoms: z.array(Symptom),
  other: z.string(),
  contact: Contact,
});

/** A declaration as its household reads it. */
export const MyDeclaration = z.object({
  declarationId: DeclarationId,
  /** The same for everybody who travels together. */
  arrivalId: z.string(),
  personId: z.string(),
  name: z.string(),
  /** 「青石镇 柳溪村 三组」 */
  place: z.string(),
  status: DeclarationStatus,
  waitsFor: WaitsFor.nullable(),
  /** Send it back with a change: what somebody else wrote since is then not lost. */
  version: z.number().int(),
  arrivesAt: Moment,
  declaredAt: Moment,
  transport: TransportView,
  stays: z.array(StayView),
  health: HealthView,
  healthCode: HealthCode,
  test: NucleicAcidTest.nullable(),
  /** The file ids that were sent with it. */
  photos: z.object({
    healthCode: z.string().nullable(),
    itinerary: z.string().nullable(),
    test: z.string().nullable(),
  }),
  /** What applies and why. Until the check it says what would apply if everything stays as declared. */
  decision: DecisionView,
  isProvisional: z.boolean(),
  checkedAt: Moment.nullable(),
  cancelled: z.object({ at: Moment, reason: z.string() }).nullable(),
  observationId: z.string().nullable(),
});
export type MyDeclaration = z.infer<typeof MyDeclaration>;

/** A row of the staff's list. */
export const DeclarationRow = z.object({
  declarationId: DeclarationId,
  name: z.string(),
  age: z.number().int(),
  sex: Sex,
  place: z.string(),
  address: z.string(),
  /** The last stay's place. */
  from: z.string(),
  transport: TransportView,
  arrivesAt: Moment,
  status: DeclarationStatus,
  waitsFor: WaitsFor.nullable(),
  measure: Measure,
  feverClinicFirst: z.boolean(),
  /** A risk area that became known afterwards may change what applies. */
  needsReview: z.boolean(),
});
export type DeclarationRow = z.infer<typeof DeclarationRow>;

/** 五包一 */
export const ResponsibleForm = z.object({
  role: z.enum(
    ['townCadre', 'villageCadre', 'gridMember', 'villageDoctor', 'police', 'volunteer'],
    '请选择是谁',
  ),
  name: words('姓名', { max: 30 }),
});

/** The whole declaration as whoever checks it sees it; numbers are masks. */
export const DeclarationView = MyDeclaration.omit({ photos: true }).extend({
  householdId: z.string(),
  householdStatus: HouseholdStatus,
  sex: Sex,
  birthDate: CalendarDate,
  age: z.number().int(),
  address: z.string(),
  papersMask: z.string(),
  phoneMask: z.string().nullable(),
  declaredBy: z.object({ name: z.string(), how: z.enum(['self', 'household', 'proxy', 'pushedList']) }),
  /** The strokes as an SVG path in a box of 320 × 160. */
  signature: z.string(),
  /** Which pictures there are; `openPhotos` shows them. */
  photos: z.object({ healthCode: z.boolean(), itinerary: z.boolean(), test: z.boolean() }),
  /** Others who travel with them. */
  companions: z.array(
    z.object({ declarationId: DeclarationId, name: z.string(), status: DeclarationStatus }),
  ),
  /** ℃ at and above which it is a fever, the symptoms that are asked about, and over how many days stays count, by the rules of the day of arrival. */
  feverFrom: z.number(),
  askedSymptoms: z.array(Symptom),
  lookBackDays: z.number().int(),
  checkedByName: z.string().nullable(),
  /** What would apply now that another risk area is known, while it waits: `rulebook.settleFound` settles it. */
  review: z.object({ foundAt: Moment, because: z.string(), decision: DecisionView }).nullable(),
});
export type DeclarationView = z.infer<typeof DeclarationView>;

/** What the form needs before somebody fills it in. */
export const FormNeeds = z.object({
  /** The disease as the plan calls it. */
  disease: z.string(),
  /** Days over which stays are asked about, the day of arrival included: 14 squares. */
  lookBackDays: z.number().int(),
  /** Symptoms to ask about. */
  symptoms: z.array(Symptom),
  /** ℃ at and above which it is a fever. */
  feverFrom: z.number(),
  household: z
    .object({
      householdId: z.string(),
      gridId: GridId,
      place: z.string(),
      people: z.array(
        PersonView.pick({
          personId: true,
          name: true,
          papersMask: true,
          phoneMask: true,
          relation: true,
          age: true,
          sex: true,
        }).extend({
          /** Has a return that is not over: declared already, or under observation. */
          isReturning: z.boolean(),
        }),
      ),
    })
    .nullable(),
});
export type FormNeeds = z.infer<typeof FormNeeds>;
