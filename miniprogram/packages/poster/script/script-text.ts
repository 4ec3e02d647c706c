import type { LoudspeakerRules } from '../../../../cloudfunctions/contracts/index';
import { NOTICE_KINDS } from '../../../shared/labels';
import { dayText, daysBetween, weekdayText } from '../../../shared/dates';
import { spokenSentences } from '../../../shared/spoken';
import { beginning, writtenOn } from '../days';
import { lasting } from '../lasting';
import type { Source } from '../source';
import { broadcasts } from './plan';

/** As somebody reads who wants to be understood across a field. */
const CHARACTERS_A_MINUTE = 200;
/** Whoever was in the stable for the first half hears all of it the second time. */
const TIMES_OVER = 2;
const NEAR: Readonly<Record<number, string>> = { 0: '今天', 1: '明天', 2: '后天' };

export type Script = {
  title: string;
  sentences: string[];
  /** 念一遍约 1 分钟，连念 2 遍约 3 分钟 */
  length: string;
  /** 今天 3月12日 星期六: 12:00、18:00 */
  days: { day: string; times: string }[];
  /** Why there is no time to read it out; empty when there is. */
  tooLate: string;
  /** 8:00 前、20:00 后不播 */
  hours: string;
};

/** What is read over the loudspeaker, how long it takes and when. `now`: epoch ms. */
export function scriptOf({ notice: asWritten, loudspeaker }: Source, now: number): Script {
  const notice = lasting(asWritten, now);
  const sentences = [
    `各位乡亲请注意，现在广播${notice.kind === 'urgent' ? '一条紧急通知' : `一条${NOTICE_KINDS[notice.kind]}`}。`,
    ...spokenSentences(forEars(notice)),
    '广播完了，请大家互相转告，谢谢。',
  ];
  const characters = charactersIn(sentences);
  const when = notice.facts.find(({ label }) => label === 'when')?.text ?? '';
  const days = broadcasts(
    {
      now,
      urgent: notice.kind === 'urgent',
      minutes: Math.ceil((characters * TIMES_OVER) / CHARACTERS_A_MINUTE),
      validUntil: notice.validUntil,
      begins: beginning(when, writtenOn(notice.publishedAt, now)),
    },
    loudspeaker,
  );
  return {
    title: notice.title,
    sentences,
    length: `念一遍${lengthText(characters)}，连念 ${TIMES_OVER} 遍${lengthText(characters * TIMES_OVER)}`,
    days: days.map(({ date, times }) => ({ day: dayWords(date, now), times: times.join('、') })),
    tooLate: days.length === 0 ? '开始以前，或者过期以前，已经没有能广播的时间了。请打电话、上门告诉。' : '',
    hours: hoursText(loudspeaker),
  };
}

/** Pictures are not heard, and the urgency is said in the opening. */
const forEars = (notice: Source['notice']): Source['notice'] => ({
  ...notice,
  kind: 'notice',
  body: notice.body.filter(({ type }) => type !== 'picture'),
});

/** Signs are pauses, not characters. */
export const charactersIn = (sentences: readonly string[]): number =>
  sentences.join('').replace(/[^\p{L}\p{N}]/gu, '').length;

/** To the half minute. */
export function lengthText(characters: number): string {
  const halves = Math.max(1, Math.round((characters / CHARACTERS_A_MINUTE) * 2));
  const whole = Math.floor(halves / 2);
  if (whole === 0) return '约半分钟';
  return halves % 2 === 0 ? `约 ${whole} 分钟` : `约 ${whole} 分半钟`;
}

const dayWords = (date: string, now: number): string => {
  const noon = `${date}T12:00:00+08:00`;
  const near = NEAR[daysBetween(now, noon)];
  return [near, dayText(noon), weekdayText(noon)].filter((part) => part !== undefined).join(' ');
};

const hoursText = ({ from, until }: LoudspeakerRules): string => `${from} 前、${until} 后不广播`;
