import type { ShelfRow } from '../../../../cloudfunctions/contracts/index';
import { dateText } from '../../../shared/dates';
import { noticeUrl } from '../../../shared/notice-words';

/** A text of the library as its card shows it. */
export type ShelfCard = {
  noticeId: string;
  title: string;
  summary: string;
  picture: string;
  from: string;
  /** 12 户看过; empty for whoever has no post. */
  opened: string;
  url: string;
};

export const shelfCard = (row: ShelfRow): ShelfCard => ({
  noticeId: row.noticeId,
  title: row.title,
  summary: row.summary,
  picture: row.picture ?? '',
  from: `${row.organisation}，${dateText(row.date)}`,
  opened: row.opened === null ? '' : `${row.opened} 户看过`,
  url:
    noticeUrl({ noticeId: row.noticeId }) +
    (row.shareKey === null ? '' : `&key=${encodeURIComponent(row.shareKey)}`),
});
