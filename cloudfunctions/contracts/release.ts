import * as z from 'zod';
import { certificateActions } from './certificates';
import type { Contract } from './contract';
import { StaffRole, RequestId } from './grid';
import { Half, Measure, NucleicAcidTest } from './health';
import { Reason } from './household';
import { publicationActions } from './publications';
import { CalendarDate } from './person';

const VILLAGE = { by: 'staff', roles: ['gridMember', 'gridLeader'] } as const;
const TOWN = { by: 'staff', roles: ['townOfficer'] } as const;
const STEP_TAKERS = { by: 'staff', roles: ['gridMember', 'gridLeader', 'townOfficer'] } as const;

const Moment = z.iso.datetime({ offset: true });
const ObservationId = z.string('缺少观察编号').min(1, '缺少观察编号').max(120, '观察编号不对');
const After = z.string().max(200).optional();

/** What stands in the way of a release, in words. */
const Obstacle = z.object({
  kind: z.enum(['state', 'clock', 'days', 'slots', 'missed', 'tests', 'alerts', 'paused']),
  words: z.string(),
});

/** Somebody whose days are over, or whose release is under way. */
export const ReleaseRow = z.object({
  observationId: z.string(),
  name: z.string(),
  place: z.string(),
  measure: Measure,
  lastDate: CalendarDate,
  /** What is missing; of a row under way it is looked at when its page opens. */
  obstacles: z.array(z.string()),
  /** Why it came back, where it did. */
  returnReason: z.string().nullable(),
  /** Of the last step: whose and when. */
  lastStep: z.object({ name: z.string(), at: Moment }).nullable(),
  certificateId: z.string().nullable(),
});
export type ReleaseRow = z.infer<typeof ReleaseRow>;

const StepName = z.enum(['propose', 'check', 'approve', 'return']);

/** One slot as it ended; `state` is null for one that nobody wrote down. */
const SlotView = z.object({
  date: CalendarDate,
  half: Half,
  state: z.enum(['reported', 'late', 'proxied', 'missed', 'paused']).nullable(),
  temperature: z.number().nullable(),
  abnormal: z.boolean(),
  explanation: z.object({ text: z.string(), byName: z.string() }).nullable(),
});

/** The complete record of one observation, and how far its release has come. */
export const ReleaseView = z.object({
  observationId: z.string(),
  /** Goes up with each change; send it back to attest what you saw. */
  version: z.number().int(),
  name: z.string(),
  sex: z.enum(['female', 'male']),
  papersMask: z.string(),
  place: z.string(),
  measure: Measure,
  days: z.number().int(),
  firstDate: CalendarDate,
  lastDate: CalendarDate,
  slots: z.array(SlotView),
  tests: z.array(
    z.object({
      day: z.number().int(),
      date: CalendarDate,
      done: NucleicAcidTest.pick({ date: true, place: true, result: true }).nullable(),
    }),
  ),
  counts: z.object({
    normalTemperatures: z.number().int(),
    negativeTests: z.number().int(),
    abnormal: z.number().int(),
  }),
  pauses: z.array(z.object({ from: z.string(), to: z.string().nullable(), reason: z.string() })),
  extensions: z.array(z.object({ days: z.number().int(), reason: z.string() })),
  obstacles: z.array(Obstacle),
  /** none: nobody proposed it yet. */
  status: z.enum(['none', 'proposed', 'checked', 'approved', 'returned']),
  history: z.array(
    z.object({
      what: StepName,
      name: z.string(),
      role: StaffRole,
      at: Moment,
      reason: z.string().nullable(),
    }),
  ),
  certificateId: z.string().nullable(),
  /** The step that waits, if it is the caller's to take; and why it isn't, in words, where that is not plain. */
  mine: z.object({ step: StepName.exclude(['return']).nullable(), whyNot: z.string() }),
});
export type ReleaseView = z.infer<typeof ReleaseView>;

const Seen = {
  requestId: RequestId,
  observationId: ObservationId,
  version: z.number('缺少版本').int('版本不对').min(1, '版本不对'),
};

/** 解除: three steps by three people, each over the whole record; the certificate; and the published list. */
export const releaseContract = {
  /** People in my grids whose days are over and whom nobody has proposed yet, longest over first, with what is missing. */
  ready: {
    access: VILLAGE,
    audit: 'none',
    input: z.object({ after: After }),
    output: z.object({ rows: z.array(ReleaseRow), next: z.string().nullable() }),
  },
  /** Releases under way in my grids, longest waiting first; those that are done, newest first. */
  queue: {
    access: STEP_TAKERS,
    audit: 'none',
    input: z.object({ step: z.enum(['check', 'approve', 'done'], '请选择看哪一步'), after: After }),
    output: z.object({ rows: z.array(ReleaseRow), next: z.string().nullable() }),
  },
  /** The complete record of one observation. That it was looked at is recorded. */
  show: {
    access: STEP_TAKERS,
    audit: 'personal',
    input: z.object({ observationId: ObservationId }),
    output: ReleaseView,
  },
  /** 村里提出解除 */
  propose: { access: VILLAGE, audit: 'personal', input: z.object(Seen), output: ReleaseView },
  /** 镇里审核 */
  check: { access: TOWN, audit: 'personal', input: z.object(Seen), output: ReleaseView },
  /** 指挥部批准: releases, and issues the certificate. */
  approve: { access: TOWN, audit: 'personal', input: z.object(Seen), output: ReleaseView },
  /** 退回: to the village, from the check or from headquarters; all three steps are then taken anew. */
  sendBack: {
    access: TOWN,
    audit: 'personal',
    input: z.object({ ...Seen, reason: Reason }),
    output: ReleaseView,
  },
  ...certificateActions,
  ...publicationActions,
} satisfies Contract;
