import * as z from 'zod';
import { isResidentId } from '../../miniprogram/shared/resident-id';
import { isMobilePhone } from '../../miniprogram/shared/phone';
import { words } from './text';

export const PersonName = words('姓名', { max: 30 }).regex(/^[\p{L}·.' -]+$/u, '姓名里只能有文字和间隔点');
export const Phone = z.string('请填写手机号').refine(isMobilePhone, '手机号是 11 位数字，请再看一遍');
export const Sex = z.enum(['female', 'male'], '请选择性别');
export const CalendarDate = z.iso.date('日期不对，请重新选择');

/** Relation to the head of the household (GB/T 4761, shortened to what a village needs). */
export const Relation = z.enum(
  [
    'head',
    'spouse',
    'child',
    'childInLaw',
    'grandchild',
    'parent',
    'grandparent',
    'sibling',
    'other',
    'tenant',
  ],
  '请选择与户主的关系',
);

/** 七类人: people whom the village looks after first. */
export const CareCategory = z.enum([
  'livingAloneElderly',
  'pregnantOrNewlyDelivered',
  'disabled',
  'limitedMobility',
  'dialysis',
  'mentalIllness',
  'chronicIllness',
]);

/** At home, away for work (在外务工), or abroad (境外人员). */
export const Whereabouts = z.enum(['home', 'away', 'abroad'], '请选择现在在哪里');

const ResidentIdPapers = z.object({
  type: z.literal('residentId'),
  number: z
    .string('请填写身份证号')
    .trim()
    .toUpperCase()
    .refine(isResidentId, '身份证号不对，请对照身份证再看一遍'),
});
/** Foreigners, and people from Hong Kong, Macao and Taiwan: birthday and sex can't be read from the number. */
const OtherPapers = z.object({
  type: z.enum(['passport', 'travelPermit', 'other']),
  number: z
    .string('请填写证件号')
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{5,20}$/, '证件号由 5 到 20 位字母和数字组成'),
  birthDate: CalendarDate,
  sex: Sex,
});
export const Papers = z.discriminatedUnion('type', [ResidentIdPapers, OtherPapers], '请选择证件类型');

/** One person as written into a form. */
export const PersonForm = z.object({
  name: PersonName,
  papers: Papers,
  /** Children and some elderly have none. */
  phone: Phone.optional(),
  relation: Relation,
  careCategories: z.array(CareCategory).max(7).default([]),
  whereabouts: Whereabouts,
  /** 户口所在地, in words; empty when it is this address. */
  registeredResidence: words('户口所在地', { min: 0, max: 60 }).default(''),
});

/** The same person in a form that changes a file: papers and phone left out stay as they are, for they were only shown masked. */
export const PersonChange = PersonForm.extend({
  /** Absent for somebody added. */
  personId: z.string().max(64).optional(),
  papers: Papers.optional(),
  /** The number is taken out of the file: nobody answers there any more. */
  erasesPhone: z.boolean().optional(),
});

/** One person as shown in a list or a file: numbers are masks. */
export const PersonView = z.object({
  personId: z.string(),
  name: z.string(),
  papersType: z.enum(['residentId', 'passport', 'travelPermit', 'other']),
  papersMask: z.string(),
  birthDate: CalendarDate,
  age: z.number(),
  sex: Sex,
  phoneMask: z.string().nullable(),
  relation: Relation,
  careCategories: z.array(CareCategory),
  whereabouts: Whereabouts,
  registeredResidence: z.string(),
});
export type PersonView = z.infer<typeof PersonView>;
