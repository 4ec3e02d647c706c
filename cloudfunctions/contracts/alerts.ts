import * as z from 'zod';
import type { Contract } from './contract';
import { RequestId } from './grid';
import { Half, OtherSymptom, Symptom, Temperature } from './health';
import { Sex } from './person';
import { words } from './text';

const Moment = z.iso.datetime({ offset: true });

export const AlertId = z.string('没有说是哪个异常').min(1).max(160);
export const AlertStatus = z.enum(['open', 'acknowledged', 'assessed', 'closed']);
export type AlertStatus = z.infer<typeof AlertStatus>;
export const AlertLevel = z.enum(['villageDoctor', 'gridLeader', 'townOfficer']);
export const AlertSource = z.enum(['reading', 'arrival', 'selfReport', 'medicine']);

/** 正常: the recheck was fine. 继续观察. 疑似: to the fever clinic. */
export const Finding = z.enum(['normalOnRecheck', 'keepWatching', 'suspected'], '请选择判断结果');
export type Finding = z.infer<typeof Finding>;
/** 排除, 确诊, 好转 */
export const AlertOutcome = z.enum(['excluded', 'confirmed', 'recovered'], '请选择结果');
export type AlertOutcome = z.infer<typeof AlertOutcome>;

/** What the caller may do next, in the order in which it is done; the page shows the first as its one filled button. */
export const AlertStep = z.enum(['acknowledge', 'assess', 'refer', 'reportUp', 'close']);
export type AlertStep = z.infer<typeof AlertStep>;

export const AlertRow = z.object({
  alertId: AlertId,
  name: z.string(),
  place: z.string(),
  temperature: z.number().nullable(),
  symptoms: z.array(Symptom),
  other: z.string(),
  raisedAt: Moment,
  reportBy: Moment,
  reportedAt: Moment.nullable(),
  status: AlertStatus,
  level: AlertLevel,
  /** Who took it; null while nobody has. */
  takenBy: z.string().nullable(),
  finding: Finding.nullable(),
  outcome: AlertOutcome.nullable(),
});
export type AlertRow = z.infer<typeof AlertRow>;

const AlertView = AlertRow.extend({
  source: AlertSource,
  version: z.number().int(),
  climbsAt: Moment.nullable(),
  /** How old the person is and how to reach them: the number itself is opened by `phone`. */
  person: z
    .object({ personId: z.string(), sex: Sex, age: z.number().int(), phoneMask: z.string().nullable() })
    .nullable(),
  /** Where they live, opened for whoever goes there; null when the file is gone. */
  household: z
    .object({
      householdId: z.string(),
      address: z.string(),
      headName: z.string(),
      headPhoneMask: z.string().nullable(),
      peopleCount: z.number().int(),
    })
    .nullable(),
  /** The latest slots of their record, newest first. */
  readings: z.array(
    z.object({
      date: z.iso.date(),
      half: Half,
      state: z.enum(['reported', 'late', 'proxied', 'missed', 'paused']),
      temperature: z.number().nullable(),
      symptoms: z.array(Symptom),
      abnormal: z.boolean(),
    }),
  ),
  observationId: z.string().nullable(),
  acknowledgement: z.object({ byName: z.string(), role: AlertLevel, at: Moment }).nullable(),
  assessment: z
    .object({
      finding: Finding,
      temperature: z.number().nullable(),
      words: z.string(),
      byName: z.string(),
      at: Moment,
    })
    .nullable(),
  referral: z
    .object({
      hospital: z.string(),
      transport: z.string(),
      escort: z.string(),
      leavesAt: Moment,
      byName: z.string(),
      at: Moment,
    })
    .nullable(),
  closing: z.object({ words: z.string(), byName: z.string(), at: Moment }).nullable(),
  events: z.array(z.object({ at: Moment, byName: z.string(), what: z.string() })),
  steps: z.array(AlertStep),
});
export type AlertView = z.infer<typeof AlertView>;

const WATCHERS = {
  by: 'staff',
  roles: ['villageDoctor', 'gridMember', 'gridLeader', 'townOfficer'],
} as const;
const ANSWERERS = { by: 'staff', roles: ['villageDoctor', 'gridLeader', 'townOfficer'] } as const;
const DECIDERS = { by: 'staff', roles: ['villageDoctor', 'townOfficer'] } as const;

/** An act on an alert as the caller saw it. */
const Act = { requestId: RequestId, alertId: AlertId, version: z.number().int().min(1) };

/** 异常: who answers a fever, and what they do about it. */
export const alertsContract = {
  /** Alerts of my grids, page by page: those that are not closed, most urgent first; or all, the closed ones behind them. */
  list: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({ tab: z.enum(['open', 'all']), after: z.string().max(400).optional() }),
    output: z.object({ rows: z.array(AlertRow), next: z.string().nullable() }),
  },
  /** One alert with the person's readings around it, and the door to go to. */
  show: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({ alertId: AlertId }),
    output: AlertView,
  },
  /** The number to call about an alert: the person's, or the head's of the household. */
  phone: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({ alertId: AlertId, whose: z.enum(['person', 'head']) }),
    output: z.object({ phone: z.string() }),
  },
  /** 我来处理. Whoever comes first has it; the second is told who that was. */
  acknowledge: {
    access: ANSWERERS,
    audit: 'personal',
    input: z.object({ alertId: AlertId }),
    output: AlertView,
  },
  /** What the doctor finds on seeing the person; the town does it only where the alert climbed up to it. */
  assess: {
    access: DECIDERS,
    audit: 'personal',
    input: z.object({
      ...Act,
      finding: Finding,
      /** Measured again; left out where it could not be, as in a call. */
      temperature: Temperature.optional(),
      words: words('看到的情况', { min: 2, max: 200 }),
    }),
    output: AlertView,
  },
  /** 送发热门诊, with somebody on duty at the person's side. A second arrangement takes the first one's place. */
  refer: {
    access: ANSWERERS,
    audit: 'personal',
    input: z.object({
      ...Act,
      hospital: words('发热门诊', { min: 2, max: 40 }),
      transport: words('怎么去', { min: 2, max: 40 }),
      escort: words('谁护送', { min: 2, max: 40 }),
      leavesAt: z.iso.datetime({ offset: true, error: '请选择什么时候出发' }),
    }),
    output: AlertView,
  },
  /** 已报镇里: the town (and through it the county) has been told. */
  reportUp: {
    access: ANSWERERS,
    audit: 'personal',
    input: z.object({ alertId: AlertId }),
    output: AlertView,
  },
  /** 办结, with what came of it. Nothing else closes an alert. */
  close: {
    access: DECIDERS,
    audit: 'personal',
    input: z.object({ ...Act, outcome: AlertOutcome, words: words('结果说明', { min: 2, max: 200 }) }),
    output: AlertView,
  },
  /** Alerts of my own household, newest first, and what happens next. */
  mine: {
    access: { by: 'household' },
    audit: 'personal',
    input: z.object({}),
    output: z.object({
      alerts: z.array(
        z.object({
          alertId: AlertId,
          name: z.string(),
          temperature: z.number().nullable(),
          symptoms: z.array(Symptom),
          other: OtherSymptom,
          raisedAt: Moment,
          isOpen: z.boolean(),
          /** 「村医 16:40 接了，会来看」 */
          next: z.string(),
        }),
      ),
    }),
  },
  /** Fever clinics of my town, to choose from. */
  clinics: {
    access: ANSWERERS,
    audit: 'none',
    input: z.object({}),
    output: z.object({ clinics: z.array(z.string()) }),
  },
  /** The town's list of fever clinics, nearest first; it takes the place of the one before. */
  setClinics: {
    access: { by: 'staff', roles: ['townOfficer'] },
    audit: 'none',
    input: z.object({ clinics: z.array(words('发热门诊', { min: 2, max: 40 })).max(10) }),
    output: z.object({ clinics: z.array(z.string()) }),
  },
  /** Unanswered alerts climb one level after every so many minutes, and whoever must answer gets a message. */
  tick: {
    access: { by: 'timer' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ climbed: z.number().int(), messages: z.number().int() }),
  },
} satisfies Contract;
