import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { NoticeDocument } from '../publishing/notice.document';
import { readAnyNotice } from '../publishing/notice.repository';
import { gridsHere } from '../rounds/grids-here';

/** A notice that went out to grids where the caller works; the same answer for one elsewhere and for none at all. */
export async function readNoticeHere(context: Context, noticeId: string): Promise<NoticeDocument> {
  const notice = await readAnyNotice(context, noticeId);
  if (!notice?.publishedAt || (await gridsHere(context, notice.gridIds)).length === 0)
    throw new AppError('NOT_FOUND', '没有找到这条通知，可能还没发出，或者不是发给您这里的');
  return notice;
}
