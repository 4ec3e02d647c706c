import * as z from 'zod';
import { CalendarDate } from './person';
import { words } from './text';

/** 管控措施, mildest first: the order in `MEASURES` is their strictness. */
export const MEASURES = [
  'freeMovement',
  'healthMonitoring',
  'homeObservation',
  'temporaryIsolation',
  'centralQuarantine',
] as const;
export const Measure = z.enum(MEASURES, '请选择管控措施');
export type Measure = z.infer<typeof Measure>;

/** Every symptom that a disease profile may ask about; fever is told by the thermometer. */
export const Symptom = z.enum([
  'dryCough',
  'fatigue',
  'soreThroat',
  'chestTightness',
  'diarrhoea',
  'lossOfSmell',
  'headache',
  'muscleAche',
  'runnyNose',
  'rash',
  'other',
]);
export type Symptom = z.infer<typeof Symptom>;

/** ℃, in tenths. What no thermometer on a living person shows is measured again rather than kept. */
export const LOWEST_TEMPERATURE = 30;
export const HIGHEST_TEMPERATURE = 43;
export const Temperature = z
  .number('请填写体温')
  .min(LOWEST_TEMPERATURE, '体温不会这么低，请再量一次')
  .max(HIGHEST_TEMPERATURE, '体温不会这么高，请再量一次')
  .overwrite((value) => Math.round(value * 10) / 10);

/** An empty list is an answer: 都没有. `other` needs its words. */
export const Symptoms = z.array(Symptom, '请选择有没有不舒服').max(11);
export const OtherSymptom = words('哪里不舒服', { min: 0, max: 60 }).default('');

/** Contact with a case: 密接, 次密接, or none that one knows of. */
export const Contact = z.enum(['none', 'close', 'secondary'], '请选择有没有接触过病人');
export type Contact = z.infer<typeof Contact>;

/** 核酸检测 */
export const NucleicAcidTest = z.object({
  date: CalendarDate,
  place: words('在哪里做的', { min: 0, max: 40 }).default(''),
  result: z.enum(['negative', 'positive', 'waiting'], '请选择检测结果'),
});
export type NucleicAcidTest = z.infer<typeof NucleicAcidTest>;

export const HealthCode = z.enum(['green', 'yellow', 'red', 'none'], '请选择健康码颜色');

/** A county-level division (GB/T 2260, six digits), or a country. */
export const Where = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('division'), code: z.string('请选择地方').regex(/^\d{6}$/, '请选择到区县') }),
    z.object({ kind: z.literal('abroad'), country: words('国家或地区', { max: 30 }) }),
  ],
  '请选择地方',
);
export type Where = z.infer<typeof Where>;

/** 旅居史: where somebody was from one day to another, both days included. */
export const Stay = z.object({ where: Where, from: CalendarDate, to: CalendarDate });
export type Stay = z.infer<typeof Stay>;

/** am 上午, pm 晚上 */
export const Half = z.enum(['am', 'pm']);
export type Half = z.infer<typeof Half>;

/** 应报时段 of a person: `2026-11-22-am`. Such texts sort as the slots follow each other. */
export const SlotKey = z.string().regex(/^\d{4}-\d{2}-\d{2}-(am|pm)$/, '时段不对');

/** What applies to somebody and why, as everybody may read it. */
export const DecisionView = z.object({
  measure: Measure,
  /** Days of the measure; 0 for free movement and for quarantine that others keep count of. */
  days: z.number().int(),
  /** Days on which a test is due, counted from 1. */
  testDays: z.array(z.number().int()),
  /** 先去发热门诊: before anything else. */
  feverClinicFirst: z.boolean(),
  /** One sentence a rule that applied, strictest first: 「过去 14 天去过成都市武侯区（中风险，11月10日起），7 天内有核酸阴性」. */
  reasons: z.array(z.string()),
  /** 「居家隔离观察 14 天」 */
  words: z.string(),
  /** Of the rulebook it was made under: its number and where it comes from. */
  rulebook: z.object({ version: z.number().int(), title: z.string(), source: z.string() }),
});
export type DecisionView = z.infer<typeof DecisionView>;
