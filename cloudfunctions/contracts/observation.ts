import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, RequestId } from './grid';
import { NucleicAcidTest, OtherSymptom, SlotKey, Symptom, Symptoms, Temperature } from './health';
import { DoorNotice, ObservationRecord, ObservedPerson, ResponsibleRole, TodayRow } from './observed';
import { words } from './text';

/** Who looks after people under observation, and who may look. */
const WATCHERS = { by: 'staff', roles: ['gridMember', 'villageDoctor', 'gridLeader'] } as const;
const LOOKERS = { by: 'staff', roles: ['gridMember', 'villageDoctor', 'gridLeader', 'townOfficer'] } as const;
const DECIDERS = { by: 'staff', roles: ['townOfficer', 'villageDoctor'] } as const;

const Moment = z.iso.datetime({ offset: true });
const ObservationId = z.string('缺少观察编号').min(1, '缺少观察编号').max(128, '观察编号不对');
const Reason = words('原因', { min: 2, max: 100 });
const Of = { observationId: ObservationId };
/** An act of somebody on duty: the same request by the same caller is the same act. */
const Act = { requestId: RequestId, ...Of };

/** When it was measured, of a reading that waited on a phone without a network. One that leaves at once doesn't say. */
const Measured = { measuredAt: Moment.optional() };
const Feeling = { temperature: Temperature, symptoms: Symptoms, other: OtherSymptom };
const saysWhat = ({ symptoms, other }: { symptoms: string[]; other: string }): boolean =>
  !symptoms.includes('other') || other !== '';
const SAY_WHAT = { path: ['other'], error: '请写一写哪里不舒服' };

const Responsible = z.object({ role: ResponsibleRole, name: words('姓名', { max: 30 }) });
const Page = { after: z.string().max(300).optional() };

/** 居家观察和健康监测: readings twice a day, who is missing, tests, and whatever happens on the way. */
export const observationContract = {
  /** Everybody of my household who is under observation, and what can be reported now. */
  mine: {
    access: { by: 'household' },
    audit: 'personal',
    input: z.object({}),
    output: z.object({
      observed: z.array(ObservedPerson),
      /** Everybody of the household, for telling how somebody feels who is not under observation. */
      people: z.array(z.object({ personId: z.string(), name: z.string(), observed: z.boolean() })),
      asks: z.object({ feverFrom: z.number(), symptoms: z.array(Symptom) }),
      /** For `wx.requestSubscribeMessage` (kept by `channels.keepMessages`); null where the town has set up no template. */
      reminder: z.object({ templateId: z.string(), left: z.number().int() }).nullable(),
    }),
  },
  /** One reading of somebody of my household. The first that arrives for a slot counts, even after a phone without a network. */
  report: {
    access: { by: 'household' },
    audit: 'personal',
    input: z.object({ ...Act, slot: SlotKey, ...Feeling, ...Measured }).refine(saysWhat, SAY_WHAT),
    output: ObservedPerson,
  },
  /** The same, by somebody on duty who was there or was told on the phone. */
  reportFor: {
    access: WATCHERS,
    audit: 'personal',
    input: z
      .object({
        ...Act,
        slot: SlotKey,
        ...Feeling,
        ...Measured,
        means: z.enum(['visit', 'phone'], '请选择是上门量的，还是电话里说的'),
      })
      .refine(saysWhat, SAY_WHAT),
    output: ObservedPerson,
  },
  /** 抽查: the doctor measures again, beside the slots. */
  spotCheck: {
    access: { by: 'staff', roles: ['villageDoctor'] },
    audit: 'personal',
    input: z.object({ ...Act, ...Feeling }).refine(saysWhat, SAY_WHAT),
    output: ObservedPerson,
  },
  /** Somebody of my household is not well, under observation or not. */
  selfReport: {
    access: { by: 'household' },
    audit: 'personal',
    limit: { times: 30, perSeconds: 3600, counted: 'instance' },
    input: z
      .object({
        requestId: RequestId,
        personId: z.string().min(1, '请选择是谁').max(64),
        ...Feeling,
        ...Measured,
      })
      .refine(saysWhat, SAY_WHAT),
    output: z.object({ abnormal: z.boolean(), at: Moment }),
  },
  /** People under observation in my grids, most urgent first, page by page. */
  today: {
    access: LOOKERS,
    audit: 'personal',
    input: z.object({
      /** Only those whose reading is missing now. */
      dueOnly: z.boolean().default(false),
      /** Only those who went to the grid leader: several missed in a row. */
      escalatedOnly: z.boolean().default(false),
      ...Page,
    }),
    output: z.object({ rows: z.array(TodayRow), next: z.string().nullable() }),
  },
  /** One person's whole slot record. */
  record: { access: LOOKERS, audit: 'personal', input: z.object(Of), output: ObservationRecord },
  /** The same of somebody of my household. */
  myRecord: {
    access: { by: 'household' },
    audit: 'personal',
    input: z.object(Of),
    output: ObservationRecord,
  },
  /** The number to dial; calling marks nothing by itself. */
  openPhone: {
    access: LOOKERS,
    audit: 'personal',
    limit: { times: 300, perSeconds: 3600, counted: 'instance' },
    input: z.object(Of),
    output: z.object({ phone: z.string() }),
  },
  /** Why a missed slot is a gap that nothing hides behind. */
  explainGap: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({ ...Act, slot: SlotKey, text: words('为什么没报', { min: 2, max: 100 }) }),
    output: ObservationRecord,
  },
  /** A test that was due is done; one whose result was not out is completed by saying it again. */
  recordTest: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({
      ...Act,
      day: z.number('请选择是第几天的检测').int('天数不对').min(1, '天数不对').max(90, '天数不对'),
      ...NucleicAcidTest.shape,
    }),
    output: ObservationRecord,
  },
  /** In hospital: nothing is asked meanwhile. */
  pause: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({ ...Act, reason: Reason }),
    output: ObservationRecord,
  },
  resume: { access: WATCHERS, audit: 'personal', input: z.object(Act), output: ObservationRecord },
  /** To another address or another team, whose grid member takes over. */
  move: {
    access: WATCHERS,
    audit: 'personal',
    input: z.object({
      ...Act,
      gridId: GridId,
      address: words('新的住址', { min: 2, max: 60 }),
      reason: Reason,
    }),
    output: z.object({ place: z.string() }),
  },
  extend: {
    access: DECIDERS,
    audit: 'personal',
    input: z.object({
      ...Act,
      days: z.number('请填写延长几天').int('天数要填整数').min(1, '最少延长 1 天').max(28, '最多延长 28 天'),
      reason: Reason,
    }),
    output: ObservationRecord,
  },
  /** 五包一: who answers for this person. */
  setResponsible: {
    access: LOOKERS,
    audit: 'personal',
    input: z.object({
      ...Act,
      responsible: z.array(Responsible).min(1, '至少要有一个人').max(6, '最多 6 个人'),
    }),
    output: ObservationRecord,
  },
  doorNotice: { access: LOOKERS, audit: 'personal', input: z.object(Of), output: DoorNotice },
  myDoorNotice: { access: { by: 'household' }, audit: 'personal', input: z.object(Of), output: DoorNotice },
  /** Closes slots, asks for those that are due, escalates. Goes on where the last one stopped. */
  tick: {
    access: { by: 'timer' },
    audit: 'none',
    input: z.object({}),
    output: z.object({
      closed: z.number().int(),
      messaged: z.number().int(),
      listed: z.number().int(),
      /** Time ran out before everybody had their turn. */
      more: z.boolean(),
    }),
  },
} satisfies Contract;
