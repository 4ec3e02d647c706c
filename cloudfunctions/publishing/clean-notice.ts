import type * as z from 'zod';
import { Block, Fact, NoticeContent, NoticePicture } from '../contracts/notice';
import { INVISIBLE } from '../contracts/text';
import type { NoticeDocument } from './notice.document';

type Content = Pick<NoticeDocument, 'title' | 'facts' | 'body' | 'attachments' | 'source'>;
const Attachment = NoticeContent.shape.attachments.element;
const EVERY_INVISIBLE = new RegExp(INVISIBLE.source, 'gu');

/**
 * What of a stored notice may leave. The contract kept everything else out when it was written; this holds although somebody has written into the
 * database past it: text comes out as text, and what is no block, or a file from elsewhere, not at all.
 */
export const cleanContent = ({ title, facts, body, attachments, source }: Content): Content => ({
  title: visible(title),
  facts: fitting(Fact, facts),
  body: fitting(Block, body),
  attachments: fitting(Attachment, attachments),
  source: {
    organisation: visible(source.organisation),
    documentNumber: visible(source.documentNumber),
    date: source.date,
    scan: NoticePicture.safeParse(source.scan).data ?? null,
  },
});

const fitting = <T extends z.ZodType>(schema: T, stored: readonly unknown[]): z.output<T>[] =>
  stored.flatMap((one) => {
    const found = schema.safeParse(one);
    return found.success ? [found.data] : [];
  });

const visible = (text: string): string => text.replace(EVERY_INVISIBLE, '');
