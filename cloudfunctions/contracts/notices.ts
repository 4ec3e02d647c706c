import * as z from 'zod';
import type { Contract } from './contract';
import { GridId } from './grid';
import { Moment, NoticeId, NoticeKind, NoticeStatus, NoticeView, Wanted } from './notice';
import { words } from './text';

/** Each household's own list: what it got and what it did with it. */
export const InboxRow = z.object({
  noticeId: NoticeId,
  /** On which grid's list the household is counted: sent back when the notice is opened, which saves looking for it. */
  gridId: GridId.nullable(),
  kind: NoticeKind,
  title: z.string(),
  place: z.string(),
  organisation: z.string(),
  publishedAt: Moment,
  status: NoticeStatus,
  wanted: Wanted,
  pinned: z.boolean(),
  /** Nobody of my household has opened it. */
  unread: z.boolean(),
  /** 更正，请重看: somebody of my household opened an older one that this corrects, and nobody this one yet. */
  again: z.boolean(),
  /** What was asked is done: read to the end, or confirmed. */
  done: z.boolean(),
});
export type InboxRow = z.infer<typeof InboxRow>;

/** A notice that somebody wants to find again. */
export const SavedRow = InboxRow.pick({
  noticeId: true,
  kind: true,
  title: true,
  place: true,
  organisation: true,
  publishedAt: true,
  status: true,
});
export type SavedRow = z.infer<typeof SavedRow>;

const Opening = { noticeId: NoticeId, gridId: GridId.optional() };
const Read = { seconds: z.number().int().min(0).max(86_400) };
const ON_DUTY = {
  by: 'staff',
  roles: [
    'gridMember',
    'gridLeader',
    'villageDoctor',
    'checkpointGuard',
    'townOfficer',
    'supplier',
    'inspector',
  ],
} as const;

/** 通知 as villagers get them. */
export const noticesContract = {
  /** Notices to my household: unread ones first, then the newest. `after` goes on with older ones. */
  inbox: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object({
      kind: NoticeKind.optional(),
      /** Words of the title. */
      words: words('要找的字', { max: 20 }).optional(),
      after: z.string().max(200).optional(),
    }),
    output: z.object({ rows: z.array(InboxRow), unread: z.number().int(), next: z.string().nullable() }),
  },
  /** Opens a notice to my household, and says so on its list. */
  open: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object({
      ...Opening,
      /** The list says that the household has opened it: what is written is tried the other way round, which saves a call. */
      seen: z.boolean().default(false),
    }),
    output: NoticeView.extend({
      gridId: GridId,
      /** For a card to somebody else; null for what only some households are told. */
      shareKey: z.string().nullable(),
    }),
  },
  /** Read to the end: enough time, and scrolled down to it. */
  read: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object({ ...Opening, ...Read }),
    output: z.object({}),
  },
  /** 我看懂了，会告诉家人 */
  confirm: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object(Opening),
    output: z.object({}),
  },
  /** 收藏, or not any more; of notices that my household got. Each phone's own. */
  save: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object({ noticeId: NoticeId, saved: z.boolean() }),
    output: z.object({}),
  },
  /** What I saved, last saved first. */
  saved: {
    access: { by: 'household' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ rows: z.array(SavedRow) }),
  },
  /** Notices to me by my role, as the household's inbox; each row's `gridId` says that it is one of these. */
  staffInbox: {
    access: ON_DUTY,
    audit: 'none',
    input: z.object({ after: z.string().max(200).optional() }),
    output: z.object({ rows: z.array(InboxRow), unread: z.number().int(), next: z.string().nullable() }),
  },
  /** The same steps as a household's, for a notice that goes to my role. */
  staffOpen: {
    access: ON_DUTY,
    audit: 'none',
    input: z.object({ noticeId: NoticeId }),
    output: NoticeView.extend({ gridId: GridId }),
  },
  staffRead: {
    access: ON_DUTY,
    audit: 'none',
    input: z.object({ noticeId: NoticeId, ...Read }),
    output: z.object({}),
  },
  staffConfirm: {
    access: ON_DUTY,
    audit: 'none',
    input: z.object({ noticeId: NoticeId }),
    output: z.object({}),
  },
  /** What a shared card or the code on a poster opens: for anybody, signed in or not. A code has room for the key only. */
  shared: {
    access: { by: 'anyone' },
    audit: 'none',
    limit: { times: 300, perSeconds: 3600, counted: 'instance' },
    input: z.object({
      noticeId: NoticeId.optional(),
      shareKey: z.string('这张卡片不完整').min(1, '这张卡片不完整').max(40),
    }),
    output: NoticeView.extend({
      /** With it the newer one that corrects this is read just so. */
      replacedByKey: z.string().nullable(),
    }),
  },
} satisfies Contract;
