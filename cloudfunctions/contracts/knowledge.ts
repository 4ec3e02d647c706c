import * as z from 'zod';
import type { Contract } from './contract';
import { Moment, NoticeContent, NoticeFile, NoticeId } from './notice';
import { WRITERS } from './publishing';
import { words } from './text';

/** A text of the library: a notice of the kind `knowledge`, on the shelf from the start or published by a leader. */
export const ShelfRow = z.object({
  noticeId: NoticeId,
  title: z.string(),
  /** Its first words. */
  summary: z.string(),
  picture: NoticeFile.nullable(),
  organisation: z.string(),
  /** Of its source, YYYY-MM-DD. */
  date: z.string(),
  publishedAt: Moment,
  /** Opens it for whoever has no household here. */
  shareKey: z.string().nullable(),
  /** It stands on the shelf of every town; nobody was sent it. */
  onShelf: z.boolean(),
  /** Households of my grids that opened it; null for whoever has no post. */
  opened: z.number().int().nullable(),
});
export type ShelfRow = z.infer<typeof ShelfRow>;

/** 防控知识 */
export const knowledgeContract = {
  /** The library, newest first, then the shelf in its own order; for anybody, signed in or not. */
  shelf: {
    access: { by: 'anyone' },
    audit: 'none',
    input: z.object({ words: words('要找的字', { max: 20 }).optional() }),
    output: z.object({ rows: z.array(ShelfRow) }),
  },
  /** A text of the shelf as something to publish: its words and its picture, the audience left open. */
  template: {
    access: WRITERS,
    audit: 'none',
    input: z.object({ noticeId: NoticeId }),
    output: z.object({
      content: NoticeContent.omit({ audience: true, validUntil: true, wanted: true, pinned: true }),
    }),
  },
  /** Puts the texts on the shelf of each town, and new editions in the place of older ones. */
  tick: {
    access: { by: 'timer' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ placed: z.number().int() }),
  },
} satisfies Contract;
