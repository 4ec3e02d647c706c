import { unfilledIn } from './notice-templates';
import { privateNumbersIn } from './private-numbers';
import { SENSITIVE_WORDS } from './sensitive-words';

/** Why a text must not go out to everybody, and what to do about it: people's numbers, words that hurt or frighten, gaps of a template. Empty when it may. */
export function unfitIn(text: string): string {
  const [number] = privateNumbersIn(text);
  if (number !== undefined)
    return `这里的「${number}」像是身份证号或手机号。通知人人能看，请删掉，或者写值班室的座机`;
  const word = SENSITIVE_WORDS.find(({ said }) => text.includes(said));
  if (word) return `这里的「${word.said}」不合适，请改成「${word.better}」`;
  const gap = unfilledIn(text);
  return gap === undefined ? '' : `还有「${gap}」没有填，请写上实际的内容`;
}
