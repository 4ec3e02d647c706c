import * as z from 'zod';
import type { Contract } from './contract';
import { RequestId } from './grid';
import { Temperature } from './health';
import { CalendarDate, Papers, PersonName, Phone } from './person';
import { DrugClass, Moment, MOST_OF_ONE, SupplierId } from './supplies';
import { words } from './text';

const PHARMACY = { by: 'staff', roles: ['supplier'] } as const;
const DOCTOR = { by: 'staff', roles: ['villageDoctor'] } as const;
/** The register holds who buys which medicine: for the office, not for every neighbour with a post. */
const OFFICE = { by: 'staff', roles: ['townOfficer'] } as const;

/** 四类药品 */
export const RegisteredDrug = DrugClass.exclude(['none'], '请选择是哪一类药');
export type RegisteredDrug = z.infer<typeof RegisteredDrug>;

const SaleId = z.string('缺少登记编号').min(1, '缺少登记编号').max(200, '登记编号不对');
const TaskId = z.string('缺少任务编号').min(1, '缺少任务编号').max(200, '任务编号不对');
const After = z.string().max(300, '请返回重看').optional();
const Reason = words('原因', { min: 2, max: 100 });
const Days = { from: CalendarDate, until: CalendarDate };

/** One row of the register: numbers are masks. */
export const SaleRow = z.object({
  saleId: z.string(),
  source: z.enum(['order', 'counter']),
  supplierName: z.string(),
  name: z.string(),
  papersMask: z.string(),
  phoneMask: z.string().nullable(),
  place: z.string(),
  itemName: z.string(),
  spec: z.string(),
  drugClass: DrugClass,
  quantity: z.number().int(),
  temperature: z.number().nullable(),
  symptoms: z.string(),
  soldAt: Moment,
  byName: z.string(),
});
export type SaleRow = z.infer<typeof SaleRow>;

/** Somebody whose temperature the village doctor is to take. */
export const TaskRow = z.object({
  taskId: z.string(),
  name: z.string(),
  place: z.string(),
  because: z.string(),
  status: z.enum(['open', 'done', 'dropped']),
  temperature: z.number().nullable(),
  answer: z.string(),
  doneBy: z.string().nullable(),
  createdAt: Moment,
  version: z.number().int(),
});
export type TaskRow = z.infer<typeof TaskRow>;

const TaskSeen = {
  requestId: RequestId,
  taskId: TaskId,
  version: z.number('缺少版本').int('版本不对').min(1, '版本不对'),
};

/** 四类药品: real names, a register, and a thermometer. */
export const medicinesContract = {
  /** 柜台卖药: a sale over the counter of one of my pharmacies. The same request is one sale. */
  sell: {
    access: PHARMACY,
    audit: 'personal',
    input: z.object({
      requestId: RequestId,
      supplierId: SupplierId,
      itemName: words('药名', { max: 30 }),
      spec: words('规格', { max: 30 }),
      drugClass: RegisteredDrug,
      quantity: z.number('请填写几盒').int('数量是整数').min(1, '至少 1 盒').max(MOST_OF_ONE, '最多 99 盒'),
      name: PersonName,
      papers: Papers,
      phone: Phone,
      temperature: Temperature.nullable(),
      symptoms: words('哪里不舒服', { min: 0, max: 60 }).default(''),
    }),
    output: SaleRow,
  },
  /** What one of my pharmacies has registered, newest first. */
  mySales: {
    access: PHARMACY,
    audit: 'personal',
    input: z.object({ supplierId: SupplierId, after: After }),
    output: z.object({ rows: z.array(SaleRow), next: z.string().nullable() }),
  },
  /** The register of the town, newest first. */
  register: {
    access: OFFICE,
    audit: 'personal',
    input: z.object({ ...Days, drugClass: RegisteredDrug.optional(), after: After }),
    output: z.object({ rows: z.array(SaleRow), next: z.string().nullable() }),
  },
  /** Opens one number of a row, for a stated reason. */
  openNumber: {
    access: OFFICE,
    audit: 'personal',
    limit: { times: 60, perSeconds: 3600, counted: 'database' },
    input: z.object({ saleId: SaleId, field: z.enum(['papers', 'phone'], '请重新选择'), reason: Reason }),
    output: z.object({ value: z.string() }),
  },
  /** The register as a spreadsheet with numbers in the clear, as the county asks for it. Whoever asks says why. */
  export: {
    access: OFFICE,
    audit: 'personal',
    limit: { times: 20, perSeconds: 3600, counted: 'database' },
    input: z.object({ ...Days, reason: Reason }),
    output: z.object({ url: z.string(), fileName: z.string(), rows: z.number().int(), expiresAt: Moment }),
  },
  /** Whose temperature is to be taken in my villages, longest waiting first; or who is done with, newest first. */
  tasks: {
    access: DOCTOR,
    audit: 'personal',
    input: z.object({ status: z.enum(['open', 'done', 'dropped'], '请选择看哪些'), after: After }),
    output: z.object({ rows: z.array(TaskRow), next: z.string().nullable() }),
  },
  task: {
    access: DOCTOR,
    audit: 'personal',
    input: z.object({ taskId: TaskId }),
    /** ℃ at and above which it is a fever, by the rules in force. */
    output: TaskRow.extend({ feverFrom: z.number() }),
  },
  /** Opens the number to call the person, or the household's where they have none. */
  taskPhone: {
    access: DOCTOR,
    audit: 'personal',
    limit: { times: 60, perSeconds: 3600, counted: 'database' },
    input: z.object({ taskId: TaskId }),
    output: z.object({ value: z.string() }),
  },
  /** The temperature as it was taken; a high one raises an alert. */
  finishTask: {
    access: DOCTOR,
    audit: 'personal',
    input: z.object({
      ...TaskSeen,
      temperature: Temperature,
      answer: words('情况', { min: 0, max: 100 }).default(''),
    }),
    output: TaskRow.extend({ alerted: z.boolean() }),
  },
  /** 不用量: bought for the medicine chest, or the person is away. */
  dropTask: {
    access: DOCTOR,
    audit: 'personal',
    input: z.object({ ...TaskSeen, answer: Reason }),
    output: TaskRow,
  },
} satisfies Contract;
