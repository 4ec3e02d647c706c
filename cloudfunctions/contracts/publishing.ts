import * as z from 'zod';
import type { Contract } from './contract';
import { RequestId } from './grid';
import { Reason } from './household';
import {
  Audience,
  Block,
  Counted,
  Fact,
  Moment,
  NoticeContent,
  NoticeId,
  NoticeKind,
  NoticeStatus,
  NoticeView,
  Wanted,
} from './notice';

/** Who may speak for a grid. */
export const WRITERS = { by: 'staff', roles: ['gridLeader', 'townOfficer'] } as const;

const Act = { requestId: RequestId, noticeId: NoticeId, version: z.number().int().min(1) };

/** What is written so far; anything may be missing. */
export const DraftContent = NoticeContent.extend({
  kind: NoticeKind,
  title: z.string().max(200),
  facts: z.array(Fact.extend({ text: z.string().max(200) })).max(4),
  body: z.array(Block.or(z.object({ type: z.literal('unfinished'), text: z.string().max(10_000) }))).max(200),
  source: z.object({
    organisation: z.string().max(200),
    documentNumber: z.string().max(200),
    date: z.string().max(10),
    scan: z.string().max(300).nullable(),
  }),
  audience: Audience.extend({ gridIds: Audience.shape.gridIds.max(60).or(z.array(z.never()).length(0)) }),
  wanted: Wanted,
});
export type DraftContent = z.infer<typeof DraftContent>;

const DraftView = z.object({
  draftId: NoticeId,
  requestId: RequestId,
  content: DraftContent,
  /** The notice that it corrects. */
  replaces: NoticeId.nullable(),
  /** Why a second person sent it back. */
  returnedBecause: z.string().nullable(),
  savedAt: Moment,
  version: z.number().int(),
});
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
  at: Moment,
  counted: Counted.nullable(),
});
export type NoticeRow = z.infer<typeof NoticeRow>;

/** 写通知、批通知: from the first word to its withdrawal. */
export const publishingContract = {
  /** Keeps a draft, as one writes. The same `requestId` is the same draft; `version` 0 for a new one. */
  saveDraft: {
    access: WRITERS,
    audit: 'none',
    input: z.object({ requestId: RequestId, version: z.number().int().min(0), content: DraftContent }),
    output: DraftView,
  },
  /** My drafts, last written first. */
  drafts: {
    access: WRITERS,
    audit: 'none',
    input: z.object({}),
    output: z.object({ drafts: z.array(DraftView) }),
  },
  discardDraft: {
    access: WRITERS,
    audit: 'none',
    input: z.object({ draftId: NoticeId }),
    output: z.object({}),
  },
  /** How many households and people an audience has now, and whether a second person has to agree. */
  countAudience: {
    access: WRITERS,
    audit: 'none',
    input: z.object({ audience: Audience, kind: NoticeKind }),
    output: Counted.extend({ needsSecond: z.boolean(), names: z.array(z.string()) }),
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
      publishAt: Moment.nullable(),
      replaces: NoticeId.nullable().default(null),
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
  /** Notices written in my grids: those that wait for somebody's agreement or their time, or those that went out, newest first. */
  list: {
    access: WRITERS,
    audit: 'none',
    input: z.object({ tab: z.enum(['waiting', 'out']), after: z.string().max(200).optional() }),
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
