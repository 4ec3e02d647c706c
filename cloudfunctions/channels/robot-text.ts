import { dayText, timeText } from '../../miniprogram/shared/dates';
import { NOTICE_FACTS, NOTICE_KINDS } from '../../miniprogram/shared/labels';
import { MOST_BYTES } from '../kernel/group-robot';
import type { NoticeDocument } from '../publishing/notice.document';
import { placeOf } from '../registration/household-view';

/** A group wants to know what it is about; the rest is read in the app. */
const MOST_OF_BODY = 200;
const ELLIPSIS = '……';

/** What a work group reads of a notice: its facts, how it begins, who says so, and where the rest is. Plain text, within WeCom's limit. */
export function noticeText(notice: NoticeDocument): string {
  const { kind, title, facts, source, pathNames, replaces, wanted } = notice;
  const again = replaces === null ? '' : '（更正，以这条为准）';
  const from = [source.organisation, source.documentNumber, source.date].filter((part) => part !== '');
  return withinLimit([
    `【${NOTICE_KINDS[kind]}】${title}${again}`,
    placeOf(pathNames),
    ...facts.map(({ label, text }) => `${NOTICE_FACTS[label]}：${text}`),
    beginningOf(notice),
    `来源：${from.join('　')}`,
    wanted === 'confirm'
      ? '请提醒各户在小程序「通知」里看全文，看完按「我看懂了」。'
      : '请提醒各户在小程序「通知」里看全文。',
  ]);
}

/** What a group that got it reads when it is taken back. */
export const withdrawnText = ({ title, withdrawn }: NoticeDocument): string =>
  withinLimit([
    `【撤回】${title}`,
    `原因：${withdrawn?.reason ?? ''}`,
    '请不要再照原来的通知办，也请告诉看过的住户。',
  ]);

export const testText = (name: string, now: string): string =>
  `【测试】「${name}」的机器人接好了。以后这里的通知会自动发到群里。${dayText(now)} ${timeText(now)}`;

/** The first words that are running text. */
function beginningOf({ body }: NoticeDocument): string {
  const texts = body.flatMap((block) => {
    if (block.type === 'paragraph') return [block.runs.map(({ text }) => text).join('')];
    return block.type === 'list' ? block.items : [];
  });
  return cut(texts.join(' '), MOST_OF_BODY);
}

const cut = (text: string, most: number): string => {
  const letters = Array.from(text);
  return letters.length <= most ? text : letters.slice(0, most).join('') + ELLIPSIS;
};

/** Chinese takes three bytes a letter: the longest line gives way until all of it fits. */
function withinLimit(lines: readonly string[]): string {
  const said = lines.filter((line) => line !== '');
  for (;;) {
    const text = said.join('\n');
    if (Buffer.byteLength(text) <= MOST_BYTES) return text;
    const longest = said.reduce((at, line, n) => (line.length > (said[at] ?? '').length ? n : at), 0);
    const letters = Array.from(said[longest] ?? '');
    said[longest] = letters.slice(0, Math.floor(letters.length * 0.8)).join('') + ELLIPSIS;
  }
}
