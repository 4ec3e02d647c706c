import type { WrittenNotice } from '../../../../cloudfunctions/contracts/index';
import { momentText, type Moment } from '../../../shared/dates';
import { NOTICE_KINDS, ROLES } from '../../../shared/labels';
import { shortPlace } from '../../../shared/places';
import { countedText, gridsText, untilText, whomText } from '../notice-words';
import type { Count } from './counting';
import { audienceOf, contentOf, type NoticeForm, publishAtOf } from './form';

/** 柳溪村三组、二组：139 户、412 人 */
export function reachedText(form: NoticeForm, count: Count): string {
  const places = gridsText(count.names);
  return form.whom === 'staff' ? `${places}：只给工作人员` : `${places}：${countedText(count)}`;
}

/** What is going to be sent, to be looked over once more. */
export function factsOf(form: NoticeForm, count: Count): { label: string; value: string }[] {
  const content = contentOf(form);
  return [
    { label: '标题', value: content.title || '还没有写' },
    { label: '哪一类', value: NOTICE_KINDS[form.kind] },
    { label: '发给哪里', value: count.names.length > 0 ? gridsText(count.names) : '还没有选' },
    { label: '给谁看', value: whomText(audienceOf(form)) },
    ...(form.whom === 'staff' || count.status !== 'ready'
      ? []
      : [{ label: '一共', value: countedText(count) }]),
    { label: '谁说的', value: content.source.organisation || '还没有写' },
    { label: '管到哪天', value: untilText(content.validUntil) },
  ];
}

/** 镇防控办陈志远 or 柳溪村网格长周明; in general words while nobody is known. */
const secondsText = ({ seconds }: Pick<Count, 'seconds'>): string =>
  seconds.length === 0
    ? '另一位网格长或者镇防控办'
    : seconds.map(({ name, role, place }) => `${shortPlace(place)}${ROLES[role]}${name}`).join('，或者');

/** What happens after pressing; empty while nothing is special. */
export function nextText(form: NoticeForm, count: Count, now: Moment): string {
  const publishAt = publishAtOf(form);
  const later = publishAt === null ? '' : `，到 ${momentText(publishAt, now)} 再发`;
  if (count.needsSecond) return `按下后，先请${secondsText(count)}看过。同意了才发出去${later}。`;
  return publishAt === null ? '' : `${momentText(publishAt, now)} 自动发出去。在那之前还能撤回。`;
}

export const sendWords = (form: NoticeForm, { needsSecond }: Count): string =>
  needsSecond
    ? '送去请人同意'
    : form.sending === 'later'
      ? '定时发出'
      : form.replaces === ''
        ? '发出通知'
        : '发出更正';

/** What was done, said when it is done. */
export function doneText(notice: WrittenNotice, count: Count, now: Moment): { title: string; text: string } {
  const places = gridsText(notice.audienceNames);
  switch (notice.status) {
    case 'waiting':
      return {
        title: '交上去了，等人同意',
        text: `要${secondsText(count)}看过、同意了才发出去。请提醒他们打开“村安”看一眼。`,
      };
    case 'scheduled':
      return {
        title: '定好了',
        text: `${momentText(notice.publishAt ?? now, now)} 自动发给${places}。在那之前还能撤回。`,
      };
    default:
      return {
        title: '发出去了',
        text: `${places}${notice.counted === null ? '' : `，${countedText(notice.counted)}`}，几分钟内收到。`,
      };
  }
}
