import * as z from 'zod';
import { Contact, Measure, Symptom } from './health';
import { CalendarDate } from './person';
import { words } from './text';

/** Official text that a rule stands on. */
export const OfficialSource = z.object({
  organisation: words('发文单位', { min: 2, max: 60 }),
  documentNumber: words('文号', { min: 0, max: 60 }).default(''),
  date: CalendarDate,
});

const whole = (label: string, least: number, most: number) =>
  z
    .number(`请填写${label}`)
    .int(`${label}要是整数`)
    .min(least, `${label}不能少于 ${least}`)
    .max(most, `${label}不能多于 ${most}`);

const Days = whole('天数', 0, 60);
const TestDays = z
  .array(whole('做核酸的日子', 1, 60), '请填写做核酸的日子')
  .max(30, '做核酸的日子太多了')
  .overwrite((days) => [...new Set(days)].sort((a, b) => a - b));

const DiseaseProfile = z.object({
  disease: z.string().regex(/^[a-z0-9]{2,30}$/, '疾病代号不对'),
  name: words('疾病名称', { min: 2, max: 20 }),
  feverFrom: z
    .number('请填写发热界限')
    .min(36.5, '发热界限不能低于 36.5℃')
    .max(39, '发热界限不能高于 39℃')
    .overwrite((value) => Math.round(value * 10) / 10),
  symptoms: z.array(Symptom, '请选择要问的症状').min(1, '请至少选一种症状').max(11),
  lookBackDays: whole('回溯天数', 1, 60),
  incubationDays: whole('潜伏期', 1, 60),
  reportWithinMinutes: whole('上报时限', 10, 24 * 60),
  climbAfterMinutes: whole('逐级上报时限', 5, 24 * 60),
});

const Origin = z.enum(['abroad', 'high', 'medium', 'key', 'lowElsewhere', 'lowSameCity']);
/** Days of a measure and of its tests, which lie within it. */
const testsWithin = { path: ['testDays'], message: '做核酸的日子不能超过总天数' };

const ClassificationRow = z
  .object({
    id: z.string().regex(/^[A-Za-z0-9]{1,40}$/, '规则代号不对'),
    when: z.object({
      origins: z.array(Origin).min(1).max(6).exactOptional(),
      contacts: z.array(Contact).min(1).max(3).exactOptional(),
      negativeTestWithinDays: z
        .object({ days: whole('核酸有效天数', 1, 30), present: z.boolean() })
        .exactOptional(),
      healthy: z.boolean().exactOptional(),
      feverOrSymptom: z.boolean().exactOptional(),
    }),
    measure: Measure,
    days: Days,
    testDays: TestDays,
    afterNegativeTest: z
      .object({ measure: Measure, days: Days, testDays: TestDays })
      .refine(({ days, testDays }) => testDays.every((day) => day <= days), testsWithin)
      .exactOptional(),
    feverClinicFirst: z.boolean().exactOptional(),
    words: words('要告诉本人的话', { min: 0, max: 200 }),
  })
  .refine(({ days, testDays }) => testDays.every((day) => day <= days), testsWithin)
  .refine(({ measure, days }) => (measure === 'freeMovement') === (days === 0), {
    path: ['days'],
    message: '正常出行没有天数，别的措施至少 1 天',
  })
  .refine(
    ({ measure, afterNegativeTest }) =>
      (measure === 'temporaryIsolation') === (afterNegativeTest !== undefined),
    { path: ['afterNegativeTest'], message: '临时隔离要写明核酸阴性以后怎么办' },
  );

const Time = z.string('请选择时间').regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, '请选择时间');
const SlotTimes = z
  .object({ half: z.enum(['am', 'pm']), opens: Time, due: Time, closes: Time })
  .refine(({ opens, due }) => opens < due, { path: ['due'], message: '应报时间要晚于开始时间' })
  .refine(({ due, closes }) => due <= closes, { path: ['closes'], message: '截止时间不能早于应报时间' });

const ObservationSchedule = z.object({
  firstDayAfterArrival: whole('第 1 天从到达后几天算', 0, 1),
  slots: z
    .array(SlotTimes)
    .min(1, '每天至少报一次')
    .max(2, '每天最多报两次')
    .refine((slots) => slots.every(({ opens }, i) => i === 0 || opens >= (slots[i - 1]?.closes ?? '')), {
      path: ['1', 'opens'],
      message: '晚上开始的时间不能早于上午截止的时间',
    })
    .refine(([first, second]) => second === undefined || (first?.half === 'am' && second.half === 'pm'), {
      path: ['1', 'half'],
      message: '先上午，后晚上',
    }),
  escalateAfterMissed: whole('连续漏报次数', 1, 10),
});

/** The rules of a town from one day on, as an officer writes them. */
export const RulebookForm = z.object({
  title: words('规则名称', { min: 2, max: 40 }),
  source: OfficialSource,
  validFrom: CalendarDate,
  profile: DiseaseProfile,
  classification: z.array(ClassificationRow).min(1, '分类表不能空着').max(60),
  schedule: ObservationSchedule,
});
export type RulebookForm = z.infer<typeof RulebookForm>;

/** The same, as everybody on duty may read it. */
export const RulebookView = z.object({
  version: z.number().int(),
  title: z.string(),
  source: z.object({ organisation: z.string(), documentNumber: z.string(), date: z.string() }),
  validFrom: CalendarDate,
  profile: DiseaseProfile,
  classification: z.array(
    z.object({
      ...ClassificationRow.shape,
      /** The row in words: when it holds, and what follows. */
      sentence: z.object({ when: z.string(), then: z.string() }),
    }),
  ),
  schedule: ObservationSchedule,
});
export type RulebookView = z.infer<typeof RulebookView>;
