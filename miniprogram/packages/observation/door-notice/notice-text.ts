import type { DoorNotice } from '../../../../cloudfunctions/contracts/observed';
import { dateText } from '../../../shared/dates';
import { MEASURES } from '../../../shared/labels';
import { maskName } from '../../../shared/masks';
import { shortPlace } from '../../../shared/places';
import { dayOfDate } from '../../../shared/slot-words';
import { rulesOf } from '../rules-of-measure';

/** The words of a notice that hangs where everybody passes. */
export type NoticeText = {
  title: string;
  /** Whom it is about, masked as the law asks, and what the measure rests on. Not why: that is nobody else's business. */
  about: string;
  dates: string;
  days: string;
  rules: string[];
  contacts: string[];
  issued: string;
};

export function noticeText(notice: DoorNotice): NoticeText {
  const { name, place, decision, firstDate, lastDate, days, slots, feverFrom, testDates, contacts } = notice;
  const measure = MEASURES[decision.measure];
  const times = slots.map(({ half, opens, due }) => `${half === 'am' ? '早上' : '晚上'} ${opens} 到 ${due}`);
  const village = shortPlace(place);
  return {
    title: `${measure}告知书`,
    about: `住在这里的 ${maskName(name)} 正在${measure}。依据：${sourceOf(decision.rulebook)}。请邻居不要进门，也请互相照应。`,
    dates: `${dateText(firstDate)} 到 ${dateText(lastDate)}`,
    days: `共 ${days} 天，两头都算`,
    rules: [
      ...rulesOf(decision.measure, feverFrom),
      ...(times.length > 0 ? [`报体温的时间：${times.join('，')}`] : []),
      ...(testDates.length > 0 ? [`核酸检测：${testDates.map(dayOfDate).join('、')}`] : []),
      '期满要办完手续才算解除，没有解除前请不要自己出门',
    ],
    contacts: contacts.map(
      ({ role, name: who, phone }) => `${role === 'gridMember' ? '网格员' : '村医'} ${who}  电话 ${phone}`,
    ),
    issued: `${village}  ${dateText(notice.issuedAt.slice(0, 10))}`,
  };
}

const sourceOf = ({ title, source }: { title: string; source: string }): string =>
  source === '' || source === title ? title : `${title}（${source}）`;

/** All of it as one text, for who can't see the picture. */
export const spokenText = ({ title, about, dates, days, rules, contacts, issued }: NoticeText): string =>
  [title, about, dates, days, ...rules, ...contacts, issued].join('。');
