import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, RequestId } from './grid';
import { Reason } from './household';
import { Moment, NoticeId, NoticeStatus, RumourId } from './notice';
import { WRITERS } from './publishing';
import { words } from './text';

/** 微信群、听人说、短视频、别的: where somebody met it. */
export const Heard = z.enum(['group', 'talk', 'video', 'other'], '请选择在哪里看到听到的');
export type Heard = z.infer<typeof Heard>;

/** A picture that the phone put into cloud storage under `rumours/`; nothing else in storage can be named here. */
const Picture = z
  .string('图片没有传上来，请再选一次')
  .max(300)
  .regex(
    /^cloud:\/\/[^/]+\/rumours\/[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*\.(jpe?g|png|webp)$/i,
    '图片没有传上来，请再选一次',
  );

/** A WeChat group that is bound to a grid above the caller's home. */
const KnownGroup = z.object({ groupId: z.string(), name: z.string() });

const GroupName = words('群名', { min: 0, max: 30 });

const ReportForm = z
  .object({
    requestId: RequestId,
    text: words('听到的话', { min: 0, max: 300 }),
    picture: Picture.nullable().default(null),
    heard: Heard.nullable().default(null),
    groupId: z.string().max(64).nullable().default(null),
    group: GroupName.default(''),
  })
  .refine(({ text, picture }) => picture !== null || text.length >= 4, {
    path: ['text'],
    message: '请写下听到的话，至少 4 个字；或者放一张截图',
  });

/**
 * open 等答复 → refuted 已辟谣 (a notice answers it), or handled 已处理 (no rumour, or dealt with: in words). joined: one of several that
 * tell the same, and answered with them.
 */
export const RumourStatus = z.enum(['open', 'refuted', 'handled', 'joined']);
export type RumourStatus = z.infer<typeof RumourStatus>;

/** What became of it. */
export const RumourAnswer = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('refuted'),
    at: Moment,
    noticeId: NoticeId,
    title: z.string(),
    organisation: z.string(),
    /** withdrawn and corrected are said. */
    status: NoticeStatus,
    /** Opens it for those to whom it was not sent. */
    shareKey: z.string().nullable(),
  }),
  z.object({ outcome: z.literal('handled'), at: Moment, byName: z.string(), reason: z.string() }),
]);
export type RumourAnswer = z.infer<typeof RumourAnswer>;

const Told = {
  rumourId: RumourId,
  text: z.string(),
  hasPicture: z.boolean(),
  heard: Heard.nullable(),
  group: z.string(),
  reportedAt: Moment,
};
export const MyRumour = z.object({ ...Told, answer: RumourAnswer.nullable() });
export type MyRumour = z.infer<typeof MyRumour>;

/** In the office's list: nobody's name. */
export const RumourRow = z.object({
  ...Told,
  place: z.string(),
  /** How many told of it. */
  reports: z.number().int(),
  status: RumourStatus,
  /** The refutation that is being agreed to, or waits for its time. */
  onItsWay: NoticeStatus.nullable(),
  answer: RumourAnswer.nullable(),
});
export type RumourRow = z.infer<typeof RumourRow>;

/** For those who answer it: who told of it, and where it was seen. */
export const RumourView = RumourRow.extend({
  onItsWayId: NoticeId.nullable(),
  told: z.array(
    z.object({ ...Told, name: z.string(), place: z.string(), gridId: GridId, version: z.number().int() }),
  ),
  /** The groups where it was seen; `groupId` where one is bound and a notice can be shared into it. */
  groups: z.array(z.object({ groupId: z.string().nullable(), name: z.string() })),
  version: z.number().int(),
});
export type RumourView = z.infer<typeof RumourView>;

const Act = { requestId: RequestId, rumourId: RumourId, version: z.number().int().min(1) };

/** 报谣言、答谣言 */
export const rumoursContract = {
  /** The groups that the form offers: those bound to grids above the caller's home. */
  groups: {
    access: { by: 'anyone' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ groups: z.array(KnownGroup) }),
  },
  /** Tells the office of a rumour. The same `requestId` is the same report. */
  report: {
    access: { by: 'anyone' },
    audit: 'personal',
    limit: { times: 10, perSeconds: 86_400, counted: 'database' },
    input: ReportForm,
    output: MyRumour,
  },
  /** What I told of, newest first, and what became of it. */
  mine: {
    access: { by: 'anyone' },
    audit: 'none',
    input: z.object({ after: z.string().max(120).optional() }),
    output: z.object({ rows: z.array(MyRumour), next: z.string().nullable() }),
  },
  /** Rumours told of in my grids: those to be answered, longest waiting first; or those that were, newest first. */
  queue: {
    access: WRITERS,
    audit: 'none',
    input: z.object({ tab: z.enum(['open', 'answered']), after: z.string().max(120).optional() }),
    output: z.object({ rows: z.array(RumourRow), next: z.string().nullable() }),
  },
  /** One rumour with those who told of it: who they are is for the office only. */
  show: {
    access: WRITERS,
    audit: 'personal',
    input: z.object({ rumourId: RumourId }),
    output: RumourView,
  },
  /** A report's picture, for some minutes. */
  openPicture: {
    access: WRITERS,
    audit: 'personal',
    input: z.object({ rumourId: RumourId }),
    output: z.object({ url: z.string() }),
  },
  /** The same as another one: `rumourId` and all that joined it are answered with `into` from now on. */
  join: {
    access: WRITERS,
    audit: 'personal',
    input: z.object({ ...Act, into: RumourId }),
    output: RumourView,
  },
  /** Joined by mistake: one report stands for itself again. `version` is that report's. */
  part: {
    access: WRITERS,
    audit: 'personal',
    input: z.object(Act),
    output: RumourView,
  },
  /** No rumour, or dealt with: closes it with words that go to all who told of it. */
  close: {
    access: WRITERS,
    audit: 'personal',
    input: z.object({ ...Act, reason: Reason }),
    output: RumourView,
  },
  /** Sends word to those whose rumours were answered. */
  tick: {
    access: { by: 'timer' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ told: z.number().int(), more: z.boolean() }),
  },
} satisfies Contract;
