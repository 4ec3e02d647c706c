import * as z from 'zod';
import { CalendarDate } from './person';
import { OfficialSource } from './rules-text';

export const RiskLevel = z.enum(['high', 'medium', 'key'], '请选择风险等级');

/** 510000 stands for the whole province, 510100 for the whole city. */
export const RiskAreaForm = z
  .object({
    code: z.string('请选择地方').regex(/^\d{6}$/, '行政区划代码是 6 位数字'),
    level: RiskLevel,
    /** May lie in the past: that is how people are found again. */
    validFrom: CalendarDate,
    validTo: CalendarDate.nullable().default(null),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    path: ['validTo'],
    message: '最后一天不能早于第一天',
  });

export const RiskAreaView = z.object({
  areaId: z.string(),
  code: z.string(),
  name: z.string(),
  level: RiskLevel,
  validFrom: CalendarDate,
  validTo: CalendarDate.nullable(),
  source: OfficialSource,
  status: z.enum(['proposed', 'approved', 'rejected']),
});
export type RiskAreaView = z.infer<typeof RiskAreaView>;

/** Areas that came together: added, or ended. */
export const AreaListView = z.object({
  listId: z.string(),
  kind: z.enum(['add', 'end']),
  title: z.string(),
  areas: z.number().int(),
  source: OfficialSource,
  /** `publishing`: approved, and about to be in force everywhere. */
  status: z.enum(['proposed', 'publishing', 'approved', 'rejected']),
  proposedByName: z.string(),
  proposedAt: z.iso.datetime({ offset: true }),
  isMine: z.boolean(),
  decidedByName: z.string().nullable(),
  decidedAt: z.iso.datetime({ offset: true }).nullable(),
  reason: z.string(),
});
export type AreaListView = z.infer<typeof AreaListView>;
