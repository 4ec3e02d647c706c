import type { SavedRow } from '../contracts/notices';
import type { NoticeDocument } from '../publishing/notice.document';
import { placeOf } from '../registration/household-view';

/** What every list shows of a notice; its text comes when it is opened. */
export const HEAD = ['kind', 'title', 'pathNames', 'source', 'publishedAt', 'status'] as const;

export const headView = (head: Pick<NoticeDocument, '_id' | (typeof HEAD)[number]>): SavedRow => ({
  noticeId: head._id,
  kind: head.kind,
  title: head.title,
  place: placeOf(head.pathNames),
  organisation: head.source.organisation,
  publishedAt: head.publishedAt ?? '',
  status: head.status,
});
