import { NOTICE_KINDS } from '../../miniprogram/shared/labels';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { SubscriptionMessage } from '../kernel/subscription-message';
import type { NoticeDocument } from '../publishing/notice.document';
import { placeOf } from '../registration/household-view';
import { fieldOf, timeFieldOf } from './field';
import { STAFF } from '../reach/sheet.document';
import type { RunDocument } from './run.document';

type Message = Omit<SubscriptionMessage, 'openid'>;

/** What the phone of a household, or of somebody on duty, says of a notice, when it went out and when it is reminded. The page says which list the household stands on. */
export function noticeMessage(
  notice: NoticeDocument,
  kind: RunDocument['kind'],
  gridId: string,
  { now }: Pick<Context, 'now'>,
): Message {
  const page = `packages/notices/notice/index?noticeId=${encodeURIComponent(notice._id)}&gridId=${encodeURIComponent(gridId)}`;
  const urgent = notice.kind === 'urgent' ? `【${NOTICE_KINDS.urgent}】` : '';
  const title = fieldOf(`${urgent}${notice.title}`);
  const published = timeFieldOf(notice.publishedAt ?? toTimestamp(now));
  const isToConfirm = notice.wanted === 'confirm';
  const isOnDuty = gridId === STAFF;
  if (kind === 'out')
    return {
      use: 'noticeOut',
      page,
      values: {
        通知标题: title,
        发布单位: fieldOf(placeOf(notice.pathNames)),
        发布时间: published,
        温馨提示: isToConfirm
          ? '点这里看全文，看完请按我看懂了'
          : isOnDuty
            ? '点这里看全文'
            : '点这里看全文，也请告诉家里人',
      },
    };
  return {
    use: 'noticeReminder',
    page,
    values: {
      通知标题: title,
      发布时间: published,
      要做的事: `${isOnDuty ? '您' : '您家'}还没有${isToConfirm ? '按我看懂了' : '看'}`,
      温馨提示: '点这里就能看，看不清可以让它读',
    },
  };
}
