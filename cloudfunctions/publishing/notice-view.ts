import type { Context } from '../kernel/context';
import type { NoticeView } from '../contracts/notice';
import type { NoticeRow, WrittenNotice } from '../contracts/publishing';
import { placeOf } from '../registration/household-view';
import { cleanContent } from './clean-notice';
import type { NoticeDocument } from './notice.document';

/** What whoever gets a notice may read of it: no audience, no writer's account. */
export const noticeView = (notice: NoticeDocument): NoticeView => ({
  noticeId: notice._id,
  kind: notice.kind,
  ...cleanContent(notice),
  validUntil: notice.validUntil,
  wanted: notice.wanted,
  pinned: notice.pinned,
  status: notice.status,
  place: placeOf(notice.pathNames),
  publishedAt: notice.publishedAt,
  withdrawn: notice.withdrawn && {
    name: notice.withdrawn.byName,
    at: notice.withdrawn.at,
    reason: notice.withdrawn.reason,
  },
  replaces: notice.replaces,
  replacedBy: notice.replacedBy,
});

/** For everybody by a shared card: nothing that only some households are told. */
export const isForEverybody = ({ audience }: Pick<NoticeDocument, 'audience'>): boolean =>
  audience.households && audience.tags.length === 0;

export const writtenNotice = (
  notice: NoticeDocument,
  { caller }: Pick<Context, 'caller'>,
): WrittenNotice => ({
  ...noticeView(notice),
  audience: notice.audience,
  audienceNames: notice.gridNames,
  counted: notice.counted,
  publishAt: notice.publishAt,
  writtenBy: notice.writtenBy.name,
  isMine: notice.writtenBy.openid === caller.openid,
  approvedBy: notice.approvedBy && { name: notice.approvedBy.name, at: notice.approvedBy.at },
  returnedBecause: notice.returnedBecause,
  shareKey: isForEverybody(notice) ? notice.shareKey : null,
  changes: notice.changes.map(({ at, byName, what }) => ({ at, byName, what })),
  version: notice.version,
});

export const noticeRow = (notice: NoticeDocument, { caller }: Pick<Context, 'caller'>): NoticeRow => ({
  noticeId: notice._id,
  kind: notice.kind,
  title: notice.title,
  place: placeOf(notice.pathNames),
  status: notice.status,
  writtenBy: notice.writtenBy.name,
  isMine: notice.writtenBy.openid === caller.openid,
  publishAt: notice.publishAt,
  at: notice.order.slice(0, 'YYYY-MM-DDTHH:mm:ss+08:00'.length),
  counted: notice.counted,
});
