import type * as z from 'zod';
import type { Audience, Block, Fact, NoticeKind, NoticeStatus, Source, Wanted } from '../contracts/notice';

export const NOTICES = 'notices';

export type NoticeDocument = {
  _id: string;
  /** Whose notice it is: the grid of whoever wrote it. */
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  kind: NoticeKind;
  title: string;
  facts: z.infer<typeof Fact>[];
  body: Block[];
  attachments: { name: string; fileId: string; bytes: number }[];
  source: z.infer<typeof Source>;
  /** YYYY-MM-DD; null for always. */
  validUntil: string | null;
  audience: Audience;
  /** `audience.gridIds` once more at the top, where an index finds what somebody's path gets. */
  gridIds: string[];
  wanted: z.infer<typeof Wanted>;
  pinned: boolean;
  status: NoticeStatus;
  /** When it is to go out, if later. */
  publishAt: string | null;
  publishedAt: string | null;
  /** As counted in the moment of publishing; the reach is held against it. */
  counted: { households: number; people: number } | null;
  /** Sheets are made after publishing, one a lowest grid, by the timer; it goes on after this grid. Null when all are there. */
  job: { cursor: string } | null;
  /** When the timer has to look at it next; empty for never. */
  wakesAt: string;
  replaces: string | null;
  replacedBy: string | null;
  withdrawn: { at: string; byName: string; reason: string } | null;
  writtenBy: { openid: string; name: string };
  approvedBy: { openid: string; name: string; at: string } | null;
  returnedBecause: string | null;
  /** In the address of a shared card: whoever has it may read a published notice without signing in. */
  shareKey: string;
  version: number;
  changes: { requestId: string; by: string; byName: string; at: string; what: string }[];
};
