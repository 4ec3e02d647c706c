import type { Heard, RumourAnswer } from '../../../cloudfunctions/contracts/index';
import { momentText } from '../../shared/dates';
import { noticeUrl } from '../../shared/notice-words';

export const HEARD: Readonly<Record<Heard, string>> = {
  group: '微信群',
  talk: '听人说的',
  video: '短视频',
  other: '别的地方',
};

type Told = { text: string; hasPicture: boolean; heard: Heard | null; group: string };

/** What was told, in the teller's own words. */
export const toldText = ({ text, hasPicture }: Told): string =>
  text === '' && hasPicture ? '发来一张截图，没有写字' : text;

/** 在“柳溪三组乡亲群”看到的; empty where it was not said. */
export function heardText({ heard, group }: Told): string {
  if (heard === null) return '';
  if (heard === 'group') return group === '' ? '在微信群里看到的' : `在“${group}”里看到的`;
  return heard === 'talk' ? '听人说的' : heard === 'video' ? '在短视频里看到的' : '在别的地方看到的';
}

/** What came of it, as a card shows it; null while nobody has answered. */
export type AnswerCard = {
  tag: string;
  tone: 'green' | 'grey' | 'amber';
  words: string;
  from: string;
  /** Where the refutation is read; empty for an answer in words. */
  url: string;
};

export function answerCard(answer: RumourAnswer | null, now: number): AnswerCard | null {
  if (answer === null) return null;
  if (answer.outcome === 'handled')
    return {
      tag: '已答复',
      tone: 'grey',
      words: answer.reason,
      from: `${answer.byName}，${momentText(answer.at, now)}`,
      url: '',
    };
  const key = answer.shareKey === null ? '' : `&key=${encodeURIComponent(answer.shareKey)}`;
  const isWithdrawn = answer.status === 'withdrawn';
  return {
    tag: isWithdrawn ? '辟谣撤回了' : '已辟谣',
    tone: isWithdrawn ? 'amber' : 'green',
    words: answer.title,
    from: `${answer.organisation}，${momentText(answer.at, now)}`,
    url: noticeUrl({ noticeId: answer.noticeId }) + key,
  };
}
