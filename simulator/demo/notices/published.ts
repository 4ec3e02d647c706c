import type { Dayjs } from 'dayjs';
import type { NoticeContent } from '../../../cloudfunctions/contracts/notice';
import { toTimestamp } from '../../../cloudfunctions/kernel/clock';
import { JUST_WRITTEN, type NoticeDocument } from '../../../cloudfunctions/publishing/notice.document';
import { commonPathOf } from '../../../cloudfunctions/publishing/rules';
import type { GridDocument } from '../../../cloudfunctions/township/grid.document';

export type Somebody = { openid: string; name: string };
export type Sent = {
  _id: string;
  content: Omit<NoticeContent, 'audience'>;
  grids: readonly GridDocument[];
  writer: Somebody;
  /** Who agreed, where that is needed. */
  approver?: Somebody | undefined;
  at: Dayjs;
};

/** A notice to all households of some grids that waits for a second person. */
export function waitingNotice({ _id, content, grids, writer, at }: Sent): NoticeDocument {
  const gridPath = commonPathOf(grids.map(({ path }) => path));
  const gridIds = grids.map((grid) => grid._id);
  const moment = toTimestamp(at);
  return {
    ...JUST_WRITTEN,
    ...content,
    _id,
    audience: { gridIds, roles: [], households: true, tags: [] },
    gridId: gridPath.at(-1) ?? '',
    gridPath,
    pathNames: grids[0]?.pathNames.slice(0, gridPath.length) ?? [],
    gridIds,
    gridNames: grids.map(({ pathNames }) => pathNames.join(' ')),
    status: 'waiting',
    order: `${moment} ${_id}`,
    writtenBy: writer,
    shareKey: `demo-card-${_id}`,
    changes: [act(`${_id}-written`, writer, moment, '写好')],
  };
}

/** A notice that went out; its lists are there already. */
export function publishedNotice(
  sent: Sent,
  households: readonly { people: readonly unknown[] }[],
): NoticeDocument {
  const waiting = waitingNotice(sent);
  const { approver } = sent;
  const at = toTimestamp(sent.at);
  return {
    ...waiting,
    status: 'published',
    publishedAt: at,
    counted: {
      households: households.length,
      people: households.reduce((sum, { people }) => sum + people.length, 0),
    },
    ...(approver && {
      approvedBy: { ...approver, at },
      version: 2,
      changes: [...waiting.changes, act(`${sent._id}-agreed`, approver, at, '同意')],
    }),
  };
}

/** An older notice and the newer that stands in its place. */
export function correctedBy(
  older: NoticeDocument,
  newer: NoticeDocument,
): [older: NoticeDocument, newer: NoticeDocument] {
  const { writtenBy, publishedAt, _id } = newer;
  return [
    {
      ...older,
      status: 'corrected',
      replacedBy: _id,
      version: older.version + 1,
      changes: [...older.changes, act(`replaced-by-${_id}`, writtenBy, publishedAt ?? '', '更正')],
    },
    { ...newer, replaces: older._id, olderIds: [older._id] },
  ];
}

const act = (requestId: string, { openid, name }: Somebody, at: string, what: string) => ({
  requestId,
  by: openid,
  byName: name,
  at,
  what,
});
