import * as z from 'zod';
import type { Contract } from './contract';
import { GridId, RequestId, StaffRole } from './grid';
import { Reason } from './household';
import {
  Audience,
  Counted,
  Fact,
  Moment,
  NoticeContent,
  NoticeId,
  NoticeKind,
  NoticePicture,
  NoticeStatus,
  NoticeView,
  RumourId,
  Wanted,
} from './notice';

/** Who may speak for a grid. */
export const WRITERS = { by: 'staff', roles: ['gridLeader', 'townOfficer'] } as const;

const Act = { requestId: RequestId, noticeId: NoticeId, version: z.number().int().min(1) };

const LongText = z.string().max(4_000);
const DraftPicture = NoticePicture.or(z.literal(''));
/** A block as it is being written: the same kinds, and any of it may be missing or too long. */
export const DraftBlock = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), text: LongText }),
  z.object({
    type: z.literal('paragraph'),
    runs: z.array(z.object({ text: LongText, bold: z.boolean().default(false) })).max(200),
  }),
  z.object({ type: z.literal('list'), numbered: z.boolean(), items: z.array(LongText).max(100) }),
  z.object({
    type: z.literal('table'),
    header: z.array(LongText).max(6),
    rows: z.array(z.array(LongText).max(6)).max(100),
  }),
  z.object({ type: z.literal('picture'), fileId: DraftPicture, caption: LongText }),
]);
export type DraftBlock = z.infer<typeof DraftBlock>;

/** What is written so far; anything may be missing. */
export const DraftContent = NoticeContent.extend({
  kind: NoticeKind,
  title: z.string().max(200),
  facts: z.array(Fact.extend({ text: z.string().max(200) })).max(4),
  body: z.array(DraftBlock).max(120, '正文太长了，请分成两条发'),
  source: z.object({
    organisation: z.string().max(200),
    documentNumber: z.string().max(200),
    date: z.string().max(10),
    scan: NoticePicture.nullable(),
  }),
  audience: Audience.extend({ gridIds: z.array(GridId).max(60) }),
  wanted: Wanted,
});
export type DraftContent = z.infer<typeof DraftContent>;

/** What a draft is for, beside what it says. */
const Purpose = {
  /** When it is to go out, if not at once. */
  publishAt: Moment.nullable().default(null),
  /** The notice that it corrects. */
  replaces: NoticeId.nullable().default(null),
  /** The rumour that it answers. */
  answers: RumourId.nullable().default(null),
};

const DraftRow = z.object({
  draftId: NoticeId,
  requestId: RequestId,
  kind: NoticeKind,
  title: z.string(),
  replaces: NoticeId.nullable(),
  answers: RumourId.nullable(),
  /** Why a second person sent it back. */
  returnedBecause: z.string().nullable(),
  savedAt: Moment,
  version: z.number().int(),
});
export type DraftRow = z.infer<typeof DraftRow>;

const DraftView = DraftRow.omit({ kind: true, title: true }).extend({ ...Purpose, content: DraftContent });
export type DraftView = z.infer<typeof DraftView>;

const Agreement = z.object({ name: z.string(), at: Moment });
/** As those who write and approve see it. */
export const WrittenNotice = NoticeView.extend({
  audience: Audience,
  audienceNames: z.array(z.string()),
  counted: Counted.nullable(),
  publishAt: Moment.nullable(),
  writtenBy: z.string(),
  isMine: z.boolean(),
  approvedBy: Agreement.nullable(),
  returnedBecause: z.string().nullable(),
  /** For the address of a shared card; null for what only some may know. */
  shareKey: z.string().nullable(),
  changes: z.array(z.object({ at: Moment, byName: z.string(), what: z.string() })),
  version: z.number().int(),
});
export type WrittenNotice = z.infer<typeof WrittenNotice>;

const NoticeRow = z.object({
  noticeId: NoticeId,
  kind: NoticeKind,
  title: z.string(),
  place: z.string(),
  status: NoticeStatus,
  writtenBy: z.string(),
  isMine: z.boolean(),
  at: Moment,
  /** When it is to go out, if later. */
  publishAt: Moment.nullable(),
  counted: Counted.nullable(),
});
export type NoticeRow = z.infer<typeof NoticeRow>;

/** 写通知、批通知: from the first word to its withdrawal. */
export const publishingContract = {
  /** Keeps a draft, as one writes. The same `requestId` is the same draft; `version` 0 for a new one. */
  saveDraft: {
    access: WRITERS,
    audit: 'none',
    input: z.object({
      requestId: RequestId,
      version: z.number().int().min(0),
      content: DraftContent,
      ...Purpose,
    }),
    output: DraftView,
  },
  /** My drafts, last written first. */
  drafts: {
    access: WRITERS,
    audit: 'none',
    input: z.object({}),
    output: z.object({ drafts: z.array(DraftRow) }),
  },
  /** One of my drafts, whole. */
  readDraft: {
    access: WRITERS,
    audit: 'none',
    input: z.object({ draftId: NoticeId }),
    output: DraftView,
  },
  discardDraft: {
    access: WRITERS,
    audit: 'none',
    input: z.object({ draftId: NoticeId }),
    output: z.object({}),
  },
  /** How many households and people an audience has now, whether a second person has to agree, and who could. */
  countAudience: {
    access: WRITERS,
    audit: 'none',
    input: z.object({ audience: Audience, kind: NoticeKind }),
    output: Counted.extend({
      needsSecond: z.boolean(),
      seconds: z.array(z.object({ name: z.string(), role: StaffRole, place: z.string() })),
      names: z.array(z.string()),
    }),
  },
  /**
   * Sends a notice on its way: out at once, at `publishAt`, or to a second person first. The draft of the same `requestId` goes. Personal numbers in
   * the text are refused, each beside its place.
   */
  send: {
    access: WRITERS,
    audit: 'personal',
    input: z.object({
      requestId: RequestId,
      content: NoticeContent,
      ...Purpose,
      publishAt: Moment.nullable(),
    }),
    output: WrittenNotice,
  },
  /** 同意 or 退回, by somebody else than who wrote it. */
  decide: {
    access: WRITERS,
    audit: 'personal',
    input: z.discriminatedUnion('agreed', [
      z.object({ ...Act, agreed: z.literal(true) }),
      z.object({ ...Act, agreed: z.literal(false), reason: Reason }),
    ]),
    output: WrittenNotice,
  },
  withdraw: {
    access: WRITERS,
    audit: 'personal',
    input: z.object({ ...Act, reason: Reason }),
    output: WrittenNotice,
  },
  /**
   * Notices written in my grids, newest first: those that wait for my agreement, those that are not out yet (waiting for anybody, for their time, or sent
   * back), or those that went out.
   */
  list: {
    access: WRITERS,
    audit: 'none',
    input: z.object({ tab: z.enum(['agree', 'waiting', 'out']), after: z.string().max(200).optional() }),
    output: z.object({ rows: z.array(NoticeRow), next: z.string().nullable() }),
  },
  show: {
    access: WRITERS,
    audit: 'none',
    input: z.object({ noticeId: NoticeId }),
    output: WrittenNotice,
  },
  /** Publishes what is due and makes the sheets of receipts. */
  tick: {
    access: { by: 'timer' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ published: z.number().int(), sheets: z.number().int(), more: z.boolean() }),
  },
} satisfies Contract;
