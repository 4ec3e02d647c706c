import type { NoticeContent, NoticeStatus, Counted } from '../contracts/notice';
import type { DraftContent } from '../contracts/publishing';

export const NOTICES = 'notices';
export const DRAFTS = 'notice_drafts';

/** What somebody is still writing; only they see it. */
export type DraftDocument = {
  /** As the notice that it becomes. */
  _id: string;
  openid: string;
  /** Of the form: sending it makes the notice of this id. */
  requestId: string;
  content: DraftContent;
  publishAt: string | null;
  replaces: string | null;
  answers: string | null;
  returnedBecause: string | null;
  savedAt: string;
  version: number;
};

export type NoticeDocument = NoticeContent & {
  _id: string;
  /** Whose notice it is: the lowest grid that holds its whole audience. */
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  /** `audience.gridIds` once more at the top, where an index finds what somebody's path gets; and what they are called. */
  gridIds: string[];
  gridNames: string[];
  status: NoticeStatus;
  /** When it is to go out, if later. */
  publishAt: string | null;
  publishedAt: string | null;
  /** The moment and the id in one text: the order of the lists. */
  order: string;
  /** As counted in the moment of publishing; the reach is held against it. */
  counted: Counted | null;
  /** Sheets are made after publishing, one a lowest grid, by the timer; it goes on after this grid. Null when all are there, or none yet. */
  job: { cursor: string } | null;
  /** When the timer has to look at it next; empty for never. */
  wakesAt: string;
  /** How often those who don't know it were reminded by the clock. */
  reminded?: number;
  replaces: string | null;
  /** The rumour that it refutes. */
  answers: string | null;
  replacedBy: string | null;
  /** Every older one of the row that ends with `replaces`, newest first: who saw any of them is asked to read this one again. */
  olderIds: string[];
  withdrawn: { at: string; by: string; byName: string; reason: string } | null;
  writtenBy: { openid: string; name: string };
  approvedBy: { openid: string; name: string; at: string } | null;
  returnedBecause: string | null;
  /** In the address of a shared card: whoever has it may read a published notice without signing in. */
  shareKey: string;
  version: number;
  changes: { requestId: string; by: string; byName: string; at: string; what: string }[];
  /** Of a text of the library that ships with the product: which, and which edition. It stands on the shelf and was sent to nobody. */
  shelf?: { key: string; edition: number };
};

/** What has not happened to a notice that was just written. */
export const JUST_WRITTEN = {
  publishAt: null,
  publishedAt: null,
  counted: null,
  job: null,
  wakesAt: '',
  replaces: null,
  answers: null,
  replacedBy: null,
  olderIds: [],
  withdrawn: null,
  approvedBy: null,
  returnedBecause: null,
  version: 1,
  changes: [],
} satisfies Partial<NoticeDocument>;
