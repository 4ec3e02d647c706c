import type { NoticeRow } from '../../../../cloudfunctions/contracts/index';
import type { Moment } from '../../../shared/dates';
import { shortPlace } from '../../../shared/places';
import { kindTag } from '../../../shared/notice-words';
import { stateText, statusTag, type Tone } from '../notice-words';

export type WrittenRow = {
  noticeId: string;
  title: string;
  kind: ReturnType<typeof kindTag>;
  tag: { text: string; tone: Tone };
  /** 柳溪村，李国强写的 */
  from: string;
  state: string;
};

export const writtenRow = (row: NoticeRow, now: Moment): WrittenRow => ({
  noticeId: row.noticeId,
  title: row.title,
  kind: kindTag(row.kind),
  tag: statusTag(row.status),
  from: `${shortPlace(row.place)}，${row.isMine ? '我' : row.writtenBy}写的`,
  state: stateText(row, now),
});
